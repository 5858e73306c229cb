import type { Stream } from '../../domain/ranking/stream.ts'
import { firstOf } from '../../domain/ranking/top.ts'
import type { Reach } from './collect.ts'
import type { Holdings } from './holdings.ts'
import { runsFrom } from './row-runs.ts'

/** The best rows of documents that were shown, and which was the last row of each then. */
type KnownBest = Map<string, { last: number; rows: readonly number[] }>

/**
 * The rows that something found, read when they are asked for (not `exact` where there was no time for all of them), and the best
 * of documents, which are known without them.
 */
export type FoundRows = { read(): Rows; best: KnownBest }
type Rows = { rows: Stream; exact: boolean }

/** More of them are forgotten: who goes through everything found does not come back to all of it. */
const mostKnown = 200

export const rowsAtHand = (rows: Stream, best: KnownBest = new Map()): FoundRows => ({
  read: () => ({ rows, exact: true }),
  best,
})

export function rowsLater(read: () => Rows, best: KnownBest): FoundRows {
  let known: Rows | null = null
  return { read: () => (known ??= read()), best }
}

/**
 * The same as `bestRows` of what one query found within one reach, whose rows are read only where those of the document are not
 * remembered, or it has more by now. What comes into sight, or goes out of it, makes that something else was found.
 */
export function rememberedBestRows(
  key: number,
  most: number,
  { read, best }: FoundRows,
  held: Holdings,
  reach: Reach,
): readonly number[] {
  const { documents } = held
  const last = documents.runs.last[documents.newestRun[key] ?? 0] ?? 0
  const name = `${key} ${most}`
  const known = best.get(name)
  if (known?.last === last) return known.rows
  const found = read()
  const rows = bestRows(key, most, found.rows, held, reach)
  if (!found.exact) return rows
  if (best.size >= mostKnown) best.clear()
  best.set(name, { last, rows })
  return rows
}

/** The rows of one document's best pages, the best first, at most so many, one a page. */
export function bestRows(
  key: number,
  most: number,
  rows: Stream,
  held: Holdings,
  reach: Reach,
): readonly number[] {
  if (most === 1) return bestRow(key, rows, held, reach)
  const { page, perPage } = held.readings
  const found: number[] = []
  const scores: number[] = []
  let hasPagesTwice = false
  ofDocument(key, rows, held, reach, (row, at) => {
    hasPagesTwice ||= perPage[page[row] ?? 0] === 2
    found.push(row)
    scores.push(rows.scoreAt(at))
  })
  const rowAt = (one: number) => found[one] ?? 0
  const isBefore = (a: number, b: number) => {
    const difference = (scores[b] ?? 0) - (scores[a] ?? 0)
    return difference < 0 || (difference === 0 && rowAt(a) < rowAt(b))
  }
  if (!hasPagesTwice) return firstOf(found.length, most, isBefore).map(rowAt)
  const seen = new Set<number>()
  const isFirst = (one: number) => seen.size < seen.add(page[rowAt(one)] ?? 0).size
  return firstOf(found.length, Number.POSITIVE_INFINITY, isBefore).filter(isFirst).slice(0, most).map(rowAt)
}

/** The row of the best page, as most documents show it. */
function bestRow(key: number, rows: Stream, held: Holdings, reach: Reach): readonly number[] {
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  ofDocument(key, rows, held, reach, (row, at) => {
    const score = rows.scoreAt(at)
    if (score < most || (score === most && row > best)) return
    best = row
    most = score
  })
  return best === 0 ? [] : [best]
}

/** Goes through the rows of one document's pages within reach, and their places among all. */
function ofDocument(
  key: number,
  rows: Stream,
  { readings, documents }: Holdings,
  reach: Reach,
  take: (row: number, at: number) => void,
): void {
  const { document, page } = readings
  for (const { first, last } of runsFrom(documents.runs, documents.newestRun[key] ?? 0)) {
    for (let at = firstPlace(rows, first); at < rows.size; at++) {
      const row = rows.ids[at] ?? 0
      if (row > last) break
      if (page[row] !== 0 && document[row] === key && reach.rows(row)) take(row, at)
    }
  }
}

/** The place of the first row that is not before the given one. */
export function firstPlace({ ids, size }: Stream, row: number): number {
  let low = 0
  let high = size
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ids[middle] ?? 0) < row) low = middle + 1
    else high = middle
  }
  return low
}
