import { eachWord } from '../word-bits.ts'
import { wordLetters } from './word-letters.ts'
import { wordNumbers } from './word-numbers.ts'
import { type Places, wordPlaces } from './word-places.ts'

/** No beginning by which words are looked for is shorter. */
export const lettersOfBeginning = 3

/** When more words are known, those that stand in no recent row should be forgotten. */
const mostKnown = 2 ** 18
const gatheredSize = 4
/** Of so many words at a step it is seen whether they stand anywhere. */
const usuallyAtOnce = 64

export type RecentWords = ReturnType<typeof recentWords>

const noWords = () => ({
  numbers: wordNumbers(),
  letters: wordLetters(lettersOfBeginning),
  places: wordPlaces(),
})

/**
 * In which of the readings that came last each word stands, and how often: by this, lists read before grow one by one,
 * when they are asked for. To widen all of them as soon as texts come in would keep everybody waiting.
 */
export function recentWords(atOnce = usuallyAtOnce) {
  /** The readings with their words, joined by spaces, in the order in which they were noted. */
  const rows = new Map<number, string>()
  let { numbers, letters, places } = noWords()
  /** The words that were not told of yet, and the rows in which they came first. */
  let fresh: { number: number; row: number }[] = []
  let from = Number.POSITIVE_INFINITY
  /** The bits of words, and where each starts and ends: many are looked up in a row faster than one by one. */
  const gathered = new Uint32Array(gatheredSize * 2 ** 10)
  let size = 0

  function note(row: number, words: string): void {
    rows.set(row, words)
    places.begin(row)
    eachWord(words, 0, (low, high, start, end) => {
      gathered[size] = low
      gathered[size + 1] = high
      gathered[size + 2] = start
      gathered[size + 3] = end
      size += gatheredSize
      if (size === gathered.length) noteGathered(row, words)
    })
    noteGathered(row, words)
  }

  function noteGathered(row: number, words: string): void {
    for (let at = 0; at < size; at += gatheredSize)
      gathered[at] = numbers.give(gathered[at] ?? 0, gathered[at + 1] ?? 0)
    for (let at = 0; at < size; at += gatheredSize) {
      const number = gathered[at] ?? 0
      if (number > letters.size()) {
        letters.add(words, gathered[at + 2] ?? 0, gathered[at + 3] ?? 0)
        fresh.push({ number, row })
      }
      places.add(number)
    }
    size = 0
  }

  const counted = (number: number): [word: string, rows: number] => [
    letters.wordOf(number),
    places.count(number),
  ]

  /**
   * Forgets the words that stand in no row, some at a step; until the last step all are known. No rows may be forgotten
   * meanwhile.
   */
  function* forgetWords(): Generator<undefined> {
    const kept = { numbers: wordNumbers(), letters: wordLetters(lettersOfBeginning) }
    let given = new Int32Array(letters.size() + 1)
    const keep = (number: number) => {
      if (given[number] !== 0 || !places.isAnywhere(number)) return
      const word = letters.wordOf(number)
      eachWord(word, 0, (low, high) => {
        given[number] = kept.numbers.give(low, high)
      })
      kept.letters.add(word, 0, word.length)
    }
    for (let number = 1; number < given.length; number++) {
      keep(number)
      if (number % atOnce === 0) yield
    }
    const whole = new Int32Array(letters.size() + 1)
    whole.set(given)
    given = whole
    // What came meanwhile, or stood nowhere before it came again.
    for (let number = 1; number < given.length; number++) keep(number)
    ;({ numbers, letters } = kept)
    places.renumber(given)
    fresh = fresh.map(({ number, row }) => ({ number: given[number] ?? 0, row }))
  }

  function forgetRows(upTo: number): void {
    for (const row of rows.keys()) if (row <= upTo) rows.delete(row)
    from = upTo
  }

  return {
    /** Takes in the words of a reading, joined by spaces; it may not be committed yet. */
    note,
    /** Where a word stands after one row, up to another. */
    of(word: string, after: number, upTo: number): Places {
      let number = 0
      eachWord(word, 0, (low, high) => {
        number = numbers.find(low, high)
      })
      return places.of(number, after, upTo)
    },
    /** The words of a row in their order, joined by spaces; none where it was not noted. */
    wordsOf: (row: number): string => rows.get(row) ?? '',
    /** The words that begin so, with `lettersOfBeginning` letters at least. */
    beginningWith: (beginning: string): string[] =>
      letters.beginningWith(beginning).filter(places.isAnywhere).map(letters.wordOf),
    /** The words that were not known before the rows up to one and were not told of yet, and on how many rows each stands. */
    takeFresh(upTo: number): [word: string, rows: number][] {
      const taken = fresh.filter(({ row }) => row <= upTo)
      if (taken.length > 0) fresh = fresh.filter(({ row }) => row > upTo)
      return taken.map(({ number }) => counted(number))
    },
    /** The words known, and on how many rows each stands of which nobody was told. */
    *untold(): Generator<[word: string, rows: number]> {
      for (let number = 1; number <= letters.size(); number++)
        if (places.isUncounted(number)) yield counted(number)
    },
    /** All rows after this one are here; none is before some were forgotten first. */
    from: (): number => from,
    size: (): number => rows.size,
    /** Forgets the rows up to one; what comes after it may not be committed yet. */
    forget(upTo: number): void {
      forgetRows(upTo)
      places.forget(upTo)
    },
    /** Whether so many words are known that those should be forgotten that stand in no row. */
    knowsTooMany: (): boolean => letters.size() > mostKnown,
    forgetWords,
    /** Forgets the rows up to one and all words; those of what comes after it are new once more. */
    clear(upTo: number): void {
      forgetRows(upTo)
      const left = [...rows]
      rows.clear()
      fresh = []
      ;({ numbers, letters, places } = noWords())
      for (const [row, words] of left) note(row, words)
    },
  }
}
