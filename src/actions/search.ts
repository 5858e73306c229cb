import type { Actor } from '../domain/access.ts'
import { audienceOf } from '../domain/audience.ts'
import { notFound } from '../domain/errors.ts'
import { anyOf } from '../domain/search/any-of.ts'
import { possibleNames, withNames } from '../domain/search/names.ts'
import { parseQuery } from '../domain/search/parse-query.ts'
import type { SearchQuery } from '../domain/search/query.ts'
import { type QueryClass, queryClass } from '../domain/search/query-class.ts'
import { understood } from '../domain/search/understood.ts'
import type { AuthorityReader } from '../ports/authorities.ts'
import type { Listing } from '../ports/command.ts'
import type {
  PageFound,
  SearchedPages,
  SearchIndex,
  SearchRequest,
  SearchResult,
  WritingIndex,
  WrittenResult,
} from '../ports/search-index.ts'
import { admit, keepsArchive, type Seeing } from './see.ts'

export type SearchDeps = Seeing & Naming & { searchIndex: SearchIndex }
export type WritingDeps = Seeing & Naming & { searchIndex: WritingIndex }
export type Naming = { authorities: Pick<AuthorityReader, 'otherNames'> }

/** A search as it was asked for: the query still unread. */
export type Wanted = Omit<SearchRequest, 'query'> & { q: string }

/** What is told of a search beside what it found; `tookMs` are milliseconds to the hundredth. */
export type Asked = { query: { text: string; understood: string }; class: QueryClass; tookMs: number }

/** Searches for what the actor may find. A wrong query is ArchiveError('invalid-query') with the column. */
export async function search(
  deps: SearchDeps,
  actor: Actor,
  { q, ...request }: Wanted,
): Promise<SearchResult & Asked> {
  const started = performance.now()
  const query = await readQuery(deps, q, request.match)
  const found = await deps.searchIndex.find({ ...request, query }, audienceFor(deps, actor))
  return { ...found, ...asked(query, started) }
}

/** The same as it is sent to the actor. */
export async function searchWritten(
  deps: WritingDeps,
  actor: Actor,
  { q, ...request }: Wanted,
): Promise<WrittenResult & Omit<Asked, 'tookMs'>> {
  const query = await readQuery(deps, q, request.match)
  const shown = { query: shownQuery(query), scores: keepsArchive(actor) }
  const found = await deps.searchIndex.findWritten({ ...request, query }, audienceFor(deps, actor), shown)
  return { ...found, query: shown.query, class: queryClass(query) }
}

/** Searches the pages of one document. Throws ArchiveError('not-found' or 'gone') where the actor sees none. */
export async function searchWithin(
  deps: SearchDeps,
  actor: Actor,
  document: string,
  { q, ...wanted }: SearchedPages & { q: string },
): Promise<Listing<PageFound> & { numbers: number[]; exact: boolean } & Asked> {
  const started = performance.now()
  const query = await readQuery(deps, q, 'all')
  await admit(deps, actor, document)
  const found = await deps.searchIndex.within(document, query, wanted, audienceFor(deps, actor))
  if (!found) throw notFound('document')
  return { ...found, ...asked(query, started) }
}

/**
 * A query read, with its bare words as alternatives where `any` is asked for, and with the other names of whom or what it
 * names.
 */
export async function readQuery(
  { authorities }: Naming,
  q: string,
  match: SearchRequest['match'],
): Promise<SearchQuery> {
  const query = match === 'any' ? anyOf(parseQuery(q)) : parseQuery(q)
  const others = await authorities.otherNames(possibleNames(query))
  return others.size === 0 ? query : { ...query, named: withNames(query, (name) => others.get(name) ?? []) }
}

/** What is told of a search that began at that time of `performance.now`. */
export const asked = (query: SearchQuery, started: number): Asked => ({
  query: shownQuery(query),
  class: queryClass(query),
  tookMs: msSince(started),
})

const shownQuery = (query: SearchQuery) => ({ text: query.text, understood: understood(query) })

/** Milliseconds since a time of `performance.now`, to the hundredth. */
export const msSince = (started: number) => Math.round((performance.now() - started) * 100) / 100

/** Whom a search of this actor answers today. */
export const audienceFor = ({ clock }: Pick<Seeing, 'clock'>, actor: Actor) =>
  audienceOf(actor, clock().slice(0, 10))
