import type { Actor } from '../domain/access.ts'
import type { Clock } from '../ports/identity.ts'
import type { DocumentHit, SearchIndex, SearchResult } from '../ports/search-index.ts'
import { type Asked, asked, audienceFor, type Naming, readQuery, type Wanted } from './search.ts'

export type ExportDeps = Naming & { searchIndex: Pick<SearchIndex, 'find'>; clock: Clock }

const batch = 100

/**
 * All that a search finds, in its order, a batch of documents at a time, each with its best page only. The first batch is
 * found before this resolves, so that a wrong query is thrown here; the next one is when it is asked for. What arrives
 * meanwhile is left out, as on the pages of a search.
 */
export async function exportSearch(
  deps: ExportDeps,
  actor: Actor,
  { q, ...request }: Omit<Wanted, 'limit' | 'cursor'>,
): Promise<Asked & { total: SearchResult['total']; batches: AsyncGenerator<DocumentHit[]> }> {
  const started = performance.now()
  const query = await readQuery(deps, q, request.match)
  const audience = audienceFor(deps, actor)
  const find = (cursor: string | null) =>
    deps.searchIndex.find({ ...request, query, isCounted: false, limit: batch, cursor }, audience)
  const first = await find(null)
  return { ...asked(query, started), total: first.total, batches: walk(first, find) }
}

async function* walk(
  first: SearchResult,
  find: (cursor: string) => Promise<SearchResult>,
): AsyncGenerator<DocumentHit[]> {
  let found = first
  for (;;) {
    yield found.hits.map((hit) => ({ ...hit, pages: hit.pages.slice(0, 1) }))
    if (found.next === null) return
    found = await find(found.next)
  }
}
