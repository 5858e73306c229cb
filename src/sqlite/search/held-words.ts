import { type Vocabulary, vocabulary } from '../../domain/vocabulary/vocabulary.ts'
import type { Connection } from '../open-database.ts'
import { sieve } from './sieve.ts'
import type { CommonWord } from './warming.ts'

/** So many words are read, and so many of new rows taken in, at once. */
const atOnce = 2000
/** So many of the words on the most pages are known by name. */
const mostCommon = 100
/** So many are left waiting at most, however fast they come. */
const mostWaiting = 100_000

/**
 * The words of the index in memory, read bit by bit: by `readSome` while there is nothing else to do, or at once when they
 * are asked for. When they take more than `most` bytes, words that stand in one place only are left out from then on.
 */
export function heldWords(db: Connection, most: number) {
  db.exec('create virtual table if not exists temp.reading_term using fts5vocab(main, reading_fts, row)')
  const select = db.prepare<[string], CommonWord>(
    `select term, doc as pages from temp.reading_term where term > ? order by term limit ${atOnce}`,
  )
  let words = vocabulary()
  let all = sieve(0)
  let common: readonly CommonWord[] = []
  let readTo: string | null = ''
  /** Words that are not taken in yet, with on how many rows they stand. */
  let waiting: (readonly [word: string, rows: number])[] = []

  function add(word: string, pages: number): void {
    if (pages > 1 || words.bytes + all.bytes() < most) words.add(word, pages)
  }

  function takeIn(most: number): void {
    for (const [word, rows] of waiting.splice(0, most)) add(word, rows)
  }

  /** Reads on; false once there is no more. */
  function readSome(): boolean {
    takeIn(atOnce)
    if (readTo === null) return waiting.length > 0
    const rows = select.all(readTo)
    for (const { term, pages } of rows) {
      all.add(term)
      add(term, pages)
    }
    common = [...common, ...rows].sort((a, b) => b.pages - a.pages).slice(0, mostCommon)
    readTo = rows.length < atOnce ? null : (rows.at(-1)?.term ?? null)
    return readTo !== null
  }

  return {
    readSome,
    /** The words read, all of them as long as `inTime` says that there is time left. */
    read(inTime: () => boolean): { words: Vocabulary; exact: boolean } {
      takeIn(waiting.length)
      while (readSome()) if (!inTime()) break
      return { words, exact: readTo === null }
    },
    /** The words that stood on the most pages when they were read, the commonest first; none until all are read. */
    commonest: (): readonly CommonWord[] => (readTo === null ? common : []),
    /** Whether a word may stand in the index; until all are read, any may, and a few in a hundred do not that seem to. */
    mayStand: (word: string): boolean => readTo !== null || all.mayHold(word),
    /** Whether words that come must be told to `add`. */
    isBegun: (): boolean => readTo !== '',
    /** Takes in words that stand on so many more rows: at once where they are asked for or too many wait, else bit by bit. */
    add(counts: Iterable<readonly [word: string, rows: number]>): void {
      for (const each of counts) {
        all.add(each[0])
        waiting.push(each)
      }
      if (waiting.length > mostWaiting) takeIn(waiting.length - mostWaiting)
    },
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
