import { wider } from './word-letters.ts'

/** The rows in which a word stands, ascending, each followed by how often: row, count, row, count … */
export type Places = readonly number[]

const placeSize = 4
const stateSize = 2
const nowhere: Places = []

/** In which rows words stand, by the words' numbers, and how often: a row is begun, then told of each of its words. */
export function wordPlaces() {
  /** By number the word's newest place, and on how many rows it stands that were not counted yet. */
  let states: Int32Array = new Int32Array(stateSize * 2 ** 12)
  /** Of each place its row, how often the word stands there, the word's place before, 0 for none, and the word's number. */
  let places: Int32Array = new Int32Array(placeSize * 2 ** 12)
  let end = placeSize
  let row = 0
  let firstOfRow = end
  let last = 0
  /** Rows of another process may come after rows that this one was told of. */
  let isInOrder = true

  function begin(next: number): void {
    row = next
    firstOfRow = end
    isInOrder &&= row > last
    last = Math.max(last, row)
  }

  function put(count: number, number: number): void {
    if (end === places.length) places = wider(places)
    const state = stateSize * number
    places[end] = row
    places[end + 1] = count
    places[end + 2] = states[state] ?? 0
    places[end + 3] = number
    states[state] = end
    end += placeSize
  }

  return {
    begin,
    add(number: number): void {
      const state = stateSize * number
      if (state >= states.length) states = wider(states)
      const before = states[state] ?? 0
      if (before >= firstOfRow) {
        places[before + 1] = (places[before + 1] ?? 0) + 1
        return
      }
      states[state + 1] = (states[state + 1] ?? 0) + 1
      put(1, number)
    },
    /** Where a word stands after one row, up to another. */
    of(number: number, after: number, upTo: number): Places {
      let at = states[stateSize * number] ?? 0
      if (at === 0 || (isInOrder && (places[at] ?? 0) <= after)) return nowhere
      const found: number[] = []
      for (; at !== 0; at = places[at + 2] ?? 0) {
        const row = places[at] ?? 0
        if (isInOrder && row <= after) break
        if (row > after && row <= upTo) found.push(places[at + 1] ?? 0, row)
      }
      found.reverse()
      return isInOrder ? found : byRow(found)
    },
    isAnywhere: (number: number): boolean => (states[stateSize * number] ?? 0) !== 0,
    isUncounted: (number: number): boolean => (states[stateSize * number + 1] ?? 0) !== 0,
    /** On how many rows a word stands that were not counted yet. */
    count(number: number): number {
      const state = stateSize * number
      const rows = states[state + 1] ?? 0
      states[state + 1] = 0
      return rows
    },
    /** Forgets what stands in rows up to one. */
    forget(upTo: number): void {
      const all = end
      for (let state = 0; state < states.length; state += stateSize) states[state] = 0
      end = placeSize
      row = 0
      last = 0
      isInOrder = true
      for (let at = placeSize; at < all; at += placeSize) {
        const next = places[at] ?? 0
        if (next <= upTo) continue
        if (next !== row) begin(next)
        put(places[at + 1] ?? 0, places[at + 3] ?? 0)
      }
    },
    /** Gives words other numbers, told by their old ones; who stands anywhere must have one. */
    renumber(numbers: Int32Array): void {
      const old = states
      states = new Int32Array(old.length)
      for (let number = 1; number < numbers.length; number++) {
        const state = stateSize * (numbers[number] ?? 0)
        states[state] = old[stateSize * number] ?? 0
        states[state + 1] = old[stateSize * number + 1] ?? 0
      }
      states[0] = 0
      for (let at = placeSize; at < end; at += placeSize) places[at + 3] = numbers[places[at + 3] ?? 0] ?? 0
    },
  }
}

function byRow(places: Places): Places {
  const pairs = places.flatMap((row, at) => (at % 2 === 0 ? [[row, places[at + 1] ?? 0] as const] : []))
  return pairs.sort(([a], [b]) => a - b).flat()
}
