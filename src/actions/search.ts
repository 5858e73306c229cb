import type { Actor } from '../domain/access.ts'
import { audienceOf } from '../domain/audience.ts'
import { notFound } from '../domain/errors.ts'
import { anyOf } from '../domain/search/any-of.ts'
import { parseQuery } from '../domain/search/parse-query.ts'
import { understood } from '../domain/search/understood.ts'
import type { Listing, Slice } from '../ports/command.ts'
import type { PageHit, SearchIndex, SearchRequest, SearchResult } from '../ports/search-index.ts'
import { admit, type Seeing } from './see.ts'

export type SearchDeps = Seeing & {
  searchIndex: SearchIndex
  /** Told how long each search took, in milliseconds. */
  onSearch(ms: number): void
}

type Asked = { text: string; understood: string }

/** Searches for what the actor may find. A wrong query is ArchiveError('invalid-query') with the column. */
export async function search(
  deps: SearchDeps,
  actor: Actor,
  { q, ...request }: Omit<SearchRequest, 'query'> & { q: string },
): Promise<SearchResult & { query: Asked; tookMs: number; didYouMean: null }> {
  const started = performance.now()
  const query = request.match === 'any' ? anyOf(parseQuery(q)) : parseQuery(q)
  const found = await deps.searchIndex.find(
    { ...request, query },
    audienceOf(actor, deps.clock().slice(0, 10)),
  )
  const tookMs = Math.round((performance.now() - started) * 100) / 100
  deps.onSearch(tookMs)
  return { query: { text: q, understood: understood(query) }, ...found, tookMs, didYouMean: null }
}

/** Searches the pages of one document. Throws ArchiveError('not-found' or 'gone') where the actor sees none. */
export async function searchWithin(
  deps: SearchDeps,
  actor: Actor,
  document: string,
  { q, limit, cursor }: Slice & { q: string },
): Promise<Listing<PageHit> & { query: Asked }> {
  const query = parseQuery(q)
  await admit(deps, actor, document)
  const audience = audienceOf(actor, deps.clock().slice(0, 10))
  const found = await deps.searchIndex.within(document, query, { limit, cursor }, audience)
  if (!found) throw notFound('document')
  return { query: { text: q, understood: understood(query) }, ...found }
}
