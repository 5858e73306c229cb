import type { Reading } from './batches.ts'
import { decodePieces, encodingOf } from './decode-text.ts'
import { makePage } from './make-page.ts'
import { readWhole } from './read-whole.ts'
import { textPages } from './text-pages.ts'

/** Reads plain text of up to 256 MB in any encoding that decode-text knows, page by page. */
export function* readText(fd: number): Generator<Reading> {
  const bytes = readWhole(fd)
  const { encoding, assumed } = encodingOf(bytes)
  const pages = () => textPages(decodePieces(bytes, encoding))
  let total = 0
  for (const _ of pages()) total++
  yield {
    kind: 'start',
    total,
    layer: 'transcription',
    engine: `TextDecoder, Node ${process.versions.node}`,
    assumed,
  }
  let filePage = 0
  for (const { label, content } of pages()) {
    yield {
      kind: 'page',
      page: makePage({ filePage: ++filePage, label, width: null, height: null, content }),
    }
  }
}
