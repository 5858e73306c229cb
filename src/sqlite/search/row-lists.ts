import { append, bytesOf, type Postings } from '../../domain/ranking/postings.ts'
import type { Connection } from '../open-database.ts'
import type { Memory } from './memory.ts'

type Entry = { list: Postings; upTo: number }

/**
 * So many rows are asked for at once; between them it is seen whether there is time left. Each time FTS5 reads the lists
 * of the words from their beginning, so that it is asked as seldom as patience bears.
 */
const usuallyAtOnce = 2_000_000

/**
 * The rows that FTS5 finds for an expression (phrases, nearness, beginnings of words), kept while there is memory; the
 * rows that came since are asked for when the list is.
 */
export function rowLists(db: Connection, memory: Memory, atOnce: number = usuallyAtOnce) {
  const select = db
    .prepare<[string, number, number], string>(`
      select json_group_array(rowid) from reading_fts where reading_fts match ? and rowid > ? and rowid <= ?`)
    .pluck()
  const kept = memory.cache<Entry>({ bytes: ({ list }) => bytesOf(list) })
  return {
    /** All rows up to the last, or, when `inTime` says that there is no time left, those found until then. */
    list(expression: string, last: number, inTime: () => boolean): { list: Postings; exact: boolean } {
      const entry = kept.get(expression) ?? {
        list: { ids: new Int32Array(0), weights: null, size: 0 },
        upTo: 0,
      }
      while (entry.upTo < last) {
        if (entry.upTo > 0 && !inTime()) break
        const end = Math.min(last, entry.upTo + atOnce)
        for (const row of JSON.parse(select.get(expression, entry.upTo, end) ?? '[]') as number[]) {
          append(entry.list, row, 0)
        }
        entry.upTo = end
      }
      kept.put(expression, entry)
      return { list: entry.list, exact: entry.upTo >= last }
    },
    clear: (): void => kept.clear(),
  }
}
