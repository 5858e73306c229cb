import type { Actor } from '../domain/access.ts'
import type { Audience } from '../domain/audience.ts'
import type { DocumentRecord } from '../domain/document.ts'
import { notFound } from '../domain/errors.ts'
import { laidLines } from '../domain/page/laid-lines.ts'
import type { Layer, Page } from '../domain/text.ts'
import type { ExportedPage, ExportedText } from '../page-formats/exported-page.ts'
import type { ImageSource, PageImageReader } from '../ports/page-images.ts'
import { type Reading, seePage } from './read-page.ts'
import { audienceNow, see } from './see.ts'

export type ExportDeps = Reading & { pageImages: PageImageReader }

/** What is given out: a whole witness (null: the first), or the page of this number alone, in one layer or the best of each. */
export type ExportWish = {
  document: string
  witness: string | null
  number: number | null
  layer: Layer | null
}

/** A page with the bytes that it comes from. */
export type PageOut = ExportedPage & { image: ImageSource | null }

const batch = 100

/**
 * The pages of a document that the actor may see, as they are given out, each read when it is asked for, and what is said
 * of the whole. Throws ArchiveError('not-found' or 'gone').
 */
export async function exportPages(
  deps: ExportDeps,
  actor: Actor,
  wish: ExportWish,
): Promise<{ text: ExportedText; count: number; pages: AsyncIterable<PageOut> }> {
  const record = await see(deps, actor, wish.document)
  const text = describe(record, wish)
  const audience = audienceNow(deps, actor)
  if (wish.number !== null) {
    const page = await seePage(deps, actor, { ...wish, number: wish.number })
    return { text, count: 1, pages: one(deps, page, wish.layer, audience) }
  }
  const first = await deps.texts.pages(wish.document, wish.witness, { limit: 1, cursor: null }, audience)
  if (first === null) throw notFound('witness of this document')
  return { text, count: record.pageCount, pages: all(deps, wish, audience) }
}

async function* one(
  deps: ExportDeps,
  page: Page,
  layer: Layer | null,
  audience: Audience,
): AsyncGenerator<PageOut> {
  yield await pageOut(deps, page, layer, audience)
}

async function* all(
  deps: ExportDeps,
  { document, witness, layer }: ExportWish,
  audience: Audience,
): AsyncGenerator<PageOut> {
  let cursor: string | null = null
  do {
    const some: Awaited<ReturnType<typeof deps.texts.pages>> = await deps.texts.pages(
      document,
      witness,
      { limit: batch, cursor },
      audience,
    )
    for (const page of some?.items ?? []) yield await pageOut(deps, page, layer, audience)
    cursor = some?.next ?? null
  } while (cursor !== null)
}

async function pageOut(
  deps: ExportDeps,
  page: Page,
  layer: Layer | null,
  audience: Audience,
): Promise<PageOut> {
  const { texts, pageImages } = deps
  const [text, source] = await Promise.all([
    texts.newest(page.id, layer, audience),
    pageImages.source(page.id, audience),
  ])
  const placed = text && (await texts.placed(text.id, audience))
  const { width, height, number, label } = page
  const frame = width !== null && height !== null ? { width, height } : (placed?.frame ?? null)
  const content = text?.content ?? ''
  return {
    ...{ number, label, frame, content },
    language: text?.language ?? null,
    blocks: laidLines(content, placed, frame),
    source: source && { name: source.name, filePage: source.filePage },
    image: source,
  }
}

function describe({ description, witnesses }: DocumentRecord, { witness, layer }: ExportWish): ExportedText {
  const one = witness === null ? witnesses[0] : witnesses.find(({ id }) => id === witness)
  const scans = one?.files.filter(({ role }) => role === 'scan') ?? []
  const files = scans.length > 0 ? scans : (one?.files ?? [])
  return {
    title: description.title,
    language: description.language,
    software: 'Fonds',
    layer,
    file: files.length === 1 ? (files[0]?.name ?? null) : null,
  }
}
