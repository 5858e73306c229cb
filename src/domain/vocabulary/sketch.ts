import { editsWithin } from '../search/edit-distance.ts'

// What can be said of a word in few bits, so that few words must be compared letter by letter. Letters that share a bit
// or a kind only make for a comparison too many.

/** One of 32 bits for every letter of a word: who lacks the bit lacks the letter. */
export function maskOf(points: Uint32Array): number {
  let mask = 0
  for (let i = 0; i < points.length; i++) mask |= 1 << (points[i] ?? 0)
  return mask
}

const startLength = 4
const kinds = 15

/** The kinds of the first four letters of a word, each from 1 to 15, in four bits each; 0 where it has no more. */
export function startOf(points: Uint32Array): number {
  let start = 0
  for (let i = 0; i < startLength; i++)
    start = (start << 4) | (i < points.length ? kindOf(points[i] ?? 0) : 0)
  return start
}

const kindOf = (point: number) => 1 + (point % kinds)

/** By start, 1 where some beginning of a word that starts so can be within so many edits of the prefix, else 0. */
export function startsNear(prefix: Uint32Array, edits: number): Uint8Array {
  const wanted = prefix.map(kindOf)
  const canBe = new Uint8Array(2 ** (4 * startLength))
  const mark = (letters: Uint32Array, start: number) => {
    const isNear =
      editsWithin(edits, letters, wanted, 0, wanted.length, true) <= edits ||
      editsWithin(edits, wanted, letters, 0, letters.length, true) <= edits
    if (!isNear) return
    canBe[start] = 1
    const { length } = letters
    if (length === startLength) return
    const longer = new Uint32Array(length + 1)
    longer.set(letters)
    for (let kind = 1; kind <= kinds; kind++) {
      longer[length] = kind
      mark(longer, start | (kind << (4 * (startLength - 1 - length))))
    }
  }
  mark(new Uint32Array(), 0)
  return canBe
}
