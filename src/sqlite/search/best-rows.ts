import type { Stream } from '../../domain/ranking/stream.ts'
import type { Reach } from './collect.ts'
import type { Holdings } from './holdings.ts'

/** The rows of one document's best pages, the best first, at most so many, one a page. */
export function bestRows(
  key: number,
  most: number,
  rows: Stream,
  { readings, documents }: Holdings,
  reach: Reach,
) {
  const last = documents.lastRow[key] ?? 0
  const found: { row: number; page: number; score: number }[] = []
  for (let at = firstPlace(rows, documents.firstRow[key] ?? 0); at < rows.size; at++) {
    const row = rows.ids[at] ?? 0
    if (row > last) break
    if (readings.document[row] !== key || reach.states[readings.state[row] ?? 0] !== 1) continue
    const page = readings.page[row] ?? 0
    if (page !== 0) found.push({ row, page, score: rows.scoreAt(at) })
  }
  found.sort((a, b) => b.score - a.score || a.row - b.row)
  const seen = new Set<number>()
  return found
    .filter(({ page }) => !seen.has(page) && seen.add(page).size > 0)
    .slice(0, most)
    .map(({ row }) => row)
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
