import { fstatSync, readSync } from 'node:fs'
import type { Reading } from './batches.ts'
import { decodePieces, encodingOf } from './decode-text.ts'
import { makePage } from './make-page.ts'
import { textPages } from './text-pages.ts'
import { Unreadable } from './unreadable.ts'

const mostBytes = 256 * 1024 * 1024

/** Reads plain text or Markdown of up to 256 MB in any encoding that decode-text knows, page by page. */
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

function readWhole(fd: number): Uint8Array {
  const { size } = fstatSync(fd)
  if (size === 0) throw new Unreadable('is empty: it has 0 bytes; upload it again from where it came')
  if (size > mostBytes) {
    const megabytes = Math.ceil(size / 1024 / 1024).toLocaleString('en')
    throw new Unreadable(
      `is a text of ${megabytes} MB, more than the 256 MB that can be read; split it into parts`,
    )
  }
  const bytes = Buffer.allocUnsafeSlow(size)
  let at = 0
  for (let got = -1; got !== 0 && at < size; at += got) got = readSync(fd, bytes, at, size - at, at)
  return bytes.subarray(0, at)
}
