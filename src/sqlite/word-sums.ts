import type { Connection } from './open-database.ts'

type Sum = { a: number; b: number; count: number }

/**
 * A sum for each row of the index over its words and their places, whatever their order: the index is read word by
 * word, the texts row by row, and equal sums mean equal words at equal places.
 */
export function wordSums(db: Connection) {
  db.exec(
    'create virtual table if not exists temp.reading_words using fts5vocab(main, reading_fts, instance)',
  )
  const instances = db.prepare<[], [term: string, doc: number, offset: number]>(
    'select term, doc, "offset" from temp.reading_words',
  )
  const sums = new Map<number, Sum>()
  let term = ''
  let hash = hashOf(term)
  for (const [word, doc, offset] of instances.raw().iterate() as Iterable<[string, number, number]>) {
    if (word !== term) {
      term = word
      hash = hashOf(word)
    }
    const sum = sums.get(doc) ?? { a: 0, b: 0, count: 0 }
    if (sum.count === 0) sums.set(doc, sum)
    add(sum, hash, offset)
  }

  return {
    /** What is wrong with a row that should hold these words; null where nothing is. Each row is taken once. */
    take(rowid: number, words: readonly string[]): string | null {
      const found = sums.get(rowid)
      sums.delete(rowid)
      if (!found) return words.length === 0 ? null : 'is not in the index.'
      const expected: Sum = { a: 0, b: 0, count: 0 }
      for (const [offset, word] of words.entries()) add(expected, hashOf(word), offset)
      const same = found.a === expected.a && found.b === expected.b && found.count === expected.count
      return same ? null : 'is in the index with other words than its text has.'
    },
    /** How many rows nobody took. */
    rest: () => sums.size,
  }
}

function add(sum: Sum, hash: number, offset: number): void {
  sum.a = (sum.a + Math.imul(hash ^ offset, 0x9e3779b1)) >>> 0
  sum.b = (sum.b + Math.imul(hash + offset, 0x85ebca6b) * 3) >>> 0
  sum.count++
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
