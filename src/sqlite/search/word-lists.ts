import { append, bytesOf, mergePostings, type Postings, postingsOf } from '../../domain/ranking/postings.ts'
import type { Connection } from '../open-database.ts'
import type { Memory } from './memory.ts'

/** A word in which another one may stand, and how much it counts for there, in 128ths. */
export type Form = { word: string; weight: number }

/** What came since the list was last asked for: row, weight, row, weight … */
type Entry = { list: Postings; forms: Map<string, number>; later: number[] }

/** More than this is not left waiting for somebody to ask. */
const mostLater = 2048

/**
 * The postings of words, read from FTS5 when they are first asked for and kept while there is memory. The rows that
 * come later are appended when a list is asked for, so that it always holds all rows there are; to widen all lists that are
in memory as soon as texts come in would keep everybody waiting.
 */
export function wordLists(db: Connection, memory: Memory) {
  db.exec('create virtual table if not exists temp.reading_word using fts5vocab(main, reading_fts, instance)')
  const rowsOf = db
    .prepare<[string], string>('select json_group_array(doc) from temp.reading_word where term = ?')
    .pluck()
  const watched = new Map<string, Set<Entry>>()
  const kept = memory.cache<Entry>({ bytes: ({ list }) => bytesOf(list), onDrop: unwatch })

  const read = ({ word, weight }: Form): Postings =>
    postingsOf(JSON.parse(rowsOf.get(word) ?? '[]') as number[], weight)

  function watch(entry: Entry, word: string): void {
    const entries = watched.get(word)
    if (entries) entries.add(entry)
    else watched.set(word, new Set([entry]))
  }

  function unwatch(entry: Entry): void {
    for (const word of entry.forms.keys()) {
      const entries = watched.get(word)
      entries?.delete(entry)
      if (entries?.size === 0) watched.delete(word)
    }
  }

  function takeIn({ list, later }: Entry): void {
    for (let at = 0; at < later.length; at += 2) append(list, later[at] ?? 0, later[at + 1] ?? 0)
    later.length = 0
  }

  return {
    /** Where any of these forms stands, under a name that stands for them; forms may be added to it, and none be taken away. */
    list(name: string, forms: readonly Form[]): Postings {
      const entry = kept.get(name) ?? { list: postingsOf([]), forms: new Map(), later: [] }
      if (entry.later.length > 0) takeIn(entry)
      const fresh = forms.filter(({ word }) => !entry.forms.has(word))
      if (fresh.length === 0) return entry.list
      for (const form of fresh) {
        entry.list = mergePostings(entry.list, read(form))
        entry.forms.set(form.word, form.weight)
        watch(entry, form.word)
      }
      kept.put(name, entry)
      return entry.list
    },
    /** Whether a new row would have to be told to `add`. */
    isEmpty: (): boolean => watched.size === 0,
    /** Takes in a new row, which comes after all others, by how often each of its words stands in it. */
    add(row: number, words: ReadonlyMap<string, number>): void {
      for (const [word, count] of words) {
        const entries = watched.get(word)
        if (!entries) continue
        for (const entry of entries) {
          entry.later.push(row, count * (entry.forms.get(word) ?? 0))
          if (entry.later.length > mostLater) takeIn(entry)
        }
      }
    },
    /** Forgets all lists, to read them anew. */
    clear: (): void => kept.clear(),
  }
}
