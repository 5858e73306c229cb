import { setTimeout as sleep } from 'node:timers/promises'
import type { Actor } from '../domain/access.ts'
import { sees } from '../domain/audience.ts'
import type { AnnotationEvent } from '../ports/annotations.ts'
import type { ExportAnnotationsDeps } from './export-annotations.ts'
import { type PlacedAnnotation, placed } from './read-annotation.ts'
import { audienceNow, keepsArchive, mayKnow } from './see.ts'

/** What became of an annotation, as one person sees it; one that is not there for them any more is only named. */
export type AnnotationNews = { cursor: string } & (
  | ({ kind: 'created' | 'changed' } & PlacedAnnotation)
  | { kind: 'deleted'; id: string }
)

const pollMs = 400
const batch = 100

/**
 * What is done to annotations, of a document or of all, that the actor may see, from a cursor on, until `gone` aborts. An
 * annotation is told as it is now: what was done to one that is no longer there is left out, but for its end.
 */
export async function* followAnnotations(
  deps: ExportAnnotationsDeps,
  actor: Actor,
  { document, after }: { document: string | null; after: string },
  gone: AbortSignal,
): AsyncGenerator<AnnotationNews> {
  let cursor = after
  while (!gone.aborted) {
    const events = await deps.annotations.happened(cursor, document, batch)
    for (const event of events) {
      const news = await newsOf(deps, actor, event)
      if (news) yield news
      cursor = event.cursor
    }
    if (events.length < batch) await sleep(pollMs, undefined, { signal: gone }).catch(() => undefined)
  }
}

async function newsOf(
  deps: ExportAnnotationsDeps,
  actor: Actor,
  { cursor, id, what }: AnnotationEvent,
): Promise<AnnotationNews | null> {
  const annotation = id === null ? null : await deps.annotations.find(id)
  if (!annotation) return null
  if (annotation.document !== null) {
    const guard = await deps.documents.guard(annotation.document)
    if (!guard || guard.deletedAt !== null || !mayKnow(actor, guard, deps.clock())) return null
  }
  if (annotation.audience !== undefined && !sees(audienceNow(deps, actor), annotation.audience)) return null
  const seesHidden = keepsArchive(actor) || annotation.createdBy === actor.id
  const isThere = annotation.deletedAt === null && (annotation.hidden === null || seesHidden)
  if (!isThere)
    return what === 'removed' || what === 'hidden' ? { cursor, kind: 'deleted', id: annotation.id } : null
  const isNew = what === 'added' || (what === 'shown' && !seesHidden)
  const [told] = await placed(deps, actor, [annotation])
  return told ? { cursor, kind: isNew ? 'created' : 'changed', ...told } : null
}
