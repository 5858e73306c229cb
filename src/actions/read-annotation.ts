import type { Actor } from '../domain/access.ts'
import { type Anchor, reanchor } from '../domain/annotation/anchor.ts'
import { type Audience, onlookerOf, sees } from '../domain/audience.ts'
import { ArchiveError, notFound } from '../domain/errors.ts'
import { shownAt } from '../domain/redaction/mask.ts'
import type { TextRevision } from '../domain/text.ts'
import type {
  AnchorReport,
  AnnotationFilter,
  AnnotationReader,
  StoredAnnotation,
} from '../ports/annotations.ts'
import type { Slice } from '../ports/command.ts'
import type { TextReader } from '../ports/texts.ts'
import { admit, audienceNow, mayKnow, type Seeing } from './see.ts'

/**
 * An annotation that the actor may see: one about a document, if they may see the document; one that is not for all, or hidden,
 * if it is for them, they wrote it or keep the archive. A deleted one is ArchiveError('gone').
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
  if (!isFor(audienceNow(deps, actor), actor, annotation)) throw notFound('annotation')
  if (annotation.deletedAt) throw new ArchiveError('gone', 'This annotation was deleted.')
  return annotation
}

/** Whether an annotation is for somebody, of those who may see what it is about. */
export function isFor(
  audience: Audience,
  { id }: Actor,
  { audience: own, circle, createdBy }: Pick<StoredAnnotation, 'audience' | 'circle' | 'createdBy'>,
): boolean {
  if (own !== undefined && !sees(audience, own)) return false
  return circle === undefined || createdBy === id || sees(audience, circle)
}

/** The same texts, of which the newest of a page is read once however often it is asked for: as they were at one time. */
export function readOnce(texts: TextReader): TextReader {
  const newest = new Map<string, Promise<TextRevision | null>>()
  return {
    ...texts,
    newest(page, layer, audience) {
      const name = JSON.stringify([page, layer, audience])
      const text = newest.get(name) ?? texts.newest(page, layer, audience)
      newest.set(name, text)
      return text
    },
  }
}

/** An annotation, and where its passage stands in the page's text of today; null for one that is not about a passage. */
export type PlacedAnnotation = { annotation: StoredAnnotation; anchor: AnchorReport | null }

/** Where the passages of annotations stand; the text of a page is read once for all of them. */
export async function placed(
  deps: { texts: TextReader } & Pick<Seeing, 'clock'>,
  actor: Actor,
  annotations: readonly StoredAnnotation[],
): Promise<PlacedAnnotation[]> {
  const audience = audienceNow(deps, actor)
  const newest = new Map<string, Promise<TextRevision | null>>()
  const textOf = (page: string) => {
    const text = newest.get(page) ?? deps.texts.newest(page, null, audience)
    newest.set(page, text)
    return text
  }
  return Promise.all(
    annotations.map(async (annotation) => {
      const { anchor, page } = annotation
      if (anchor === null || page === null) return { annotation, anchor: null }
      return { annotation, anchor: reportOf(annotation.revision, anchor, await textOf(page)) }
    }),
  )
}

/** Where one annotation's passage stands; null for one that is not about a passage. */
export async function whereItStands(
  deps: { texts: TextReader } & Pick<Seeing, 'clock'>,
  actor: Actor,
  annotation: StoredAnnotation,
): Promise<AnchorReport | null> {
  const [found] = await placed(deps, actor, [annotation])
  return found?.anchor ?? null
}

function reportOf(revision: string | null, anchor: Anchor, text: TextRevision | null): AnchorReport {
  if (text === null) return { state: 'orphaned', suggestion: null, revision: revision ?? '' }
  if (text.id === revision)
    return { state: 'anchored', ...shownAt(text.cuts ?? [], anchor), revision: text.id }
  return { ...reanchor(anchor, text.content), revision: text.id }
}

/** A page of those annotations asked for that the actor may see, each with where it stands. */
export async function listAnnotations(
  deps: Seeing & { annotations: AnnotationReader; texts: TextReader },
  actor: Actor,
  filter: AnnotationFilter,
  slice: Slice,
): Promise<{ items: PlacedAnnotation[]; next: string | null }> {
  if (filter.document != null) await admit(deps, actor, filter.document)
  const onlooker = onlookerOf(actor, deps.clock().slice(0, 10))
  const { items, next } = await deps.annotations.list(onlooker, filter, slice)
  return { items: await placed(deps, actor, items), next }
}

/** How many a list holds, where its last page begins (null: at its start), and when it last changed, as far as that is known. */
export async function outlineOf(
  deps: Seeing & { annotations: AnnotationReader },
  actor: Actor,
  filter: AnnotationFilter,
  limit: number,
): Promise<{ total: number; last: string | null; modified: string | null }> {
  const onlooker = onlookerOf(actor, deps.clock().slice(0, 10))
  const total = await deps.annotations.count(onlooker, filter)
  return {
    total,
    last: total > limit ? await deps.annotations.beforeLast(onlooker, filter, total % limit || limit) : null,
    modified: await deps.annotations.modified(onlooker, filter.document ?? null),
  }
}
