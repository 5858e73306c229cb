import type { Actor } from '../domain/access.ts'
import type { AnnotationReader, AnnotationWriter, StoredAnnotation } from '../ports/annotations.ts'
import type { Command } from '../ports/command.ts'
import { seeAnnotation } from './read-annotation.ts'
import type { Seeing } from './see.ts'

/** Hides an annotation from all but archivists and who wrote it, with the reason; with null it is shown again. */
export async function moderateAnnotation(
  deps: Seeing & { annotations: AnnotationReader; annotationWriter: AnnotationWriter },
  actor: Actor,
  id: string,
  because: string | null,
  expectedVersion: number | null,
  idempotency: Command['idempotency'],
): Promise<StoredAnnotation> {
  await seeAnnotation(deps, actor, id)
  return deps.annotationWriter.hide({
    actor: actor.id,
    at: deps.clock(),
    expectedVersion,
    idempotency,
    id,
    because,
  })
}
