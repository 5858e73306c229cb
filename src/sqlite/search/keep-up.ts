import { analyse, indexText } from '../../domain/analysis/analyse.ts'
import type { Connection } from '../open-database.ts'
import { countsOf, type HeardWords, type WordCounts } from '../word-news.ts'
import { type ReadingSource, readingText } from './reading-text.ts'

type NewReading = ReadingSource & { rowid: number; language: string | null; hash: Buffer }

/** More new rows at once than this are not read one by one: the lists are read anew from the index instead. */
const mostRead = 1000

/**
 * Tells the words of new readings, in order, so that lists made before them can grow by them: those heard of from the
 * writer, and else those of the text.
 */
export function newWords(db: Connection, heard: HeardWords | null) {
  const count = db.prepare<[number], number>('select count(*) from reading where rowid > ?').pluck()
  const select = db.prepare<[number], NewReading>(`
    select rowid, kind, layer, document, revision, masked, language, text_hash as hash from reading
    where rowid > ? and entombed_at is null order by rowid`)
  const textOf = readingText(db)
  return {
    /** Whether the rows after one are too many to be read one by one. */
    areTooMany: (after: number): boolean => (count.get(after) ?? 0) > mostRead,
    /** Tells of every row after one, up to the last, how often each of its words stands in it. */
    read(after: number, last: number, tell: (row: number, words: WordCounts) => void): void {
      for (const reading of select.all(after)) {
        const { rowid, hash, language } = reading
        const words = heard?.take(rowid, hash) ?? countsOf(indexText(analyse(textOf(reading), language)))
        tell(rowid, words)
      }
      heard?.forget(last)
    },
    /** Forgets what was heard of readings that need not be read. */
    forget: (last: number): void => heard?.forget(last),
  }
}
