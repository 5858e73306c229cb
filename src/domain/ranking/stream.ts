/** Rows, ascending, the first `size` of `ids`, each with a score that is reckoned when it is asked for. */
export type Stream = {
  ids: Int32Array
  size: number
  /** The score of the row at a place. */
  scoreAt(at: number): number
  /** The scores of all rows, in their order, which are not to be changed. */
  scores(): Float32Array
}

/** A stream whose scores are there already. */
export function streamOf(ids: Int32Array, scores: Float32Array, size: number): Stream {
  return { ids, size, scoreAt: (at) => scores[at] ?? 0, scores: () => scores }
}

export const nothing: Stream = streamOf(new Int32Array(0), new Float32Array(0), 0)

/** The rows of all streams, of which there is one at least, with the sums of their scores. */
export function intersect(streams: readonly Stream[]): Stream {
  const [smallest = nothing, ...others] = streams.toSorted((a, b) => a.size - b.size)
  if (others.length === 0) return smallest
  const ids = smallest.ids.slice(0, smallest.size)
  const scores = smallest.scores().slice(0, smallest.size)
  let size = smallest.size
  for (const other of others) {
    let kept = 0
    let place = 0
    for (let at = 0; at < size; at++) {
      const row = ids[at] ?? 0
      place = seek(other, place, row)
      if (place === other.size) break
      if (other.ids[place] !== row) continue
      ids[kept] = row
      scores[kept++] = (scores[at] ?? 0) + other.scoreAt(place)
    }
    size = kept
  }
  return streamOf(ids, scores, size)
}

/** To merge a row takes as long as to sweep over so many. */
const rowsSweptAMerged = 4

/** The rows of any stream, with the sums of their scores. */
export function unite(streams: readonly Stream[]): Stream {
  const present = streams.filter(({ size }) => size > 0).sort((a, b) => a.size - b.size)
  const [first = nothing, ...others] = present
  const last = Math.max(...present.map(({ ids, size }) => ids[size - 1] ?? 0))
  // What is merged again and again is not worth it where the rows lie dense, or the streams are many.
  const merged = present.reduce((all, { size }, at) => all + size * (present.length - at), 0)
  return present.length > 2 && merged * rowsSweptAMerged > last
    ? sweep(present, last)
    : others.reduce(merge, first)
}

/** The rows of a stream that do not stand in the other. */
export function subtract(stream: Stream, other: Pick<Stream, 'ids' | 'size'>): Stream {
  if (other.size === 0) return stream
  let place = 0
  return only(stream, (row) => {
    place = seek(other, place, row)
    return place === other.size || other.ids[place] !== row
  })
}

/** The rows of a stream that a test lets pass; it is asked in ascending order. */
export function only(stream: Stream, passes: (row: number) => boolean): Stream {
  const ids = new Int32Array(stream.size)
  const scores = new Float32Array(stream.size)
  let size = 0
  for (let at = 0; at < stream.size; at++) {
    const row = stream.ids[at] ?? 0
    if (!passes(row)) continue
    ids[size] = row
    scores[size++] = stream.scoreAt(at)
  }
  return streamOf(ids, scores, size)
}

/** The first place from `from` on whose row is not before the given one: in longer and longer steps, then between them. */
function seek({ ids, size }: Pick<Stream, 'ids' | 'size'>, from: number, row: number): number {
  if (from >= size || (ids[from] ?? 0) >= row) return from
  let step = 1
  let low = from
  let high = from + 1
  while (high < size && (ids[high] ?? 0) < row) {
    low = high
    step *= 2
    high += step
  }
  if (high > size) high = size
  while (low + 1 < high) {
    const middle = (low + high) >>> 1
    if ((ids[middle] ?? 0) < row) low = middle
    else high = middle
  }
  return high
}

function merge(a: Stream, b: Stream): Stream {
  const ids = new Int32Array(a.size + b.size)
  const scores = new Float32Array(a.size + b.size)
  let size = 0
  let i = 0
  let j = 0
  while (i < a.size && j < b.size) {
    const left = a.ids[i] ?? 0
    const right = b.ids[j] ?? 0
    ids[size] = left < right ? left : right
    scores[size++] = (left <= right ? a.scoreAt(i++) : 0) + (right <= left ? b.scoreAt(j++) : 0)
  }
  for (; i < a.size; i++) {
    ids[size] = a.ids[i] ?? 0
    scores[size++] = a.scoreAt(i)
  }
  for (; j < b.size; j++) {
    ids[size] = b.ids[j] ?? 0
    scores[size++] = b.scoreAt(j)
  }
  return streamOf(ids, scores, size)
}

/** Sums the scores of all rows that there may be up to the last, then takes those that got any. */
function sweep(streams: readonly Stream[], last: number): Stream {
  const sums = new Float32Array(last + 1)
  const seen = new Uint8Array(last + 1)
  let size = 0
  for (const stream of streams) {
    const scores = stream.scores()
    for (let at = 0; at < stream.size; at++) {
      const row = stream.ids[at] ?? 0
      if (seen[row] === 0) {
        seen[row] = 1
        size++
      }
      sums[row] = (sums[row] ?? 0) + (scores[at] ?? 0)
    }
  }
  const ids = new Int32Array(size)
  const scores = new Float32Array(size)
  let at = 0
  for (let row = 0; row <= last; row++) {
    if (seen[row] === 0) continue
    ids[at] = row
    scores[at++] = sums[row] ?? 0
  }
  return streamOf(ids, scores, size)
}
