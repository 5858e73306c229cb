import { type Vocabulary, vocabulary } from '../../domain/vocabulary/vocabulary.ts'
import type { Connection } from '../open-database.ts'
import { sieve } from './sieve.ts'
import type { CommonWord } from './warming.ts'

/** So many words are read at once. */
const atOnce = 2000
/** Where words are asked for, of so many that came again it is taken in on how many more rows they stand. */
const mostTakenIn = 20_000
/** So many of the words on the most pages are known by name. */
const mostCommon = 100

/**
 * The words of the index in memory, read bit by bit: by `readSome` while there is nothing else to do, or at once when they
 * are asked for. Words that come are taken in then, too, or by `takeNew`. When they take more than `most` bytes, words that stand in one place only are left out from then on. On how
 * many more rows words stand that came again is asked of `untold`.
 */
export function heldWords(
  db: Connection,
  most: number,
  untold: () => Iterable<readonly [word: string, rows: number]> = () => [],
) {
  db.exec('create virtual table if not exists temp.reading_term using fts5vocab(main, reading_fts, row)')
  const select = db.prepare<[string], CommonWord>(
    `select term, doc as pages from temp.reading_term where term > ? order by term limit ${atOnce}`,
  )
  let words = vocabulary()
  let all = sieve(0)
  let common: readonly CommonWord[] = []
  let readTo: string | null = ''
  let waiting: (readonly [word: string, rows: number])[] = []

  function add(word: string, pages: number): void {
    if (pages > 1 || words.bytes + all.bytes() < most) words.add(word, pages)
  }

  /** Reads on; false once there is no more. */
  function readSome(): boolean {
    if (readTo === null) return false
    if (readTo === '') for (const _ of untold());
    const rows = select.all(readTo)
    for (const { term, pages } of rows) {
      all.add(term)
      add(term, pages)
    }
    common = [...common, ...rows].sort((a, b) => b.pages - a.pages).slice(0, mostCommon)
    readTo = rows.length < atOnce ? null : (rows.at(-1)?.term ?? null)
    return readTo !== null
  }

  function* takeNew(): Generator<undefined> {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      add(...next)
      yield
    }
  }

  function* takeIn(): Generator<undefined> {
    for (const [word, rows] of untold()) {
      if (readTo !== '') add(word, rows)
      yield
    }
  }

  return {
    readSome,
    /** The words read, all of them as long as `inTime` says that there is time left. */
    read(inTime: () => boolean): { words: Vocabulary; exact: boolean } {
      while (readSome()) if (!inTime()) break
      for (const _ of takeNew());
      let left = mostTakenIn
      for (const _ of takeIn()) if (--left === 0) break
      return { words, exact: readTo === null }
    },
    /** The words that stood on the most pages when they were read, the commonest first; none until all are read. */
    commonest: (): readonly CommonWord[] => (readTo === null ? common : []),
    /** Whether a word may stand in the index; until all are read, any may, and a few in a hundred do not that seem to. */
    mayStand: (word: string): boolean => readTo !== null || all.mayHold(word),
    /** Whether any were read. */
    isBegun: (): boolean => readTo !== '',
    /** Takes in words that are new, with on how many rows each stands. */
    add(fresh: Iterable<readonly [word: string, rows: number]>): void {
      if (readTo === '') return
      for (const one of fresh) {
        all.add(one[0])
        waiting.push(one)
      }
    },
    /** Takes in words that are new, one at a step. */
    takeNew,
    /** Takes in on how many more rows words stand, a word at a step. */
    takeIn,
    /** Forgets all words, to read them anew. */
    clear(): void {
      words = vocabulary()
      all = sieve(0)
      common = []
      waiting = []
      readTo = ''
    },
  }
}
