import { type Stream, unite } from '../../domain/ranking/stream.ts'
import { collect, type FoundDocuments, type Reach } from './collect.ts'
import type { Holdings } from './holdings.ts'

/** With fewer documents than this in full, those that hold only some of the words are shown, too. */
export const fewDocuments = 10
/** As many words as have bits to be noted by. */
export const mostWords = 31

/**
 * Adds to the documents that hold all words on one page, in tiers, those whose pages hold them all together, then those
 * that lack one, two …, but hold at least half of them. `parts` are the rows of each word.
 */
export function relax(
  full: FoundDocuments,
  parts: readonly Stream[],
  held: Holdings,
  reach: Reach,
  failsOf: (key: number) => number,
): { documents: FoundDocuments; someRows: Stream } {
  const someRows = unite(parts)
  const some = collect({ rows: someRows, documents: null }, held, reach)
  const wordsOf = wordsByDocument(parts, held, reach)
  const all = 2 ** parts.length - 1
  const known = new Set(full.keys)
  const more: number[] = []
  for (let at = 0; at < some.size; at++) {
    const key = some.keys[at] ?? 0
    const missing = parts.length - bitsIn(wordsOf[key] ?? 0)
    if (missing <= parts.length / 2 && !known.has(key) && failsOf(key) === 0) more.push(at)
  }
  const size = full.size + more.length
  const joined = <T extends Int32Array | Float32Array | Uint8Array | Uint32Array>(
    array: T,
    first: ArrayLike<number>,
    of: (at: number) => number,
  ): T => {
    array.set(first)
    for (const [index, at] of more.entries()) array[full.size + index] = of(at)
    return array
  }
  const wordsAt = (at: number) => wordsOf[some.keys[at] ?? 0] ?? 0
  const documents = {
    size,
    keys: joined(new Int32Array(size), full.keys, (at) => some.keys[at] ?? 0),
    scores: joined(new Float32Array(size), full.scores, (at) => some.scores[at] ?? 0),
    pageHits: joined(new Int32Array(size), full.pageHits, (at) => some.pageHits[at] ?? 0),
    hasPagesTwice: full.hasPagesTwice,
    fails: joined(new Uint8Array(size), full.fails, () => 0),
    tiers: joined(new Uint8Array(size), [], (at) => 1 + parts.length - bitsIn(wordsAt(at))),
    words: joined(new Uint32Array(size), new Uint32Array(full.size).fill(all), wordsAt),
  }
  return { documents, someRows }
}

/** By a document's key, which of the words its readings hold. */
function wordsByDocument(
  parts: readonly Stream[],
  { readings, documents }: Holdings,
  reach: Reach,
): Uint32Array {
  const words = new Uint32Array(documents.last + 1)
  for (const [part, { ids, size }] of parts.entries()) {
    for (let at = 0; at < size; at++) {
      const row = ids[at] ?? 0
      if (!reach.rows(row)) continue
      const key = readings.document[row] ?? 0
      words[key] = (words[key] ?? 0) | (1 << part)
    }
  }
  return words
}

function bitsIn(number: number): number {
  let count = 0
  for (let rest = number; rest !== 0; rest &= rest - 1) count++
  return count
}
