import { copyFile, rm } from 'node:fs/promises'
import type { Actor } from '../domain/access.ts'
import { ArchiveError } from '../domain/errors.ts'
import type { ImageSource } from '../ports/page-images.ts'
import type { PdfImage, PdfMaker, PdfPage } from '../ports/pdf-maker.ts'
import { type ExportDeps, type ExportWish, exportPages, type PageOut } from './export-pages.ts'
import { type ImageSeeing, imageOf } from './see-page-image.ts'

export type ExportPdfDeps = ExportDeps & ImageSeeing & { pdfs: PdfMaker }

/**
 * Makes a searchable PDF of a document or a page and gives its local path to `use`, after which it is removed. Throws
 * ArchiveError('busy') where too many are being made, and the signal's reason.
 */
export async function exportPdf<T>(
  deps: ExportPdfDeps,
  actor: Actor,
  wish: ExportWish,
  signal: AbortSignal,
  use: (path: string, title: string) => Promise<T>,
): Promise<T> {
  const { text, pages } = await exportPages(deps, actor, wish)
  const target = await deps.derived.incoming()
  try {
    const about = { title: text.title, language: text.language }
    await deps.pdfs.make(pictured(deps, pages, signal), about, target, signal)
    return await use(target, text.title)
  } finally {
    await rm(target, { force: true })
  }
}

/** Each page with its image, which is there until the next is asked for. */
async function* pictured(
  deps: ExportPdfDeps,
  pages: AsyncIterable<PageOut>,
  signal: AbortSignal,
): AsyncGenerator<PdfPage> {
  for await (const { image, label, frame, blocks } of pages) {
    const own =
      image?.mediaType === 'image/jpeg' && image.withheld === undefined ? await deps.derived.incoming() : null
    try {
      const shown = image && (own === null ? await made(deps, image, signal) : await copied(deps, image, own))
      yield { label, frame, blocks, image: shown }
    } finally {
      if (own !== null) await rm(own, { force: true })
    }
  }
}

/** A JPEG as it came. */
async function copied(
  { files, pageImages }: ExportPdfDeps,
  { sha256, filePage, mediaType }: ImageSource,
  own: string,
): Promise<PdfImage> {
  await files.withLocalFile(sha256, (path) => copyFile(path, own))
  const dpi = (await pageImages.find(sha256, filePage))?.dpi ?? null
  return { path: own, filePage, mediaType, dpi }
}

/** The image that is made of a page; null where it has none, as pages of texts have, or none can be made. */
async function made(deps: ExportPdfDeps, source: ImageSource, signal: AbortSignal): Promise<PdfImage | null> {
  try {
    const { path, image } = await imageOf(deps, source, signal)
    return { path, filePage: 1, mediaType: 'image/tiff', dpi: image.dpi }
  } catch (error) {
    const hasNone =
      error instanceof ArchiveError && (error.fault === 'not-found' || error.fault === 'unreadable-file')
    if (hasNone && !signal.aborted) return null
    throw error
  }
}
