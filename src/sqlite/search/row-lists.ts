import type { Listed } from '../../domain/ranking/listed.ts'
import {
  addRow,
  bytesOf,
  noPostings,
  type PackedPostings,
  unpacked,
} from '../../domain/ranking/packed-postings.ts'
import { once } from '../../domain/ranking/postings.ts'
import type { SearchNode } from '../../domain/search/query.ts'
import type { Connection } from '../open-database.ts'
import { matchExpression } from './match-expression.ts'
import type { Memory } from './memory.ts'
import { isABeginning, recentRows } from './recent-rows.ts'
import type { RecentWords } from './recent-words.ts'

/** The rows found up to one, how many milliseconds that took, and whether they were asked for since recent rows were last forgotten. */
type Entry = { node: SearchNode; list: PackedPostings; upTo: number; took: number; isAsked: boolean }

/** So many rows are asked for at first; between questions it is seen whether there is time left. */
const usuallyAtFirst = 300_000
/**
 * FTS5 cannot be broken off, and reads the lists of the words from their beginning each time: it is asked for as many rows
 * as it will likely find in so many milliseconds.
 */
const longestQuestion = 200
const mostTimesMore = 32

/**
 * The rows that FTS5 finds for phrases, nearness and beginnings of words, kept while there is memory. Recent rows
 * are found by their words, and FTS5 is not asked for them.
 */
export function rowLists(
  db: Connection,
  memory: Memory,
  recent: RecentWords,
  atFirst: number = usuallyAtFirst,
) {
  const select = db
    .prepare<[string, number, number], string>(`
      select json_group_array(rowid) from reading_fts where reading_fts match ? and rowid > ? and rowid <= ?`)
    .pluck()
  const recentlyIn = recentRows(recent)
  const entries = new Set<Entry>()
  const kept = memory.cache<Entry>({
    bytes: ({ list }) => bytesOf(list),
    took: ({ took }) => took,
    onDrop: (entry) => entries.delete(entry),
  })

  /** Takes in recent rows, where their words are all that is missing and can tell. */
  function growTo(entry: Entry, last: number): void {
    if (entry.upTo < recent.from()) return
    const rows = recentlyIn(entry.node, entry.upTo, last)
    if (rows === null) return
    for (const row of rows) addRow(entry.list, row, once)
    entry.upTo = last
  }

  return {
    /**
     * The rows after one, up to the last, or those found until `inTime`, asked while there is more, says that time is up.
     */
    list(node: SearchNode, last: number, inTime: () => boolean, after = 0): Listed {
      const expression = matchExpression(node)
      const entry = kept.get(expression) ?? { node, list: noPostings(false), upTo: 0, took: 0, isAsked: true }
      if (entry.upTo < last) growTo(entry, last)
      let atOnce = atFirst
      while (entry.upTo < last && inTime()) {
        const began = performance.now()
        const end = Math.min(last, entry.upTo + atOnce)
        for (const row of JSON.parse(select.get(expression, entry.upTo, end) ?? '[]') as number[]) {
          addRow(entry.list, row, once)
        }
        entry.upTo = end
        const took = performance.now() - began
        entry.took += took
        atOnce *= timesMore(took)
      }
      entry.isAsked = true
      entries.add(entry)
      kept.put(expression, entry)
      const list = unpacked(entry.list, after)
      return { list, before: entry.list.size - list.size, upTo: entry.upTo }
    },
    /**
     * Lets lists grow towards a row, one at a step, so that the recent ones up to it may be forgotten. Those that nobody
     * asked for meanwhile are left to FTS5 where the words of rows would have to be gone through.
     */
    *settle(last: number): Generator<undefined> {
      for (const entry of entries) {
        if (entry.upTo < last && (entry.isAsked || isABeginning(entry.node))) growTo(entry, last)
        entry.isAsked = false
        yield
      }
    },
    clear: (): void => kept.clear(),
  }
}

/** How many times as many rows can be asked for next when these took so many milliseconds. */
const timesMore = (took: number): number =>
  Math.min(mostTimesMore, Math.max(1, Math.floor(longestQuestion / Math.max(1, took))))
