import type { Actor } from '../domain/access.ts'
import { onlookerOf } from '../domain/audience.ts'
import type { AnnotationCount, AnnotationReader } from '../ports/annotations.ts'
import { admit, type Seeing } from './see.ts'

/** How many annotations that the actor may see are about each page of a document, and about the document as a whole. */
export async function countAnnotations(
  deps: Seeing & { annotations: AnnotationReader },
  actor: Actor,
  document: string,
): Promise<AnnotationCount[]> {
  await admit(deps, actor, document)
  return deps.annotations.counts(onlookerOf(actor, deps.clock().slice(0, 10)), document)
}
