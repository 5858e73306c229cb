import { once, type Postings } from './postings.ts'
import type { Stream } from './stream.ts'

/**
 * The constants of BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009, 3.4), its idf, and whether a
 * row is compared with the rows of its sort or with all.
 */
export type Model = { k1: number; b: number; bySort: boolean; idf(rows: number, ofAll: number): number }

/**
 * What a score depends on beside the words themselves: how many rows there are, how many words each has, of which sort it
 * is, and how many words a row of each sort has on average.
 */
export type Population = {
  rows: number
  /** How many rows there are of the most frequent sort. */
  rowsOfSort: number
  words: Uint32Array
  sort: Uint8Array
  meanWords: readonly number[]
  meanOfAll: number
}

/** The idf that FTS5's bm25 takes: a word of more than half of all rows says next to nothing. */
const robertson = (rows: number, ofAll: number): number =>
  Math.max(1e-6, Math.log((ofAll - rows + 0.5) / (rows + 0.5)))

/** FTS5's own constants (https://sqlite.org/fts5.html#the_bm25_function): what ours is held against. */
export const fts5Model: Model = { k1: 1.2, b: 0.75, bySort: false, idf: robertson }

/** The idf of Lucene: never negative, and small for words that stand everywhere. */
const lucene = (rows: number, ofAll: number): number =>
  Math.log1p(Math.max(0, ofAll - rows + 0.5) / (rows + 0.5))

export const ourModel: Model = { k1: 1.6, b: 0.75, bySort: true, idf: lucene }

/** The rows of a list with their BM25 scores, as of something that stands in `rows` of all rows. */
export function scored(
  { ids, weights, size }: Postings,
  rows: number,
  { k1, b, bySort, idf }: Model,
  population: Population,
): Stream {
  const { words, sort } = population
  const factor = idf(rows, bySort ? population.rowsOfSort : population.rows) * (k1 + 1)
  const flat = k1 * (1 - b)
  const slopes = Float64Array.from(
    population.meanWords,
    (mean) => (k1 * b) / Math.max(1, bySort ? mean : population.meanOfAll),
  )
  const scoreAt = (at: number): number => {
    const frequency = weights === null ? 1 : (weights[at] ?? 0) / once
    const row = ids[at] ?? 0
    return (factor * frequency) / (frequency + flat + (slopes[sort[row] ?? 0] ?? 0) * (words[row] ?? 0))
  }
  const scores = (): Float32Array => {
    const all = new Float32Array(size)
    for (let at = 0; at < size; at++) all[at] = scoreAt(at)
    return all
  }
  return { ids, size, scoreAt, scores }
}
