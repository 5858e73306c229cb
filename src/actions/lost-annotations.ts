import type { Actor } from '../domain/access.ts'
import { onlookerOf } from '../domain/audience.ts'
import type { AnchorReport, AnnotationReader, StoredAnnotation } from '../ports/annotations.ts'
import type { Listing, Slice } from '../ports/command.ts'
import type { Clock } from '../ports/identity.ts'
import type { TextReader } from '../ports/texts.ts'
import { placed } from './read-annotation.ts'

export type LostAnnotationDeps = { annotations: AnnotationReader; texts: TextReader; clock: Clock }

/**
 * The annotations whose passage stands nowhere, or in several places, in the page's text of today; newest first. A part of
 * the list is looked for among as many as it may hold, so that it may hold fewer and still go on.
 */
export async function lostAnnotations(
  deps: LostAnnotationDeps,
  actor: Actor,
  slice: Slice,
): Promise<Listing<{ annotation: StoredAnnotation; anchor: AnchorReport }>> {
  const onlooker = onlookerOf(actor, deps.clock().slice(0, 10))
  const { items, next } = await deps.annotations.overtaken(onlooker, slice)
  const lost = (await placed(deps, actor, items)).flatMap(({ annotation, anchor }) =>
    anchor && (anchor.state === 'orphaned' || anchor.state === 'ambiguous') ? [{ annotation, anchor }] : [],
  )
  return { items: lost, next }
}
