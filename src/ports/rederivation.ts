/** What is to be made anew. */
export type Rederivation = {
  /** Whether images of pages are thrown away and made anew. */
  images: boolean
  /** Whether what stands in files is read anew. */
  texts: boolean
  /** Whether pages that were recognised, or could not be, are recognised anew. */
  recognition: boolean
}

/** A page (1-based) of some bytes whose image is to be thrown away. */
export type Discarded = { sha256: string; filePage: number }

export type RederivationWriter = {
  /** How many files there are. */
  count(): Promise<number>
  /**
   * Forgets the images of a file's pages and queues the jobs that make what was wished anew, for the files after a key
   * (0: from the first), a hundred at a time. Returns the images to throw away and the key to go on after, null at the end.
   */
  take(command: {
    at: string
    actor: string
    after: number
    wish: Rederivation
  }): Promise<{ files: number; discarded: Discarded[]; next: number | null }>
}
