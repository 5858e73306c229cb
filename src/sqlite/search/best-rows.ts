import type { Stream } from '../../domain/ranking/stream.ts'
import { firstOf } from '../../domain/ranking/top.ts'
import type { Reach } from './collect.ts'
import type { Holdings } from './holdings.ts'
import { runsFrom } from './row-runs.ts'

/**
 * The same as `bestRows`, remembered as long as the rows are those that were found before, nothing has been written since,
 * and the reach is the same.
 */
export function keptBestRows(
  held: Holdings,
): (key: number, most: number, rows: Stream, reach: Reach) => readonly number[] {
  type Known = { version: number; reach: string; best: Map<string, readonly number[]> }
  const known = new WeakMap<Stream, Known>()
  return (key, most, rows, reach) => {
    let own = known.get(rows)
    if (own?.version !== held.version || own.reach !== reach.name) {
      own = { version: held.version, reach: reach.name, best: new Map() }
      known.set(rows, own)
    }
    const name = `${key} ${most}`
    const best = own.best.get(name) ?? bestRows(key, most, rows, held, reach)
    own.best.set(name, best)
    return best
  }
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
