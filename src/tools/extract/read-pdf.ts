import './no-canvas.ts'
import type { ExtractedPage } from '../../ports/extractor.ts'
import type { Reading } from './batches.ts'
import { makePage } from './make-page.ts'
import { type OpenPdf, openPdf } from './open-pdf.ts'
import { pdfFault, refuseUnlessPdf } from './pdf-fault.ts'
import { notesOn } from './pdf-notes.ts'

/** Library and version that read the text of PDFs; pinned in package.json. */
export const pdfEngine = 'pdf-parse 2.4.5'

const bytesPerOpening = 64 * 1024 * 1024
const pagesPerOpening = 1000

/**
 * Reads the text that a PDF carries, page by page, with its page labels, its filled form fields and its notes. Width
 * and height are the page's in points. A single page that cannot be read has no text; a file without any readable
 * page is Unreadable.
 */
export async function* readPdf(fd: number): AsyncGenerator<Reading> {
  await refuseUnlessPdf(fd)
  let pdf = await orFault(openPdf(fd))
  const total = pdf.document.numPages
  const labels = await pdf.document.getPageLabels().catch(() => null)
  yield { kind: 'start', total, layer: 'embedded', engine: pdfEngine, assumed: null }
  let failure: unknown = null
  let readable = 0
  for (let filePage = 1; filePage <= total; filePage++) {
    if (pdf.fetched() > bytesPerOpening || filePage % pagesPerOpening === 0) {
      // What pdfjs has fetched and parsed stays in memory until it closes. Opening anew keeps that flat, but costs a
      // walk through the page tree, a quarter of a second for two thousand pages.
      await pdf.close()
      pdf = await orFault(openPdf(fd))
    }
    const label = labels?.[filePage - 1] || null
    const read = await pageOf(pdf, filePage, label).catch((error: unknown) => {
      failure ??= error
      return null
    })
    if (read) readable++
    if (readable === 0 && filePage === total) throw pdfFault(failure)
    yield {
      kind: 'page',
      page: read ?? makePage({ filePage, label, width: null, height: null, content: '' }),
    }
  }
  await pdf.close()
}

async function pageOf(
  { parser, document }: OpenPdf,
  filePage: number,
  label: string | null,
): Promise<ExtractedPage> {
  const page = await document.getPage(filePage)
  const { width, height } = page.getViewport({ scale: 1 })
  const notes = await notesOn(page)
  const { pages } = await parser.getText({ partial: [filePage], pageJoiner: '' })
  const text = pages[0]?.text ?? ''
  const parts = [text.trimEnd(), ...notes.filter((note) => !text.includes(note))]
  const content = parts.filter((part) => part !== '').join('\n')
  return makePage({ filePage, label, width: Math.round(width), height: Math.round(height), content })
}

const orFault = <T>(promise: Promise<T>): Promise<T> =>
  promise.catch((error: unknown) => {
    throw pdfFault(error)
  })
