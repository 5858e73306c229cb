import { analyse, indexText } from '../../domain/analysis/analyse.ts'
import type { Connection } from '../open-database.ts'
import type { HeardWords } from '../word-news.ts'
import { type ReadingSource, readingText } from './reading-text.ts'
import type { RecentWords } from './recent-words.ts'

type NewReading = ReadingSource & { rowid: number; language: string | null; hash: Buffer }

/** More new rows at once than this are not read one by one: the lists are read anew from the index instead. */
const mostRead = 1000

/** Notes the words of new readings: those heard of from the writer, and else those of the text. */
export function newWords(db: Connection, heard: HeardWords | null, recent: RecentWords) {
  const count = db.prepare<[number], number>('select count(*) from reading where rowid > ?').pluck()
  const select = db.prepare<[number], NewReading>(`
    select rowid, kind, layer, document, revision, masked, language, text_hash as hash from reading
    where rowid > ? and entombed_at is null order by rowid`)
  const textOf = readingText(db)
  heard?.listen(recent.note)
  return {
    /** Whether the rows after one are too many to be read one by one. */
    areTooMany: (after: number): boolean => (count.get(after) ?? 0) > mostRead,
    /** Notes every row after one, up to the last; false where words were noted that are not those of a row. */
    read(after: number, last: number): boolean {
      let isTrue = true
      for (const reading of select.all(after)) {
        const { rowid, hash, language } = reading
        const told = heard?.take(rowid, hash) ?? 'untold'
        if (told === 'untold') recent.note(rowid, indexText(analyse(textOf(reading), language)))
        isTrue &&= told !== 'others'
      }
      heard?.forget(last)
      return isTrue
    },
    /** Forgets the words of readings up to one, which nobody knows. */
    clear(last: number): void {
      heard?.forget(last)
      recent.clear(last)
    },
  }
}
