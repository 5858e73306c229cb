import type { Audience } from '../domain/audience.ts'
import type { Job } from '../domain/job.ts'
import type { Command, Listing, Slice } from './command.ts'
import type { RecognisedPage } from './recogniser.ts'

/** A page that has no image yet, or is to be recognised. */
export type PageToDo = { id: string; filePage: number; isWanted: boolean; isPictured: boolean }

/** A page that was recognised with little confidence. */
export type DoubtfulPage = {
  page: string
  document: string
  title: string
  /** Of the document. */
  language: string | null
  number: number
  label: string | null
  confidence: number
}

/** What of the archive is to be pictured and recognised, and what came of it. */
export type RecognitionReader = {
  /** The pages of a file after one (0: from the first) that are still to be done, in order. */
  toDo(file: string, after: number, most: number): Promise<PageToDo[]>
  /** How many there are. */
  countToDo(file: string): Promise<number>
  /** The file of a page where that has images of pages; null where it has none. */
  pictorialFile(page: string): Promise<string | null>
  /** The languages (BCP 47) that a file is said to be in, else those of its witness or document; none where nobody said. */
  languages(file: string): Promise<string[]>
  /** Pages of which the recogniser was less sure than `below` (0–100), the least sure first. */
  doubtful(
    audience: Audience,
    filter: { below: number; document: string | null },
    slice: Slice,
  ): Promise<Listing<DoubtfulPage>>
}

/** What the archive can do now: make images by itself, recognise, and in which languages (BCP 47). */
export type PictureWish = { images: boolean; recognition: boolean; languages: readonly string[] }

/** At most so many files, those that came after one (null: from the first). */
export type QueuePictures = { at: string; wish: PictureWish; after: string | null; most: number }

/** A write of the job that holds this lease. */
type Held = { at: string; token: string }

export type RecognitionWriter = {
  /** Adds what was recognised to a page, unless a person wrote the newest text of that layer. False when the lease is lost. */
  recognised(command: Held & { page: string; revision: string; result: RecognisedPage }): Promise<boolean>
  /** Notes that a page has its image and needs nothing else. False when the lease is lost. */
  pictured(command: Held & { page: string }): Promise<boolean>
  /** Notes why a page could not be done, or which language (BCP 47) it waits for. False when the lease is lost. */
  failed(command: Held & { page: string; fault: string; missing: string | null }): Promise<boolean>
  /** Ends the job; what becomes of the file follows from its pages. */
  finish(command: Held): Promise<void>
  /** Puts the job back for a more urgent one, as if it had not been tried. */
  giveWay(command: Held): Promise<void>
  /**
   * Queues jobs for files that have something to do and no job that will do it: pages whose recognition is wanted, or waits
   * for one of these languages; pages without an image where `images` says so. Returns the last file, null where there was none.
   */
  queue(command: QueuePictures): Promise<string | null>
  /** Has pages of a file (null: all) recognised anew, in these languages (null: as before). What there is stays. */
  want(
    command: Command & {
      job: string
      file: string
      pages: readonly string[] | null
      languages: readonly string[] | null
    },
  ): Promise<Job>
}
