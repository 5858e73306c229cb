import type { Audience } from '../domain/audience.ts'
import type { PlacedWords } from '../domain/page/placed-words.ts'
import type { Layer, Page, TextRevision } from '../domain/text.ts'
import type { Command, Listing, Slice } from './command.ts'
import type { ExtractedLayer, ExtractedPage, NewWords } from './extractor.ts'

/** Pages read out of a file by a job that still holds its lease. */
export type AddPages = {
  at: string
  /** The lease under which the job runs. */
  token: string
  layer: ExtractedLayer
  engine: string
  /** Progress of the job, told in the same transaction. */
  progress: { done: number; total: number | null }
  /** One id for each page, in order; those of pages already there are not used. */
  pages: readonly (ExtractedPage & { id: string; revision: string })[]
  /** All words of these pages, also of those already there; without them a page is not found by other forms of its words. */
  newWords: readonly NewWords[]
}

export type CorrectText = Command & {
  id: string
  page: string
  layer: Layer
  language: string | null
  content: string
  words: string
  /** The revision that the correction starts from: ArchiveError('conflict') when its layer, or the one written to, has
   * a newer one. Null is whichever is the newest of the layer, and never stale. */
  basedOn: string | null
  /** With an If-Match: the revision that the caller saw as the page's text; another is ArchiveError('precondition-failed'). */
  ifCurrent?: string | null
}

/** Which pages of a witness: from a number on where no cursor says so, and those that bear a label, whatever its case. */
export type PageChoice = { from?: number; label?: string | null }

/** Pages and their texts, each as an audience may see it: of a page that is withheld from it, that it is there. */
export type TextReader = {
  /** The pages of a witness (null: the first) of a document; null where there is no such witness. */
  pages(
    document: string,
    witness: string | null,
    slice: Slice & PageChoice,
    audience: Audience,
  ): Promise<Listing<Page> | null>
  page(document: string, witness: string | null, number: number, audience: Audience): Promise<Page | null>
  /** Where a page stands first: its document and number; with an audience, in a document that it may see. */
  place(
    page: string,
    audience?: Audience,
  ): Promise<{ document: string; witness: string; number: number } | null>
  /** The newest revision of a layer (null: of the best layer); null where there is none. */
  newest(page: string, layer: Layer | null, audience: Audience): Promise<TextRevision | null>
  revision(id: string, audience: Audience): Promise<TextRevision | null>
  /** Where the words of a revision stand; null where that is not known. */
  placed(revision: string, audience: Audience): Promise<PlacedWords | null>
  /** The id of the newest revision of a text on any page of a document's witnesses; null where there is none. */
  newestOf(document: string, audience: Audience): Promise<string | null>
  /** Oldest first. */
  revisions(page: string, audience: Audience): Promise<TextRevision[]>
  /** The contents of a range of a witness's pages in order, '' where a page has no text in the layer. */
  contents(
    document: string,
    layer: Layer | null,
    from: number,
    count: number,
    audience: Audience,
  ): Promise<string[]>
  /** Another string (of visible ASCII) whenever those contents are others. */
  stamp(document: string, audience: Audience): Promise<string>
}

export type TextWriter = {
  /** Adds pages with text, revision and reading; pages of the file that are already there are passed over.
   * False when the lease is lost: the caller stops. */
  addPages(command: AddPages): Promise<boolean>
  /** Adds a revision and puts its reading in the place of the old one. */
  correct(command: CorrectText): Promise<TextRevision>
}
