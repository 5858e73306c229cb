import './no-canvas.ts'
import { isGarbled } from '../../domain/page/garbled.ts'
import type { ExtractedPage } from '../../ports/extractor.ts'
import type { Reading } from './batches.ts'
import { makePage } from './make-page.ts'
import { type OpenPdf, openPdf } from './open-pdf.ts'
import { pdfFault, refuseUnlessPdf } from './pdf-fault.ts'
import { type NotesOn, notesReader } from './pdf-notes.ts'
import { textOf } from './pdf-text.ts'
import { placeWords } from './pdf-words.ts'
import { Unreadable } from './unreadable.ts'

/** Library and version that read the text of PDFs; pinned in package.json. */
export const pdfEngine = 'pdf-parse 2.4.5'

const bytesPerOpening = 64 * 1024 * 1024
const pagesPerOpening = 1000
// A file may claim to have as many pages as it likes; so many in a row that cannot be read are not there.
const mostMissing = 200
// Boxes are kept in whole units, and a point is an eighth of a small letter's height.
const boxesPerPoint = 10

/**
 * Reads the text that a PDF carries, page by page, with its page labels, its filled form fields and its notes. Width
 * and height are the page's in points, words know their places, and a text that is no language is told. A single page that cannot be read has no text; a file without any readable
 * page is Unreadable. It may begin at a page.
 */
export async function* readPdf(fd: number, from = 1): AsyncGenerator<Reading> {
  await refuseUnlessPdf(fd)
  let pdf = await orFault(openPdf(fd))
  const total = pdf.document.numPages
  if (!(total > 0)) throw new Unreadable('has no pages; upload a whole copy of it')
  const labels = await pdf.document.getPageLabels().catch(() => null)
  yield { kind: 'start', total, layer: 'embedded', engine: pdfEngine, assumed: null }
  let failure: unknown = null
  let [readable, missing, walked] = [0, 0, 0]
  let opened = from
  const notesOn = notesReader()
  for (let filePage = from; filePage <= total; filePage++) {
    if (pdf.fetched() - walked > bytesPerOpening || filePage - opened >= pagesPerOpening) {
      // What pdfjs has fetched and parsed stays in memory until it closes. Opening anew keeps that flat, but costs a
      // walk through the page tree, a quarter of a second for two thousand pages.
      await pdf.close()
      pdf = await orFault(openPdf(fd))
      // The walk itself fetches a range for each page before this one where pages lie far apart. It counts for nothing,
      // or towards the end of a large scan every page would open it anew.
      await pdf.document.getPage(filePage).catch(() => null)
      walked = pdf.fetched()
      opened = filePage
    }
    const label = labels?.[filePage - 1] || null
    const read = await pageOf(pdf, notesOn, filePage, label).catch((error: unknown) => {
      failure ??= error
      return null
    })
    if (read) readable++
    missing = read ? 0 : missing + 1
    if (missing > mostMissing) throw new Unreadable(claims(total))
    if (readable === 0 && from === 1 && filePage === total) throw pdfFault(failure)
    yield {
      kind: 'page',
      page: read ?? makePage({ filePage, label, width: null, height: null, content: '' }),
    }
  }
  await pdf.close()
}

async function pageOf(
  pdf: OpenPdf,
  notesOn: NotesOn,
  filePage: number,
  label: string | null,
): Promise<ExtractedPage> {
  const page = await pdf.document.getPage(filePage)
  const viewport = page.getViewport({ scale: 1 })
  const notes = await notesOn(pdf.document, filePage)
  const { text, runs, styles } = await textOf(pdf, page)
  const parts = [text.trimEnd(), ...notes.filter((note) => !text.includes(note))]
  const content = parts.filter((part) => part !== '').join('\n')
  const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)]
  const made = makePage({ filePage, label, width, height, content })
  const placed = placeWords(made.content, runs, styles, page.getViewport({ scale: boxesPerPoint }))
  return { ...made, placed, garbled: isGarbled(text) }
}

const claims = (total: number) =>
  `claims to have ${total.toLocaleString('en')} pages, but more than ${mostMissing} in a row cannot be read; upload a whole copy of it`

const orFault = <T>(promise: Promise<T>): Promise<T> =>
  promise.catch((error: unknown) => {
    throw pdfFault(error)
  })
