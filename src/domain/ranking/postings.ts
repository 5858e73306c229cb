/**
 * The rows in which something stands, ascending, `size` of them, and its weight in each: how often it stands there, in
 * 128ths, so that a misread form can count for little. Without weights it counts once in every row.
 */
export type Postings = { ids: Int32Array; weights: Uint16Array | null; size: number }

/** The weight of a thing that stands in a row once. */
export const once = 128

/** Heavier than this nothing gets: it stands there so often that one time more says nothing. */
export const heaviest = 0xffff

const zero = 0x30

/** Where postings are read, one list after the other: most of them are shorter than what they are read from. */
const desk = { ids: new Int32Array(2 ** 12), weights: new Uint16Array(2 ** 12) }

/**
 * The postings of something by the rows in which it occurs, ascending, a row as often as it occurs there: an array of JSON in
 * ASCII, of whole numbers from 1 on without spaces.
 */
export function readPostings(json: Uint8Array, weight: number = once): Postings {
  let { ids, weights } = desk
  let size = 0
  let last = 0
  for (let at = 1; at < json.length; ) {
    let row = 0
    for (let digit = digitAt(json, at++); digit >= 0 && digit <= 9; digit = digitAt(json, at++)) {
      row = row * 10 + digit
    }
    if (row === 0) break
    if (row === last) {
      weights[size - 1] = sum(weights[size - 1] ?? 0, weight)
      continue
    }
    if (size === ids.length) ({ ids, weights } = widened())
    ids[size] = row
    weights[size++] = weight
    last = row
  }
  return { ids: ids.slice(0, size), weights: weights.slice(0, size), size }
}

const digitAt = (json: Uint8Array, at: number): number => (json[at] ?? 0) - zero

function widened(): typeof desk {
  const { ids, weights } = desk
  desk.ids = new Int32Array(2 * ids.length)
  desk.weights = new Uint16Array(2 * ids.length)
  desk.ids.set(ids)
  desk.weights.set(weights)
  return desk
}

/** The rows of any of these, with the sum of their weights. */
export function mergePostings(lists: readonly Postings[]): Postings {
  const left = lists.filter(({ size }) => size > 0).sort((a, b) => a.size - b.size)
  // The smallest first, so that few rows are merged again.
  while (left.length > 1) {
    const [a = noRows, b = noRows] = left.splice(0, 2)
    const both = merged(a, b)
    const place = left.findIndex(({ size }) => size >= both.size)
    left.splice(place === -1 ? left.length : place, 0, both)
  }
  return fitted(left[0] ?? noRows)
}

const noRows: Postings = { ids: new Int32Array(0), weights: new Uint16Array(0), size: 0 }

function merged(a: Postings, b: Postings): Postings {
  const [idsOfA, idsOfB] = [a.ids, b.ids]
  const [weightsOfA, weightsOfB] = [weightsOf(a), weightsOf(b)]
  const ids = new Int32Array(a.size + b.size)
  const weights = new Uint16Array(a.size + b.size)
  let size = 0
  let i = 0
  let j = 0
  while (i < a.size && j < b.size) {
    const left = idsOfA[i] ?? 0
    const right = idsOfB[j] ?? 0
    if (left < right) {
      ids[size] = left
      weights[size++] = weightsOfA[i++] ?? 0
    } else if (right < left) {
      ids[size] = right
      weights[size++] = weightsOfB[j++] ?? 0
    } else {
      ids[size] = left
      weights[size++] = sum(weightsOfA[i++] ?? 0, weightsOfB[j++] ?? 0)
    }
  }
  const [rest, restOfWeights, from, to] =
    i < a.size ? [idsOfA, weightsOfA, i, a.size] : [idsOfB, weightsOfB, j, b.size]
  ids.set(rest.subarray(from, to), size)
  weights.set(restOfWeights.subarray(from, to), size)
  return { ids, weights, size: size + to - from }
}

const weightsOf = ({ weights, size }: Postings): Uint16Array => weights ?? new Uint16Array(size).fill(once)

/** In no more memory than they need. */
const fitted = ({ ids, weights, size }: Postings): Postings =>
  ids.length === size
    ? { ids, weights, size }
    : { ids: ids.slice(0, size), weights: weights?.slice(0, size) ?? null, size }

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

/** The rows after the first `from`, up to the first `to`. */
export function between({ ids, weights }: Postings, from: number, to: number): Postings {
  if (from === 0) return { ids, weights, size: to }
  return {
    ids: ids.subarray(from, to),
    weights: weights === null ? null : weights.subarray(from, to),
    size: to - from,
  }
}

const sum = (weight: number, more: number): number => Math.min(heaviest, weight + more)
