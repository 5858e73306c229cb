import type { Actor } from '../domain/access.ts'
import type { Audience } from '../domain/audience.ts'
import { notFound } from '../domain/errors.ts'
import type { PlacedWords } from '../domain/page/placed-words.ts'
import type { Layer, TextRevision } from '../domain/text.ts'
import type { WitnessRecord } from '../domain/witness/witness.ts'
import type { AnchorReport, AnnotationReader, StoredAnnotation } from '../ports/annotations.ts'
import type { CanvasEntry, CanvasReader } from '../ports/canvases.ts'
import type { Listing, Slice } from '../ports/command.ts'
import type { TextReader } from '../ports/texts.ts'
import type { WitnessReader } from '../ports/witnesses.ts'
import { listAnnotations } from './read-annotation.ts'
import { admit, audienceNow, type Seeing } from './see.ts'

export type CanvasDeps = Seeing & {
  canvases: CanvasReader
  witnesses: WitnessReader
  texts: TextReader
  annotations: AnnotationReader
}

/** A text of a page with the places of its words where they are known; null where the page has none. */
export type CanvasText = { revision: TextRevision; placed: PlacedWords | null } | null

/** An annotation with where its passage stands in the page's text of today. */
export type Standing = { annotation: StoredAnnotation; anchor: AnchorReport | null }

/**
 * One page or missing leaf of a document that the actor may see, with the pages beside it where it is a leaf. Throws
 * ArchiveError('not-found' or 'gone').
 */
export async function seeCanvas(
  deps: CanvasDeps,
  actor: Actor,
  document: string,
  id: string,
): Promise<{ entry: CanvasEntry; beside: CanvasEntry[]; witnesses: readonly WitnessRecord[] }> {
  const entry = await canvas(deps, actor, document, id)
  const { witness } = entry
  const audience = audienceNow(deps, actor)
  const pages =
    entry.kind === 'page' ? [] : await deps.canvases.pages(witness, Math.max(0, entry.after - 1), 2, audience)
  const beside = pages.map((page): CanvasEntry => ({ kind: 'page', witness, ...page }))
  return { entry, beside, witnesses: await deps.witnesses.ofDocument(audience, document) }
}

/** A page with its text in a layer (null: the best); the faults are those of `seeCanvas`. */
export async function seeCanvasText(
  deps: CanvasDeps,
  actor: Actor,
  { document, page, layer }: { document: string; page: string; layer: Layer | null },
): Promise<{ entry: CanvasEntry; text: CanvasText }> {
  const entry = await canvas(deps, actor, document, page)
  return {
    entry,
    text: entry.kind === 'page' ? await textOf(deps, page, layer, audienceNow(deps, actor)) : null,
  }
}

/** Some of the annotations of a page, with its text for their passages; the faults are those of `seeCanvas`. */
export async function seeCanvasNotes(
  deps: CanvasDeps,
  actor: Actor,
  { document, page }: { document: string; page: string },
  slice: Slice,
): Promise<{ entry: CanvasEntry; text: CanvasText; notes: Listing<Standing> }> {
  const entry = await canvas(deps, actor, document, page)
  const notes = await listAnnotations(deps, actor, { document, page }, slice)
  const isQuoting = notes.items.some(({ anchor }) => anchor !== null)
  return { entry, notes, text: isQuoting ? await textOf(deps, page, null, audienceNow(deps, actor)) : null }
}

async function canvas(deps: CanvasDeps, actor: Actor, document: string, id: string): Promise<CanvasEntry> {
  await admit(deps, actor, document)
  const entry = await deps.canvases.find(document, id, audienceNow(deps, actor))
  if (!entry) throw notFound('canvas')
  return entry
}

/** The text of a page, with its places. */
export async function textOf(
  { texts }: Pick<CanvasDeps, 'texts'>,
  page: string,
  layer: Layer | null,
  audience: Audience,
): Promise<CanvasText> {
  const revision = await texts.newest(page, layer, audience)
  return revision && { revision, placed: await texts.placed(revision.id, audience) }
}
