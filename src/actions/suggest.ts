import type { Actor } from '../domain/access.ts'
import { notFound } from '../domain/errors.ts'
import type { DocumentHit, Suggestion } from '../ports/search-index.ts'
import { audienceFor, type SearchDeps } from './search.ts'
import { admit } from './see.ts'

/** What may be meant by a beginning, at most so many of each kind; only what stands in something the actor may find. */
export const suggest = (
  deps: SearchDeps,
  actor: Actor,
  { q, limit }: { q: string; limit: number },
): Promise<Suggestion[]> => deps.searchIndex.suggest(q, limit, audienceFor(deps, actor))

/** The documents most like one, the nearest first. Throws ArchiveError('not-found' or 'gone') where the actor sees none. */
export async function findSimilar(
  deps: SearchDeps,
  actor: Actor,
  document: string,
  limit: number,
): Promise<DocumentHit[]> {
  await admit(deps, actor, document)
  const found = await deps.searchIndex.similar(document, limit, audienceFor(deps, actor))
  if (!found) throw notFound('document')
  return found
}
