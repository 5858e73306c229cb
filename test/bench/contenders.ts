import { join } from 'node:path'
import MiniSearch from 'minisearch'
import { search } from '../../src/actions/search.ts'
import { openSearch } from '../../src/app-search.ts'
import { readConfig } from '../../src/config.ts'
import { analyse, indexText } from '../../src/domain/analysis/analyse.ts'
import { parseQuery } from '../../src/domain/search/parse-query.ts'
import { type Connection, openForReading } from '../../src/sqlite/open-database.ts'
import { matchExpression } from '../../src/sqlite/search/match-expression.ts'
import type { Class } from './queries.ts'

/** Something that searches; null for a class of queries that it cannot answer. Returns how much it found. */
export type Contender = {
  name: string
  search(query: string, of: Class): Promise<number> | null
  /** Ends what a search leaves to be done to whoever comes next, and is not measured. */
  tidy?(): void
  close?(): Promise<void>
}

const reader = { id: 'bench', role: 'reader' } as const
const best = {
  filter: {},
  in: ['text', 'description'],
  match: 'auto',
  sort: 'relevance',
  transliterate: true,
  limit: 20,
  cursor: null,
} as const

/**
 * The archive's own search, in its own thread as when it is served: 20 documents with snippets of up to three pages each,
 * totals, facets, histogram.
 */
export async function archive(home: string): Promise<Contender> {
  const { deps, close } = await openSearch(readConfig({ FONDS_HOME: home }))
  return {
    name: 'Fonds',
    search: async (q) => (await search(deps, reader, { ...best, q })).total.documents,
    close,
  }
}

/** More than this is a large piece to the C library, which merges the small ones that were freed before it gives one. */
const aLargePiece = 65_536

/**
 * The bare index of the same archive: row numbers of the 20 best pages, and nothing else. FTS5 frees hundreds of thousands of
 * small pieces of memory, which whoever next wants a large one waits for being merged (14 ms after a search of 300,000
 * rows); nobody is charged for that here.
 */
export function bareFts5(home: string): Contender {
  const db = openForReading(join(home, 'catalogue.sqlite'))
  const select = db.prepare<[string]>(
    'select rowid, rank from reading_fts where reading_fts match ? order by rank limit 20',
  )
  return {
    name: 'FTS5',
    search: async (q) => select.all(matchExpression(parseQuery(q).root)).length,
    tidy: () => void new ArrayBuffer(aLargePiece),
    close: async () => void db.close(),
  }
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
