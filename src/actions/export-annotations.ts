import { setImmediate } from 'node:timers/promises'
import type { Actor } from '../domain/access.ts'
import { onlookerOf } from '../domain/audience.ts'
import type { AnnotationFilter, AnnotationReader } from '../ports/annotations.ts'
import type { TextReader } from '../ports/texts.ts'
import { type PlacedAnnotation, placed } from './read-annotation.ts'
import { admit, type Seeing } from './see.ts'

export type ExportAnnotationsDeps = Seeing & { annotations: AnnotationReader; texts: TextReader }

const batch = 200

/**
 * All annotations asked for that the actor may see, oldest first, some at a time: each batch is read when it is asked for, and
 * others are served before it. What is not allowed is thrown at once.
 */
export async function exportAnnotations(
  deps: ExportAnnotationsDeps,
  actor: Actor,
  filter: AnnotationFilter,
): Promise<AsyncGenerator<PlacedAnnotation[]>> {
  if (filter.document != null) await admit(deps, actor, filter.document)
  const onlooker = onlookerOf(actor, deps.clock().slice(0, 10))
  async function* batches() {
    let cursor: string | null = null
    do {
      const slice = await deps.annotations.list(onlooker, filter, { limit: batch, cursor })
      yield await placed(deps, actor, slice.items)
      cursor = slice.next
      await setImmediate()
    } while (cursor !== null)
  }
  return batches()
}
