/**
 * The rows in which something stands, ascending, `size` of them, and its weight in each: how often it stands there, in
 * 128ths, so that a misread form can count for little. Without weights it counts once in every row.
 */
export type Postings = { ids: Int32Array; weights: Uint16Array | null; size: number }

/** The weight of a thing that stands in a row once. */
export const once = 128

/** Heavier than this nothing gets: it stands there so often that one time more says nothing. */
export const heaviest = 0xffff

/** The postings of something by the rows in which it occurs, ascending, a row as often as it occurs there. */
export function postingsOf(rows: ArrayLike<number>, weight: number = once): Postings {
  const ids = new Int32Array(rows.length)
  const weights = new Uint16Array(rows.length)
  let size = 0
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    if (size > 0 && ids[size - 1] === row) add(weights, size - 1, weight)
    else {
      ids[size] = row
      weights[size++] = weight
    }
  }
  return { ids: ids.slice(0, size), weights: weights.slice(0, size), size }
}

/** The rows of either, with the sum of their weights. */
export function mergePostings(a: Postings, b: Postings): Postings {
  if (b.size === 0) return a
  if (a.size === 0) return b
  const ids = new Int32Array(a.size + b.size)
  const weights = new Uint16Array(a.size + b.size)
  let size = 0
  for (let i = 0, j = 0; i < a.size || j < b.size; size++) {
    const left = i < a.size ? (a.ids[i] ?? 0) : Number.POSITIVE_INFINITY
    const right = j < b.size ? (b.ids[j] ?? 0) : Number.POSITIVE_INFINITY
    ids[size] = Math.min(left, right)
    if (left <= right) add(weights, size, weightAt(a, i++))
    if (right <= left) add(weights, size, weightAt(b, j++))
  }
  return { ids: ids.slice(0, size), weights: weights.slice(0, size), size }
}

/** How many rows are not after a given one. */
export function countUpTo({ ids, size }: Postings, row: number): number {
  let low = 0
  let high = size
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ids[middle] ?? 0) <= row) low = middle + 1
    else high = middle
  }
  return low
}

const weightAt = ({ weights }: Postings, at: number): number => weights?.[at] ?? once

function add(weights: Uint16Array, at: number, weight: number): void {
  weights[at] = Math.min(heaviest, (weights[at] ?? 0) + weight)
}
