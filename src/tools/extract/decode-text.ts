import { isUtf8 } from 'node:buffer'
import { guessEncoding } from './guess-encoding.ts'
import { utf16Of } from './utf16.ts'

/** The encoding of a text, and what was assumed to know it, in words for the archivist; null where nothing was. */
export type Encoding = { encoding: string; assumed: string | null }

const pieceBytes = 1_048_576

/** Finds out how a text is encoded: by its byte order mark, as valid UTF-8, by the shape of UTF-16, else by its letters. */
export function encodingOf(bytes: Uint8Array): Encoding {
  const utf16 = utf16Of(bytes)
  if (utf16?.marked) return { encoding: utf16.encoding, assumed: null }
  if (utf16)
    return { encoding: utf16.encoding, assumed: `read as ${utf16.encoding} (there was no byte order mark)` }
  if (isUtf8(bytes)) return { encoding: 'utf-8', assumed: null }
  const { intact, broken } = utf8Health(bytes)
  // Text in an old code page hardly ever forms valid UTF-8 by chance, so a few broken places are damage, not proof.
  if (hasUtf8Mark(bytes) || (intact >= 2 && intact >= broken * 3)) {
    return { encoding: 'utf-8', assumed: `read as utf-8 (${places(broken)} not valid and became U+FFFD)` }
  }
  const { encoding, sure } = guessEncoding(bytes)
  const doubt = sure ? '' : ', and its letters settle none'
  return { encoding, assumed: `read as ${encoding} (no encoding was declared${doubt})` }
}

/** The text of the bytes piece by piece, about a megabyte each, never cut inside a character. */
export function* decodePieces(bytes: Uint8Array, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding)
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    yield decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true })
  }
  yield decoder.decode()
}

/** The whole text of the bytes, with its encoding and what was assumed. */
export function decodeText(bytes: Uint8Array): Encoding & { text: string } {
  const found = encodingOf(bytes)
  return { ...found, text: [...decodePieces(bytes, found.encoding)].join('') }
}

function utf8Health(bytes: Uint8Array): { intact: number; broken: number } {
  let intact = 0
  let broken = 0
  for (const piece of decodePieces(bytes, 'utf-8')) {
    const replaced = piece.match(/\ufffd/g)?.length ?? 0
    broken += replaced
    intact += (piece.match(/[\u0080-\u{10ffff}]/gu)?.length ?? 0) - replaced
  }
  return { intact, broken }
}

const hasUtf8Mark = (bytes: Uint8Array) => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

const places = (count: number) => (count === 1 ? '1 place was' : `${count.toLocaleString('en')} places were`)
