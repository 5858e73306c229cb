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
import { lettersOfBeginning, type RecentWords } from './recent-words.ts'

/** The rows found up to one; without a `sign` by which a recent row may be known to belong to them, FTS5 is always asked. */
type Entry = { list: PackedPostings; upTo: number; sign: Sign | null }

/** Of what is found where: any word that begins so, or all of these words, which need not be enough. */
type Sign = { beginning: string } | { words: readonly string[] }

/** So many rows are asked for at first; between questions it is seen whether there is time left. */
const usuallyAtFirst = 300_000
/**
 * FTS5 cannot be broken off, and reads the lists of the words from their beginning each time: it is asked for as many rows
 * as it will likely find in so many milliseconds.
 */
const longestQuestion = 200
const mostTimesMore = 32

/**
 * The rows that FTS5 finds for phrases, nearness and beginnings of words, kept while there is memory. FTS5 is asked again
 * only for recent rows that may belong to them, as their words tell.
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
  const entries = new Set<Entry>()
  const kept = memory.cache<Entry>({
    bytes: ({ list }) => bytesOf(list),
    onDrop: (entry) => entries.delete(entry),
  })

  /** Takes in recent rows, as far as what is known of them is enough. */
  function growTo(entry: Entry, last: number): void {
    const { list, upTo, sign } = entry
    if (sign === null || upTo < recent.from()) return
    if ('beginning' in sign) {
      for (const row of rowsOfAny(recent.beginningWith(sign.beginning), upTo, last)) addRow(list, row, once)
      entry.upTo = last
    } else entry.upTo = firstOfAll(sign.words, upTo, last) - 1
  }

  function rowsOfAny(words: readonly string[], after: number, upTo: number): number[] {
    const rows = words.flatMap((word) => recent.of(word, after, upTo).filter((_, at) => at % 2 === 0))
    return [...new Set(rows)].sort((a, b) => a - b)
  }

  /** The first row in which all of the words stand, or the one after the last. */
  function firstOfAll([word = '', ...more]: readonly string[], after: number, last: number): number {
    const standsIn = (row: number) => more.every((other) => recent.of(other, row - 1, row).length > 0)
    return recent.of(word, after, last).find((row, at) => at % 2 === 0 && standsIn(row)) ?? last + 1
  }

  return {
    /** The rows up to the last, or those found until `inTime`, asked while there is more, says that time is up. */
    list(node: SearchNode, last: number, inTime: () => boolean): Listed {
      const expression = matchExpression(node)
      const entry = kept.get(expression) ?? { list: noPostings(false), upTo: 0, sign: signOf(node) }
      if (entry.upTo < last) growTo(entry, last)
      let atOnce = atFirst
      while (entry.upTo < last && inTime()) {
        const began = performance.now()
        const end = Math.min(last, entry.upTo + atOnce)
        for (const row of JSON.parse(select.get(expression, entry.upTo, end) ?? '[]') as number[]) {
          addRow(entry.list, row, once)
        }
        entry.upTo = end
        atOnce *= timesMore(performance.now() - began)
      }
      entries.add(entry)
      kept.put(expression, entry)
      return { list: unpacked(entry.list), upTo: entry.upTo }
    },
    /** Lets all lists grow towards the last row, so that the recent ones may be forgotten. */
    settle(last: number): void {
      for (const entry of entries) growTo(entry, last)
    },
    clear: (): void => kept.clear(),
  }
}

/** How many times as many rows can be asked for next when these took so many milliseconds. */
const timesMore = (took: number): number =>
  Math.min(mostTimesMore, Math.max(1, Math.floor(longestQuestion / Math.max(1, took))))

function signOf(node: SearchNode): Sign | null {
  if (node.kind === 'phrase') return { words: node.words }
  const [word = '', ...more] = node.kind === 'prefix' ? node.words : []
  return word.length >= lettersOfBeginning && more.length === 0 ? { beginning: word } : null
}
