import { eachWord } from '../word-bits.ts'
import { wordNumbers } from './word-numbers.ts'

/** No beginning by which words are looked for is shorter. */
export const lettersOfBeginning = 3

export type RecentWords = ReturnType<typeof recentWords>

/** The rows in which a word stands, ascending, each followed by how often: row, count, row, count … */
type Places = readonly number[]

type Held = {
  /** The readings with their words, joined by spaces, in the order in which they were noted. */
  rows: Map<number, string>
  /** Rows of another process may be noted after rows that this one was told of. */
  isInOrder: boolean
  numbers: ReturnType<typeof wordNumbers>
  /** By their numbers, the first of which is 1. */
  words: string[]
  byBeginning: Map<string, string[]>
  /** By the number of a word its newest place. */
  newest: Int32Array
  /** Of each place its row, how often the word stands there, and the word's place before, 0 for none. */
  places: Int32Array
  /** Where the next place goes. */
  end: number
}

const placeSize = 3

const noWords = (): Held => ({
  rows: new Map(),
  isInOrder: true,
  numbers: wordNumbers(),
  words: [''],
  byBeginning: new Map(),
  newest: new Int32Array(2 ** 12),
  places: new Int32Array(2 ** 14),
  end: placeSize,
})

/**
 * In which of the readings that came last each word stands, and how often: by this, lists read before grow one by one,
 * when they are asked for. To widen all of them as soon as texts come in would keep everybody waiting.
 */
export function recentWords() {
  let held = noWords()
  let fresh: string[] = []
  let newest = 0
  let from = Number.POSITIVE_INFINITY

  function note(row: number, words: string): void {
    held.rows.set(row, words)
    held.isInOrder &&= row > newest
    newest = Math.max(newest, row)
    eachWord(words, 0, (low, high, start, end) => {
      const number = held.numbers.give(low, high)
      if (number === held.words.length) begin(words.slice(start, end))
      stand(held, number, row)
    })
  }

  function begin(word: string): void {
    held.words.push(word)
    fresh.push(word)
    const beginning = word.slice(0, lettersOfBeginning)
    const alike = held.byBeginning.get(beginning)
    if (alike) alike.push(word)
    else held.byBeginning.set(beginning, [word])
  }

  return {
    /** Takes in the words of a reading, joined by spaces; it may not be committed yet. */
    note,
    /** Where a word stands after one row, up to another. */
    of(word: string, after: number, upTo: number): Places {
      let number = 0
      eachWord(word, 0, (low, high) => {
        number = held.numbers.find(low, high)
      })
      return placesOf(held, number, after, upTo)
    },
    /** The words of a row in their order, joined by spaces; none where it was not noted. */
    wordsOf: (row: number): string => held.rows.get(row) ?? '',
    /** The words that begin so, with `lettersOfBeginning` letters at least. */
    beginningWith: (beginning: string): string[] =>
      (held.byBeginning.get(beginning.slice(0, lettersOfBeginning)) ?? []).filter((word) =>
        word.startsWith(beginning),
      ),
    /** The words that have come since this was asked last and were not here before. */
    takeFresh(): string[] {
      const taken = fresh
      fresh = []
      return taken
    },
    /** On how many rows each word stands. */
    counts: (): [word: string, rows: number][] =>
      held.words.slice(1).map((word, at) => [word, countOf(held, at + 1)]),
    /** All rows after this one are here; none is before some were forgotten first. */
    from: (): number => from,
    size: (): number => held.rows.size,
    /** Forgets the rows up to one; what comes after it may not be committed yet. */
    forget(upTo: number): void {
      const { rows } = held
      held = noWords()
      fresh = []
      newest = 0
      for (const [row, words] of rows) if (row > upTo) note(row, words)
      from = upTo
    },
  }
}

/** Notes that a word stands in a row once more. */
function stand(held: Held, number: number, row: number): void {
  if (number >= held.newest.length) held.newest = wider(held.newest)
  const before = held.newest[number] ?? 0
  if (before !== 0 && held.places[before] === row) {
    held.places[before + 1] = (held.places[before + 1] ?? 0) + 1
    return
  }
  if (held.end + placeSize > held.places.length) held.places = wider(held.places)
  held.places[held.end] = row
  held.places[held.end + 1] = 1
  held.places[held.end + 2] = before
  held.newest[number] = held.end
  held.end += placeSize
}

function placesOf({ newest, places, isInOrder }: Held, number: number, after: number, upTo: number): Places {
  const found: [row: number, count: number][] = []
  for (let at = newest[number] ?? 0; at !== 0; at = places[at + 2] ?? 0) {
    const row = places[at] ?? 0
    if (isInOrder && row <= after) break
    if (row > after && row <= upTo) found.push([row, places[at + 1] ?? 0])
  }
  return found.sort(([a], [b]) => a - b).flat()
}

function countOf({ newest, places }: Held, number: number): number {
  let count = 0
  for (let at = newest[number] ?? 0; at !== 0; at = places[at + 2] ?? 0) count++
  return count
}

function wider(array: Int32Array): Int32Array<ArrayBuffer> {
  const wide = new Int32Array(2 * array.length)
  wide.set(array)
  return wide
}
