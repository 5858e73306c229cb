import type { Stream } from '../../domain/ranking/stream.ts'
import { firstOf } from '../../domain/ranking/top.ts'
import type { Reach } from './collect.ts'
import type { Holdings } from './holdings.ts'

/** The rows of one document's best pages, the best first, at most so many, one a page. */
export function bestRows(
  key: number,
  most: number,
  rows: Stream,
  { readings, documents }: Holdings,
  reach: Reach,
): number[] {
  const { document, page, perPage } = readings
  const first = firstPlace(rows, documents.firstRow[key] ?? 0)
  const end = firstPlace(rows, (documents.lastRow[key] ?? 0) + 1)
  const rowAt = (at: number) => rows.ids[first + at] ?? 0
  const isBefore = (a: number, b: number) => {
    const difference = rows.scoreAt(first + b) - rows.scoreAt(first + a)
    return difference < 0 || (difference === 0 && a < b)
  }
  let hasPagesTwice = false
  const isShown = (at: number) => {
    const row = rowAt(at)
    const on = page[row] ?? 0
    if (on === 0 || document[row] !== key || !reach.rows(row)) return false
    hasPagesTwice ||= perPage[on] === 2
    return true
  }
  const best = firstOf(end - first, most, isBefore, isShown)
  if (!hasPagesTwice) return best.map(rowAt)
  const seen = new Set<number>()
  const isFirst = (at: number) => seen.size < seen.add(page[rowAt(at)] ?? 0).size
  return firstOf(end - first, Number.POSITIVE_INFINITY, isBefore, isShown)
    .filter(isFirst)
    .slice(0, most)
    .map(rowAt)
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
