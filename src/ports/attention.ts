/** How much waits for an archivist, each counted up to a bound. */
export type Attention = {
  /** Pages recognised with little confidence that nobody has corrected. */
  doubtfulPages: number
  /** Documents of whose claims the best disagree, or whose evidence cannot hold together. */
  disputedDocuments: number
  /** Documents with a file that could not be read. */
  unreadableDocuments: number
  /** Jobs that failed and have no file to blame. */
  failedJobs: number
  /** Originals that were missing, damaged or unreadable when they were checked last. */
  damagedOriginals: number
  /** Suggestions that nobody has settled. */
  suggestions: number
}

export type AttentionReader = {
  /** What waits, each counted up to `most`; pages are doubtful below a confidence (0–100). */
  count(bounds: { below: number; most: number }): Promise<Attention>
}
