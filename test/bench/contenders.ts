import MiniSearch from 'minisearch'
import { analyse, indexText } from '../../src/domain/analysis/analyse.ts'
import { parseQuery } from '../../src/domain/search/parse-query.ts'
import type { SearchRequest } from '../../src/ports/search-index.ts'
import { type Connection, openForReading } from '../../src/sqlite/open-database.ts'
import { matchExpression } from '../../src/sqlite/search/match-expression.ts'
import { sqliteSearchIndex } from '../../src/sqlite/search/search-index.ts'
import type { Class } from './queries.ts'

/** Something that searches; null for a class of queries that it cannot answer. Returns how much it found. */
export type Contender = { name: string; search(query: string, of: Class): Promise<number> | null }

const everyone = { everything: false, classes: ['public'], today: '2000-01-01' }
const best = {
  filter: {},
  in: ['text', 'description'],
  match: 'auto',
  sort: 'relevance',
  limit: 20,
  cursor: null,
} as const

/** The archive's own search: 20 documents with snippets of up to three pages each, totals, facets, histogram. */
export function archive(catalogue: string): Contender {
  const index = sqliteSearchIndex(openForReading(catalogue))
  return {
    name: 'Fonds',
    async search(q) {
      const request: SearchRequest = { ...best, query: parseQuery(q) }
      return (await index.find(request, everyone)).total.documents
    },
  }
}

/** The bare index of the same archive: row numbers of the 20 best pages, and nothing else. */
export function bareFts5(catalogue: string): Contender {
  const db = openForReading(catalogue)
  const select = db.prepare<[string]>(
    'select rowid, rank from reading_fts where reading_fts match ? order by rank limit 20',
  )
  return { name: 'FTS5', search: async (q) => select.all(matchExpression(parseQuery(q).root)).length }
}

/** MiniSearch over the same words, in memory: the 20 best pages, without text. It knows no phrases. */
export function miniSearch(db: Connection): Contender {
  const index = new MiniSearch({
    fields: ['words'],
    tokenize: (words) => words.split(' '),
    processTerm: (word) => word,
  })
  const texts = db.prepare<[], { id: number; content: string }>(
    'select key as id, content from text_revision',
  )
  for (const { id, content } of texts.iterate()) index.add({ id, words: indexText(analyse(content, null)) })
  return {
    name: 'MiniSearch',
    search(q, of) {
      if (of === 'phrase') return null
      const words = q.replaceAll(/ OR |[*"]/g, ' ').trim()
      const found = index.search(words, { combineWith: of === 'or' ? 'OR' : 'AND', prefix: of === 'prefix' })
      return Promise.resolve(found.slice(0, 20).length)
    },
  }
}
