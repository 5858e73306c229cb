import { z } from 'zod'
import { whereItStands } from '../actions/read-annotation.ts'
import { presentAnnotation } from '../annotation/present.ts'
import type { Actor } from '../domain/access.ts'
import type { StoredAnnotation } from '../ports/annotations.ts'
import type { Clock } from '../ports/identity.ts'
import type { TextReader } from '../ports/texts.ts'
import { versionedTag } from './document-shape.ts'

export const Annotation = z
  .looseObject({})
  .meta({ id: 'Annotation', description: 'A W3C Web Annotation in JSON-LD' })

/** An annotation as it is answered with, and its entity tag. */
export async function shownAnnotation(
  deps: { texts: TextReader; clock: Clock },
  actor: Actor,
  baseUrl: string,
  annotation: StoredAnnotation,
) {
  const body = presentAnnotation(baseUrl, {
    annotation,
    anchor: await whereItStands(deps, actor, annotation),
  })
  return { body, etag: versionedTag(annotation.version, body) }
}
