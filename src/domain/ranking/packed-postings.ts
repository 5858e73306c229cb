import type { Postings } from './postings.ts'

/**
 * Postings as they are kept, in a half or a third of the memory: how far each row is from the one before, in one byte or two,
 * and which of the few weights that there are it has, in one. 0 stands for what has no room there and is told beside it.
 */
export type PackedPostings = {
  size: number
  /** The last row, 0 where there is none. */
  last: number
  distances: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>
  far: number[]
  /** Of each row the number of its weight among `weights`; null where all stand for once. */
  codes: Uint8Array<ArrayBuffer> | null
  /** The first of them is no weight. */
  weights: number[]
  heavy: number[]
}

/** Rows that are as near to each other as this at most are seldom as far as a byte does not hold. */
const nearInBytes = 100
const mostWeights = 256
const bytesANumber = 8

export const noPostings = (hasWeights: boolean): PackedPostings => packedIn(new Uint16Array(0), hasWeights)

const packedIn = (distances: PackedPostings['distances'], hasWeights: boolean): PackedPostings => ({
  size: 0,
  last: 0,
  distances,
  far: [],
  codes: hasWeights ? new Uint8Array(distances.length) : null,
  weights: [0],
  heavy: [],
})

/** By a weight its code in the list that is being packed; 0 between one list and the next. */
const codes = new Uint8Array(0x10000)

export function packed({ ids, weights, size }: Postings): PackedPostings {
  const isNear = (ids[size - 1] ?? 0) / size <= nearInBytes
  const list = packedIn(isNear ? new Uint8Array(size) : new Uint16Array(size), weights !== null)
  list.last = packDistances(ids, size, list.distances, list.far)
  if (list.codes && weights) packWeights(weights, size, list.codes, list)
  list.size = size
  return list
}

/** Returns the last row. */
function packDistances(
  ids: Int32Array,
  size: number,
  distances: PackedPostings['distances'],
  far: number[],
): number {
  const widest = distances instanceof Uint8Array ? 0xff : 0xffff
  let last = 0
  for (let at = 0; at < size; at++) {
    const row = ids[at] ?? 0
    const distance = row - last
    if (distance <= widest) distances[at] = distance
    else far.push(distance)
    last = row
  }
  return last
}

function packWeights(
  all: Uint16Array,
  size: number,
  into: Uint8Array,
  { weights, heavy }: PackedPostings,
): void {
  for (let at = 0; at < size; at++) {
    const weight = all[at] ?? 0
    let code = codes[weight] ?? 0
    if (code === 0 && weights.length < mostWeights) {
      code = weights.push(weight) - 1
      codes[weight] = code
    }
    into[at] = code
    if (code === 0) heavy.push(weight)
  }
  for (const weight of weights) codes[weight] = 0
}

/** Adds a row that comes after the last one. */
export function addRow(list: PackedPostings, row: number, weight: number): void {
  const { size, last } = list
  if (size === list.distances.length) grow(list)
  list.distances[size] = row - last
  // What was cut off to fit is another number.
  if (list.distances[size] !== row - last) {
    list.distances[size] = 0
    list.far.push(row - last)
  }
  if (list.codes) {
    const code = codeOf(list, weight)
    list.codes[size] = code
    if (code === 0) list.heavy.push(weight)
  }
  list.last = row
  list.size++
}

/** The rows after one, of all that there are. */
export function unpacked(list: PackedPostings, after = 0): Postings {
  const { distances, far, codes, weights, heavy } = list
  const from = after === 0 ? beginning : placeAfter(list, after)
  const size = list.size - from.at
  const ids = new Int32Array(size)
  let { at, row, farther, heavier } = from
  for (let to = 0; to < size; to++) {
    const distance = distances[at++] ?? 0
    row += distance === 0 ? (far[farther++] ?? 0) : distance
    ids[to] = row
  }
  if (codes === null) return { ids, weights: null, size }
  const known = Uint16Array.from(weights)
  const all = new Uint16Array(size)
  at = from.at
  for (let to = 0; to < size; to++) {
    const code = codes[at++] ?? 0
    all[to] = code === 0 ? (heavy[heavier++] ?? 0) : (known[code] ?? 0)
  }
  return { ids, weights: all, size }
}

/** A place in a list: the row before it, and how many of those that are far, or heavy, stand before it. */
type Place = { at: number; row: number; farther: number; heavier: number }

const beginning: Place = { at: 0, row: 0, farther: 0, heavier: 0 }

/** The place of the first row after one, looked for from the end: few come after it as a rule. */
function placeAfter({ size, last, distances, far, codes, heavy }: PackedPostings, after: number): Place {
  const place = { at: size, row: last, farther: far.length, heavier: heavy.length }
  while (place.row > after) {
    place.at--
    const distance = distances[place.at] ?? 0
    place.row -= distance === 0 ? (far[--place.farther] ?? 0) : distance
    if (codes !== null && codes[place.at] === 0) place.heavier--
  }
  return place
}

/** The memory it takes, in bytes. */
export const bytesOf = ({ distances, far, codes, weights, heavy }: PackedPostings): number =>
  distances.byteLength +
  (codes?.byteLength ?? 0) +
  bytesANumber * (far.length + weights.length + heavy.length)

function codeOf({ weights }: PackedPostings, weight: number): number {
  const code = weights.indexOf(weight, 1)
  if (code !== -1) return code
  return weights.length < mostWeights ? weights.push(weight) - 1 : 0
}

function grow(list: PackedPostings): void {
  const room = list.size + (list.size >> 3) + 16
  const { distances, codes } = list
  list.distances = distances instanceof Uint8Array ? new Uint8Array(room) : new Uint16Array(room)
  list.distances.set(distances)
  if (!codes) return
  list.codes = new Uint8Array(room)
  list.codes.set(codes)
}
