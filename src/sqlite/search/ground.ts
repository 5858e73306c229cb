import { type Model, ourModel } from '../../domain/ranking/bm25.ts'
import { once } from '../../domain/ranking/postings.ts'
import { inflect } from '../../domain/search/inflect.ts'
import type { FieldNode, SearchNode } from '../../domain/search/query.ts'
import type { Connection } from '../open-database.ts'
import { evaluate, type Found, type Sources } from './evaluate.ts'
import { fieldSets } from './fields.ts'
import { holdings } from './holdings.ts'
import { newWords } from './keep-up.ts'
import type { Memory } from './memory.ts'
import { populations } from './population.ts'
import { rowLists } from './row-lists.ts'
import { wordForms } from './word-forms.ts'
import { wordLists } from './word-lists.ts'

/** Which state of the index a query is put to, and how it ranks. */
export type Asked = { upTo: number; model?: Model; inTime(): boolean }

export type Ground = ReturnType<typeof searchGround>

/** What searches stand on: the archive held in memory, lists of words, and how both follow what is written. */
export function searchGround(db: Connection, memory: Memory) {
  const archive = holdings(db)
  const { held } = archive
  const words = wordLists(db, memory)
  const rows = rowLists(db, memory)
  const forms = wordForms(db)
  const inField = fieldSets(db, held.documents)
  const fresh = newWords(db)
  const populationAt = populations(held.readings)
  const begin = db.prepare('begin')
  const commit = db.prepare('commit')

  function follow(): void {
    const before = held.readings.last
    archive.follow()
    if (held.readings.last === before || words.isEmpty()) return
    if (before === 0 || fresh.areTooMany(before)) words.clear()
    else fresh.read(before, words.add)
  }

  const widen = (node: SearchNode): SearchNode =>
    inflect(node, (word) => forms(word).map((form) => form.word))

  function sourcesOf({ upTo, model = ourModel, inTime }: Asked): Sources & { exact(): boolean } {
    let exact = true
    const sources: Sources = {
      readings: held.readings,
      population: populationAt(upTo),
      model,
      upTo,
      word: ({ words: [word = ''], kind, ...node }) =>
        'exact' in node && node.exact ? plainWord(word) : words.list(`${kind} ${word}`, forms(word)),
      plainWord,
      rows(expression) {
        const found = rows.list(expression, held.readings.last, inTime)
        exact &&= found.exact
        return found.list
      },
      widenNear: widen,
      inField: (node) => inField(node, widen, (part) => documentsOf(evaluate(part, sources).rows)),
    }
    return { ...sources, exact: () => exact }
  }

  const plainWord = (word: string) => words.list(`plain ${word}`, [{ word, weight: once }])

  function documentsOf({ ids, size }: Found['rows']): number[] {
    const keys = new Set<number>()
    for (let at = 0; at < size; at++) keys.add(held.readings.document[ids[at] ?? 0] ?? 0)
    return [...keys]
  }

  return {
    held,
    widen,
    /** Does something with the archive as it is now, and as one and the same all the while. */
    asOfNow<T>(work: () => T): T {
      begin.run()
      try {
        follow()
        return work()
      } finally {
        commit.run()
      }
    },
    find(root: SearchNode, asked: Asked): { found: Found; exact: boolean } {
      const sources = sourcesOf(asked)
      const found = evaluate(root, sources)
      return { found, exact: sources.exact() }
    },
    /** Whether a document fulfils a field's condition. */
    fulfils: (node: FieldNode, key: number, asked: Asked): boolean =>
      sourcesOf(asked).inField(node)[key] === 1,
  }
}
