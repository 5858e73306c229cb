import type { PageMatch } from '../domain/page/match-pages.ts'
import type { Command } from './command.ts'

/** A page of a transcription or translation, and the page of the scan that its text was brought to. */
export type MatchedPage = {
  filePage: number
  /** Its own id, under which it stands as long as it is brought to no other. */
  id: string
  label: string | null
  image: string | null
  /** The page of the scan, with its number and label in the witness. */
  target: { page: string; number: number | null; label: string | null } | null
  how: PageMatch['how'] | 'by-hand'
  /** Why it stands by itself, where the witness has a scan. */
  says: string | null
  /** Whether a person's text stood there already, or that of another file came later, and stands in front of it. */
  behind: boolean
}

export type PageMatchingReader = {
  /** All pages of a file in their order; null where there is no such file. */
  ofFile(file: string): Promise<MatchedPage[] | null>
}

export type PageMatchingWriter = {
  /**
   * Brings the texts of at most so many pages of transcriptions to the pages of the scan, in the witness of the job that
   * holds this lease, once no other file of it is still to be read. Whether there may be more to bring.
   */
  matchSome(command: { at: string; token: string; most: number }): Promise<boolean>
  /** The same for one file, whenever an archivist asks; ArchiveError('not-found') where there is none. */
  matchFile(command: Command & { file: string }): Promise<void>
  /**
   * Brings the text of a page of a file, with what was corrected in it since, to another page of its witness (null: to
   * none, it then stands by itself). What it stood in front of comes back. ArchiveError('not-found') for an unknown page
   * of the file, ('invalid-input') for a page elsewhere, ('conflict') where another page of the file was brought there.
   */
  bring(command: Command & { file: string; filePage: number; page: string | null }): Promise<void>
}
