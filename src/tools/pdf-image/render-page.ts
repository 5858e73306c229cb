import { createCanvas } from '@napi-rs/canvas'
import { version } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { openPdf } from '../extract/open-pdf.ts'
import { pdfFault, refuseUnlessPdf } from '../extract/pdf-fault.ts'
import { Unreadable } from '../extract/unreadable.ts'

const mostPixels = 30_000_000

/** A page as it was drawn: a JPEG of this size in pixels and this resolution. */
export type RenderedPage = { image: Uint8Array; width: number; height: number; dpi: number; tool: string }

/**
 * Draws a page (1-based) of the PDF behind a descriptor as it is seen, at a resolution, or a lower one where it would have
 * more than 30 million pixels. Throws Unreadable.
 */
export async function renderPage(fd: number, filePage: number, wanted: number): Promise<RenderedPage> {
  await refuseUnlessPdf(fd)
  const pdf = await openPdf(fd).catch((error: unknown) => {
    throw pdfFault(error)
  })
  try {
    if (filePage > pdf.document.numPages) throw new Unreadable(noPage(filePage, pdf.document.numPages))
    const page = await pdf.document.getPage(filePage)
    const plain = page.getViewport({ scale: 1 })
    const scale = Math.min(wanted / 72, Math.sqrt(mostPixels / (plain.width * plain.height)))
    const viewport = page.getViewport({ scale })
    const canvas = createCanvas(
      Math.max(1, Math.round(viewport.width)),
      Math.max(1, Math.round(viewport.height)),
    )
    // pdfjs draws on whatever has the methods of a canvas, of which this program has no types.
    await page.render({ canvas: canvas as never, viewport }).promise
    const image = await canvas.encode('jpeg', 95)
    return { image, width: canvas.width, height: canvas.height, dpi: scale * 72, tool: `pdfjs ${version}` }
  } catch (error) {
    throw error instanceof Unreadable ? error : pdfFault(error)
  } finally {
    await pdf.close()
  }
}

const noPage = (filePage: number, pages: number) =>
  pages < 1
    ? 'has no pages; upload a whole copy of it'
    : `has no page ${filePage.toLocaleString('en')}, only ${pages.toLocaleString('en')}; its file may be cut short`
