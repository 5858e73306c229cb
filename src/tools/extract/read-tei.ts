import type { Reading } from './batches.ts'
import { decodePieces } from './decode-text.ts'
import { markupEncodingOf } from './markup-encoding.ts'
import { type Element, firstIn } from './markup-tree.ts'
import { xmlElements } from './parse-xml.ts'
import { readWhole } from './read-whole.ts'
import { imagesIn } from './tei-images.ts'
import { teiPages } from './tei-pages.ts'
import { engineNamed, transcript } from './transcript.ts'

/**
 * Reads the text of TEI P5 (and of P4, as far as it is alike) in the pages that its `pb` begin, each with the image that
 * `facs` leads to. What was chosen where the text offers a choice is told.
 */
export function* readTei(fd: number): Generator<Reading> {
  const bytes = readWhole(fd, 64 * 1024 * 1024)
  const { encoding, assumed } = markupEncodingOf(bytes)
  const [root] = xmlElements(decodePieces(bytes, encoding))
  const pages = root ? teiPages(root, imagesIn(root)) : []
  const remarks = [assumed, root && hasChoice(root) ? chosen : null].filter((remark) => remark !== null)
  yield* transcript(pages, engineNamed('saxes'), remarks.join('; ') || null)
}

const hasChoice = (root: Element) => firstIn(root, 'choice') !== null

const chosen =
  'where it offers a choice, the spelling and the errors of the original were read, and abbreviations expanded'
