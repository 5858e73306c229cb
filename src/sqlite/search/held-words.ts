import { type Vocabulary, vocabulary } from '../../domain/vocabulary/vocabulary.ts'
import type { Connection } from '../open-database.ts'

type Row = { term: string; pages: number }

/** So many words are read at once. */
const atOnce = 2000

/**
 * The words of the index in memory, read bit by bit: by `readSome` while there is nothing else to do, or at once when they
 * are asked for. When they take more than `most` bytes, words that stand in one place only are left out from then on.
 */
export function heldWords(db: Connection, most: number) {
  db.exec('create virtual table if not exists temp.reading_term using fts5vocab(main, reading_fts, row)')
  const select = db.prepare<[string], Row>(
    `select term, doc as pages from temp.reading_term where term > ? order by term limit ${atOnce}`,
  )
  let words = vocabulary()
  let readTo: string | null = ''

  function add(word: string, pages: number): void {
    if (pages > 1 || words.bytes < most) words.add(word, pages)
  }

  /** Reads on; false once there is no more. */
  function readSome(): boolean {
    if (readTo === null) return false
    const rows = select.all(readTo)
    for (const { term, pages } of rows) add(term, pages)
    readTo = rows.length < atOnce ? null : (rows.at(-1)?.term ?? null)
    return readTo !== null
  }

  return {
    readSome,
    /** The words read, all of them as long as `inTime` says that there is time left. */
    read(inTime: () => boolean): { words: Vocabulary; exact: boolean } {
      while (readSome()) if (!inTime()) break
      return { words, exact: readTo === null }
    },
    /** Whether words of new rows must be told to `add`. */
    isBegun: (): boolean => readTo !== '',
    /** Takes in the words of a new row. */
    add(row: ReadonlyMap<string, number>): void {
      for (const word of row.keys()) add(word, 1)
    },
    /** Forgets all words, to read them anew. */
    clear(): void {
      words = vocabulary()
      readTo = ''
    },
  }
}
