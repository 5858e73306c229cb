import type { Actor } from '../domain/access.ts'
import { reanchor } from '../domain/annotation/anchor.ts'
import { audienceOf } from '../domain/audience.ts'
import { ArchiveError, notFound } from '../domain/errors.ts'
import type {
  AnchorReport,
  AnnotationFilter,
  AnnotationReader,
  StoredAnnotation,
} from '../ports/annotations.ts'
import type { Slice } from '../ports/command.ts'
import type { TextReader } from '../ports/texts.ts'
import { admit, mayKnow, type Seeing } from './see.ts'

/**
 * An annotation that the actor may see: one about a document, if they may see the document. A deleted one is
 * ArchiveError('gone').
 */
export async function seeAnnotation(
  deps: Seeing & { annotations: AnnotationReader },
  actor: Actor,
  id: string,
): Promise<StoredAnnotation> {
  const annotation = await deps.annotations.find(id)
  if (!annotation) throw notFound('annotation')
  if (annotation.document !== null) {
    const document = await deps.documents.guard(annotation.document)
    if (!document || !mayKnow(actor, document, deps.clock())) throw notFound('annotation')
    if (document.deletedAt)
      throw new ArchiveError('gone', 'The document that this annotation is about was deleted.')
  }
  if (annotation.deletedAt) throw new ArchiveError('gone', 'This annotation was deleted.')
  return annotation
}

/** Where an annotation's passage stands in the page's text of today; null for one that is not about a passage. */
export async function whereItStands(
  deps: { texts: TextReader },
  annotation: StoredAnnotation,
): Promise<AnchorReport | null> {
  const { anchor, page } = annotation
  if (anchor === null || page === null) return null
  const text = await deps.texts.newest(page, null)
  if (text === null) return { state: 'orphaned', suggestion: null, revision: annotation.revision ?? '' }
  if (text.id === annotation.revision)
    return { state: 'anchored', start: anchor.start, end: anchor.end, revision: text.id }
  return { ...reanchor(anchor, text.content), revision: text.id }
}

/** A page of those annotations asked for that the actor may see, each with where it stands. */
export async function listAnnotations(
  deps: Seeing & { annotations: AnnotationReader; texts: TextReader },
  actor: Actor,
  filter: AnnotationFilter,
  slice: Slice,
): Promise<{
  total: number
  items: { annotation: StoredAnnotation; anchor: AnchorReport | null }[]
  next: string | null
}> {
  if (filter.document != null) await admit(deps, actor, filter.document)
  const audience = audienceOf(actor, deps.clock().slice(0, 10))
  const { items, next } = await deps.annotations.list(audience, filter, slice)
  const total = await deps.annotations.count(audience, filter)
  const shown = items.map(async (annotation) => ({
    annotation,
    anchor: await whereItStands(deps, annotation),
  }))
  return { total, items: await Promise.all(shown), next }
}
