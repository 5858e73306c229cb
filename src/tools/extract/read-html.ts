import type { Reading } from './batches.ts'
import { decodePieces } from './decode-text.ts'
import { bodyOf, textOfHtml } from './html-text.ts'
import { markupEncodingOf } from './markup-encoding.ts'
import { htmlElements } from './parse-html.ts'
import { readWhole } from './read-whole.ts'
import { textPages } from './text-pages.ts'
import { engineNamed, transcript } from './transcript.ts'

/** Reads the text of HTML and XHTML, in pages where it has page breaks or `[p. 12]` markers. */
export function* readHtml(fd: number): Generator<Reading> {
  const bytes = readWhole(fd, 64 * 1024 * 1024)
  const { encoding, assumed } = markupEncodingOf(bytes)
  const [root] = htmlElements(decodePieces(bytes, encoding))
  const text = root ? textOfHtml(bodyOf(root)) : ''
  const pages = [...textPages([text])].map((page) => ({ ...page, refers: null }))
  yield* transcript(pages, engineNamed('htmlparser2'), assumed)
}
