import type { Listed } from '../../domain/ranking/listed.ts'
import {
  addRow,
  bytesOf,
  noPostings,
  type PackedPostings,
  packed,
  unpacked,
} from '../../domain/ranking/packed-postings.ts'
import { heaviest, mergePostings, type Postings, readPostings } from '../../domain/ranking/postings.ts'
import type { Connection } from '../open-database.ts'
import type { Memory } from './memory.ts'
import type { RecentWords } from './recent-words.ts'

/** A word in which another one may stand, and how much it counts for there, in 128ths. */
export type Form = { word: string; weight: number }

const noRows = new Uint8Array(0)

type Entry = { list: PackedPostings; forms: Map<string, number>; upTo: number; took: number }

/**
 * The postings of words, read from FTS5 when they are first asked for and kept while there is memory. They grow by the
 * words of recent rows when they are asked for, so that they always hold all rows there are.
 */
export function wordLists(db: Connection, memory: Memory, recent: RecentWords) {
  db.exec('create virtual table if not exists temp.reading_word using fts5vocab(main, reading_fts, instance)')
  const rowsOf = db
    .prepare<[string], Buffer>(
      'select cast(json_group_array(doc) as blob) from temp.reading_word where term = ?',
    )
    .pluck()
  const entries = new Set<Entry>()
  const kept = memory.cache<Entry>({
    bytes: ({ list }) => bytesOf(list),
    took: ({ took }) => took,
    onDrop: (entry) => entries.delete(entry),
  })

  const read = ({ word, weight }: Form): Postings => readPostings(rowsOf.get(word) ?? noRows, weight)

  function growTo(entry: Entry, last: number): void {
    const { list, forms, upTo } = entry
    const more = new Map<number, number>()
    for (const [word, weight] of forms) {
      const places = recent.of(word, upTo, last)
      for (let at = 0; at < places.length; at += 2) {
        const row = places[at] ?? 0
        more.set(row, (more.get(row) ?? 0) + (places[at + 1] ?? 0) * weight)
      }
    }
    for (const row of [...more.keys()].sort((a, b) => a - b))
      addRow(list, row, Math.min(heaviest, more.get(row) ?? 0))
    entry.upTo = last
  }

  /** Adds where further forms stand; returns the whole list, which need not be unpacked again. */
  function readFurther(entry: Entry, fresh: readonly Form[], inTime: () => boolean): Postings {
    const began = performance.now()
    const lists = [unpacked(entry.list)]
    for (const form of fresh) {
      if (!inTime()) break
      lists.push(read(form))
      entry.forms.set(form.word, form.weight)
    }
    const all = mergePostings(lists)
    entry.list = packed(all)
    entry.took += performance.now() - began
    return all
  }

  return {
    /**
     * Where any of these forms stands in the rows after one, up to the last, under a name that stands for them; forms may be added to
     * it, and none be taken away. Where `inTime`, asked before each list is read, says that time is up, forms are left out.
     */
    list(name: string, forms: readonly Form[], last: number, inTime: () => boolean, after = 0): Listed {
      const entry = kept.get(name) ?? {
        list: noPostings(true),
        forms: new Map(),
        upTo: last,
        took: 0,
      }
      const fresh = forms.filter(({ word }) => !entry.forms.has(word))
      if (entry.upTo < last) growTo(entry, last)
      const all = fresh.length > 0 ? readFurther(entry, fresh, inTime) : null
      entries.add(entry)
      kept.put(name, entry)
      const isWhole = fresh.every(({ word }) => entry.forms.has(word))
      const list = all !== null && after === 0 ? all : unpacked(entry.list, after)
      return { list, before: entry.list.size - list.size, upTo: isWhole ? last : 0 }
    },
    isEmpty: (): boolean => entries.size === 0,
    /** Lets all lists grow to a row, one at a step, so that the recent ones up to it may be forgotten. */
    *settle(last: number): Generator<undefined> {
      for (const entry of entries) {
        if (entry.upTo < last) growTo(entry, last)
        yield
      }
    },
    /** Forgets all lists, to read them anew. */
    clear: (): void => kept.clear(),
  }
}
