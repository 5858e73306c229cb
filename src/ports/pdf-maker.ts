import type { LaidBlock } from '../domain/page/laid-lines.ts'
import type { Frame } from '../domain/page/placed-words.ts'

/**
 * The image of a page to be shown: a file of its own format of which so many pages are passed over, and its resolution
 * where that is known.
 */
export type PdfImage = { path: string; filePage: number; mediaType: string; dpi: number | null }

/** A page to be shown: its image, and its text as far as its words have places in a frame. */
export type PdfPage = {
  label: string | null
  frame: Frame | null
  blocks: readonly LaidBlock[]
  image: PdfImage | null
}

/** Makes searchable PDFs in a child process under watch. */
export type PdfMaker = {
  /**
   * Writes a PDF to a local path: each page's image with its text, unseen, where its words stand; a page without an image
   * as plain text. Holds one page at a time. Throws ArchiveError('busy') where too many are being made, and the signal's
   * reason when it is stopped.
   */
  make(
    pages: AsyncIterable<PdfPage>,
    about: { title: string; language: string | null },
    target: string,
    signal: AbortSignal,
  ): Promise<void>
}
