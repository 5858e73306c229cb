import { rm } from 'node:fs/promises'
import type { Actor } from '../domain/access.ts'
import type { FileStore } from '../ports/file-store.ts'
import type { DerivedStore, ImageSource } from '../ports/page-images.ts'
import type { PdfImage, PdfMaker, PdfPage } from '../ports/pdf-maker.ts'
import { type ExportDeps, type ExportWish, exportPages, type PageOut } from './export-pages.ts'

export type ExportPdfDeps = ExportDeps & { files: FileStore; derived: DerivedStore; pdfs: PdfMaker }

/** Image formats that are shown as they are where no image was made of them yet. */
const shown = /^image\/(jpeg|png|webp|tiff)$/

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
    await deps.pdfs.make(
      pictured(deps, pages),
      { title: text.title, language: text.language },
      target,
      signal,
    )
    return await use(target, text.title)
  } finally {
    await rm(target, { force: true })
  }
}

async function* pictured(deps: ExportPdfDeps, pages: AsyncIterable<PageOut>): AsyncGenerator<PdfPage> {
  for await (const { image, label, frame, blocks } of pages)
    yield { label, frame, blocks, image: image && (await imageOf(deps, image)) }
}

/** A JPEG as it came, else the image that was made of the page; null where it has none, as pages of texts have. */
async function imageOf(
  { files, derived, pageImages }: ExportPdfDeps,
  { sha256, filePage, mediaType }: ImageSource,
): Promise<PdfImage | null> {
  const made = await derived.find(sha256, filePage)
  const dpi = (await pageImages.find(sha256, filePage))?.dpi ?? null
  const own = async () => ({
    path: await files.withLocalFile(sha256, async (path) => path),
    filePage,
    mediaType,
    dpi,
  })
  if (mediaType === 'image/jpeg') return own()
  if (made !== null) return { path: made, filePage: 1, mediaType: 'image/tiff', dpi }
  return shown.test(mediaType) ? own() : null
}
