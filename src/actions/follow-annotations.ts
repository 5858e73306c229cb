import { setTimeout as sleep } from 'node:timers/promises'
import type { Actor } from '../domain/access.ts'
import type { AnnotationEvent } from '../ports/annotations.ts'
import type { ExportAnnotationsDeps } from './export-annotations.ts'
import { isFor, type PlacedAnnotation, placed } from './read-annotation.ts'
import { audienceNow, mayKnow } from './see.ts'

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
      yield* newsOf(deps, actor, event)
      cursor = event.cursor
    }
    if (events.length < batch) await sleep(pollMs, undefined, { signal: gone }).catch(() => undefined)
  }
}

async function* newsOf(
  deps: ExportAnnotationsDeps,
  actor: Actor,
  event: AnnotationEvent,
): AsyncGenerator<AnnotationNews> {
  const { id, before, after } = event
  if (id === null) return
  const news = await newsOfOne(deps, actor, id, event)
  if (news) yield news
  if (before === false || after === false || before === after) return
  for (const answer of await deps.annotations.answersTo(id)) {
    const alike = await newsOfOne(deps, actor, answer, event, event.at)
    if (alike) yield alike
  }
}

/** What an event means to one annotation: that of which it tells, or an answer, which is seen by nobody who may not see that. */
async function newsOfOne(
  deps: ExportAnnotationsDeps,
  actor: Actor,
  id: string,
  { cursor, before, after }: AnnotationEvent,
  since: string | null = null,
): Promise<AnnotationNews | null> {
  const annotation = await deps.annotations.find(id)
  // What came later is told by its own event.
  if (!annotation || (since !== null && annotation.createdAt > since)) return null
  if (annotation.document !== null) {
    const guard = await deps.documents.guard(annotation.document)
    if (!guard || guard.deletedAt !== null || !mayKnow(actor, guard, deps.clock())) return null
  }
  const audience = audienceNow(deps, actor)
  const { audience: own, createdBy } = annotation
  const isIn = (circle: string | null | false) =>
    circle !== false &&
    isFor(audience, actor, { createdBy, ...(own && { audience: own }), ...(circle && { circle }) })
  if (annotation.deletedAt !== null || !isFor(audience, actor, annotation))
    return isIn(before) && !isIn(after) ? { cursor, kind: 'deleted', id } : null
  const [told] = await placed(deps, actor, [annotation])
  return told ? { cursor, kind: isIn(before) ? 'changed' : 'created', ...told } : null
}
