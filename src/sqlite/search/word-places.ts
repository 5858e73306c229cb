import { wider } from './word-letters.ts'

/** The rows in which a word stands, ascending, each followed by how often: row, count, row, count … */
export type Places = readonly number[]

const placeSize = 3
const stateSize = 2
const nowhere: Places = []

/** In which rows words stand, by the words' numbers, and how often: a row is begun, then told of each of its words. */
export function wordPlaces() {
  /** By number the word's newest place, and on how many rows it stands that were not counted yet. */
  let states: Int32Array = new Int32Array(stateSize * 2 ** 12)
  /** Of each place its row, how often the word stands there, and the word's place before. */
  let places: Int32Array = new Int32Array(placeSize * 2 ** 12)
  let size = 0
  /** Places keep their names when others are forgotten: that of the first is this, and lesser ones are of places gone. */
  let first = placeSize
  /** The rows in the order in which they were begun, and the first place in each. */
  let rows: { row: number; at: number }[] = []
  let row = 0
  let firstOfRow = first
  let last = 0
  let from = Number.NEGATIVE_INFINITY
  /** Rows of another process may come after rows that this one was told of. */
  let isInOrder = true

  return {
    begin(next: number): void {
      row = next
      firstOfRow = first + size
      rows.push({ row, at: firstOfRow })
      isInOrder &&= row > last
      last = Math.max(last, row)
    },
    add(number: number): void {
      const state = stateSize * number
      if (state >= states.length) states = wider(states)
      const before = states[state] ?? 0
      if (before >= firstOfRow) {
        const count = before - first + 1
        places[count] = (places[count] ?? 0) + 1
        return
      }
      if (size === places.length) places = wider(places)
      places[size] = row
      places[size + 1] = 1
      places[size + 2] = before
      states[state] = first + size
      states[state + 1] = (states[state + 1] ?? 0) + 1
      size += placeSize
    },
    /** Where a word stands after one row, up to another. */
    of(number: number, after: number, upTo: number): Places {
      let at = states[stateSize * number] ?? 0
      const gone = Math.max(after, from)
      if (at < first || (isInOrder && (places[at - first] ?? 0) <= gone)) return nowhere
      const found: number[] = []
      for (; at >= first; at = places[at - first + 2] ?? 0) {
        const row = places[at - first] ?? 0
        if (isInOrder && row <= gone) break
        if (row > gone && row <= upTo) found.push(places[at - first + 1] ?? 0, row)
      }
      found.reverse()
      return isInOrder ? found : byRow(found)
    },
    isAnywhere(number: number): boolean {
      let at = states[stateSize * number] ?? 0
      while (at >= first && (places[at - first] ?? 0) <= from) at = places[at - first + 2] ?? 0
      return at >= first
    },
    isUncounted: (number: number): boolean => (states[stateSize * number + 1] ?? 0) !== 0,
    /** On how many rows a word stands that were not counted yet. */
    count(number: number): number {
      const state = stateSize * number
      const rows = states[state + 1] ?? 0
      states[state + 1] = 0
      return rows
    },
    /** Forgets what stands in rows up to one; the memory for it is free once those that came before are gone. */
    forget(upTo: number): void {
      from = Math.max(from, upTo)
      const kept = rows.findIndex(({ row }) => row > from)
      rows = kept === -1 ? [] : rows.slice(kept)
      const next = rows[0]?.at ?? first + size
      places.copyWithin(0, next - first, size)
      size -= next - first
      first = next
      isInOrder = rows.every(({ row }, at) => row > (rows[at - 1]?.row ?? from))
      last = rows.reduce((last, { row }) => Math.max(last, row), 0)
    },
    /** Gives words other numbers, told by their old ones; 0 is for words that stand nowhere. */
    renumber(numbers: Int32Array): void {
      const moved = first - placeSize
      const old = states
      states = new Int32Array(old.length)
      for (let number = 1; number < numbers.length; number++) {
        const state = stateSize * (numbers[number] ?? 0)
        states[state] = Math.max(0, (old[stateSize * number] ?? 0) - moved)
        states[state + 1] = old[stateSize * number + 1] ?? 0
      }
      states.fill(0, 0, stateSize)
      for (let at = 2; at < size; at += placeSize) places[at] = Math.max(0, (places[at] ?? 0) - moved)
      rows = rows.map(({ row, at }) => ({ row, at: at - moved }))
      firstOfRow -= moved
      first = placeSize
    },
  }
}

function byRow(places: Places): Places {
  const pairs = places.flatMap((row, at) => (at % 2 === 0 ? [[row, places[at + 1] ?? 0] as const] : []))
  return pairs.sort(([a], [b]) => a - b).flat()
}
