import type { Stream } from '../../domain/ranking/stream.ts'
import { firstOf } from '../../domain/ranking/top.ts'
import type { Reach } from './collect.ts'
import type { Holdings } from './holdings.ts'
import { runsFrom } from './row-runs.ts'

/** The rows of one document's best pages, the best first, at most so many, one a page. */
export function bestRows(
  key: number,
  most: number,
  rows: Stream,
  { readings, documents }: Holdings,
  reach: Reach,
): number[] {
  const { document, page, perPage } = readings
  const places: number[] = []
  let hasPagesTwice = false
  for (const { first, last } of runsFrom(documents.runs, documents.newestRun[key] ?? 0)) {
    for (let at = firstPlace(rows, first); at < rows.size; at++) {
      const row = rows.ids[at] ?? 0
      if (row > last) break
      const on = page[row] ?? 0
      if (on === 0 || document[row] !== key || !reach.rows(row)) continue
      hasPagesTwice ||= perPage[on] === 2
      places.push(at)
    }
  }
  const rowAt = (one: number) => rows.ids[places[one] ?? 0] ?? 0
  const isBefore = (a: number, b: number) => {
    const difference = rows.scoreAt(places[b] ?? 0) - rows.scoreAt(places[a] ?? 0)
    return difference < 0 || (difference === 0 && rowAt(a) < rowAt(b))
  }
  if (!hasPagesTwice) return firstOf(places.length, most, isBefore).map(rowAt)
  const seen = new Set<number>()
  const isFirst = (one: number) => seen.size < seen.add(page[rowAt(one)] ?? 0).size
  return firstOf(places.length, Number.POSITIVE_INFINITY, isBefore).filter(isFirst).slice(0, most).map(rowAt)
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
