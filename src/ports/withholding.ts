import type { Audience } from '../domain/audience.ts'
import type { Redaction } from '../domain/redaction/redaction.ts'
import type { Layer, PageClass } from '../domain/text.ts'
import type { Command } from './command.ts'

/**
 * A redaction with what it comes to: the layers whose newest text is withheld whole because it could not be found in it,
 * and whether parts of the image are black, all of it, or nothing.
 */
export type Redacted = Redaction & {
  page: string
  unplaced: readonly Layer[]
  image: 'parts' | 'whole' | 'nothing'
}

/** What is withheld from whom. */
export type WithholdingReader = {
  /** The redactions of a page that were not undone, the oldest first. */
  redactions(page: string): Promise<Redacted[]>
  /** Whether anything of the pages of a file, or of those that its texts were brought to, is withheld from an audience. */
  ofFile(file: string, audience: Audience): Promise<boolean>
}

export type NewRedaction = Omit<Redaction, 'by' | 'at'>

export type WithholdingWriter = {
  /** Gives a page a class of its own, or (null) that of its document. ArchiveError('invalid-input') for no such group. */
  classify(command: Command & { page: string; own: PageClass | null }): Promise<void>
  /** Withholds something of a page. */
  redact(command: Command & NewRedaction & { page: string }): Promise<Redacted>
  /** Takes a redaction back; it stays in the history. ArchiveError('not-found') for what is none, or was taken back. */
  undo(command: Command & { id: string }): Promise<void>
}
