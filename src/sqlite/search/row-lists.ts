import { append, bytesOf, type Postings } from '../../domain/ranking/postings.ts'
import type { SearchNode } from '../../domain/search/query.ts'
import type { Connection } from '../open-database.ts'
import { matchExpression } from './match-expression.ts'
import type { Memory } from './memory.ts'

/**
 * The rows found up to one, and of those that came after `toldFrom` the ones in which more may be found; without a `sign`
 * by which words of a new row tell that, FTS5 is always asked.
 */
type Entry = { list: Postings; upTo: number; toldFrom: number; later: number[]; sign: Sign | null }

/** Of what is found where: any word that begins so, or all of these words, which need not be enough. */
type Sign = { beginning: string } | { words: readonly string[] }

/**
 * So many rows are asked for at once; between them it is seen whether there is time left. Each time FTS5 reads the lists
 * of the words from their beginning, so that it is asked as seldom as patience bears.
 */
const usuallyAtOnce = 2_000_000

/** More than this is not left waiting for somebody to ask. */
const mostLater = 2048

/** No beginning that is asked for is shorter. */
const lettersOfKey = 3

/** What words with the same first letters have in common. */
const headOf = (word: string): number =>
  (word.charCodeAt(0) * 961) ^ (word.charCodeAt(1) * 31) ^ word.charCodeAt(2)
/** And what words have in common that are most often the same. */
const shapeOf = (word: string, head: number): number =>
  head ^ (word.length * 521) ^ (word.charCodeAt(word.length - 1) * 127)
/** So many places for marks, a power of two: a word whose place bears none need not be looked up. */
const places = 8192

/**
 * The rows that FTS5 finds for phrases, nearness and beginnings of words, kept while there is memory. FTS5 is asked again
 * only for new rows that may belong to them, as their words tell.
 */
export function rowLists(db: Connection, memory: Memory, atOnce: number = usuallyAtOnce) {
  const select = db
    .prepare<[string, number, number], string>(`
      select json_group_array(rowid) from reading_fts where reading_fts match ? and rowid > ? and rowid <= ?`)
    .pluck()
  const byBeginning = new Map<string, Set<Entry>>()
  const begun = new Uint8Array(places)
  const stood = new Uint8Array(places)
  const byWord = new Map<string, Set<Entry>>()
  const kept = memory.cache<Entry>({
    bytes: ({ list }) => bytesOf(list),
    onDrop: (entry) => unwatch(entry),
  })
  /** All rows after this one were told of. */
  let toldFrom = 0

  function watching({ sign }: Entry): [Map<string, Set<Entry>>, string] | null {
    if (sign === null) return null
    if ('beginning' in sign) return [byBeginning, sign.beginning.slice(0, lettersOfKey)]
    // The longest word is seldom the most frequent.
    return [byWord, sign.words.reduce((longest, word) => (word.length > longest.length ? word : longest))]
  }

  function watch(entry: Entry): Entry {
    const [map, key] = watching(entry) ?? []
    if (!map || key === undefined) return entry
    const head = headOf(key)
    if (map === byBeginning) begun[head & (places - 1)] = 1
    else stood[shapeOf(key, head) & (places - 1)] = 1
    const entries = map.get(key)
    if (entries) entries.add(entry)
    else map.set(key, new Set([entry]))
    return entry
  }

  function unwatch(entry: Entry): void {
    const [map, key] = watching(entry) ?? []
    if (!map || key === undefined) return
    const entries = map.get(key)
    entries?.delete(entry)
    if (entries?.size === 0) map.delete(key)
  }

  /** Takes in what was told of new rows, up to the last; what it may not be enough for is left to FTS5. */
  function takeIn(entry: Entry, last: number): void {
    const { list, later, sign } = entry
    const isWhole = entry.upTo >= Math.max(entry.toldFrom, toldFrom) && later.length <= mostLater
    if (isWhole && sign !== null) {
      const isCertain = 'beginning' in sign
      if (isCertain) for (const row of later) append(list, row, 0)
      const [first = last + 1] = isCertain ? [] : later
      entry.upTo = first - 1
    }
    later.length = 0
    entry.toldFrom = last
  }

  return {
    /** All rows up to the last, or, when `inTime` says that there is no time left, those found until then. */
    list(node: SearchNode, last: number, inTime: () => boolean): { list: Postings; exact: boolean } {
      const expression = matchExpression(node)
      const known = kept.get(expression)
      if (known) takeIn(known, last)
      const entry = known ?? watch({ list: noRows(), upTo: 0, toldFrom: last, later: [], sign: signOf(node) })
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
    /** Takes in a new row, which comes after all others, by its words. */
    add(row: number, words: ReadonlyMap<string, number>): void {
      for (const word of words.keys()) {
        const head = headOf(word)
        if (begun[head & (places - 1)] === 1)
          for (const entry of byBeginning.get(word.slice(0, lettersOfKey)) ?? [])
            leave(entry, row, words, word)
        if (stood[shapeOf(word, head) & (places - 1)] === 1)
          for (const entry of byWord.get(word) ?? []) leave(entry, row, words, word)
      }
    },
    /** Rows up to this one were not told of, or not all. */
    skip(last: number): void {
      toldFrom = last
    },
    clear: (): void => kept.clear(),
  }
}

/** Leaves a row for later if more may be found in it, as one of its words or all of them tell. */
function leave({ later, sign }: Entry, row: number, words: ReadonlyMap<string, number>, word: string): void {
  if (sign === null || later.length > mostLater || later.at(-1) === row) return
  const isMeant =
    'beginning' in sign ? word.startsWith(sign.beginning) : sign.words.every((each) => words.has(each))
  if (isMeant) later.push(row)
}

const noRows = (): Postings => ({ ids: new Int32Array(0), weights: null, size: 0 })

function signOf(node: SearchNode): Sign | null {
  if (node.kind === 'phrase') return { words: node.words }
  const [word = '', ...more] = node.kind === 'prefix' ? node.words : []
  return word.length >= lettersOfKey && more.length === 0 ? { beginning: word } : null
}
