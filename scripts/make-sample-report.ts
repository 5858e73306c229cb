import { writeFile } from 'node:fs/promises'
import { PDFDocument, type PDFPage } from 'pdf-lib'
import { drawBlock } from './sample-report/blocks.ts'
import { colour, embedFaces, type Faces } from './sample-report/ink.ts'
import { drawText } from './sample-report/lines.ts'
import { sections } from './sample-report/sections.ts'
import { drawTitlePage } from './sample-report/title-page.ts'

const a4: [number, number] = [595.28, 841.89]
const margin = 84
const width = a4[0] - 2 * margin
// A fixed day, so that the same words give the same bytes.
const made = new Date('2026-01-01T00:00:00Z')

/** The sample report as a PDF with a text layer: the same bytes at every run. */
export async function makeSampleReport(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.setTitle("The Third Interim Report: archivists' summary")
  pdf.setAuthor('Archivists of the sample archive')
  pdf.setSubject('A summary made for the sample archive of Fonds; not the report itself')
  pdf.setKeywords(['Serov Instructions', 'Order № 001223', 'Šiauliai'])
  pdf.setLanguage('en')
  pdf.setProducer('pdf-lib')
  pdf.setCreationDate(made)
  pdf.setModificationDate(made)
  const faces = await embedFaces(pdf)
  const headings = sections.map((section) => section.heading)
  drawTitlePage({ page: pdf.addPage(a4), faces, x: margin, width, top: 742 }, headings)
  for (const [n, section] of sections.entries()) {
    const page = pdf.addPage(a4)
    const heading = { size: 20, leading: 27, width, faces, base: faces.bold }
    let top = 742 - drawText(page, section.heading, { x: margin, top: 742 }, heading) - 8
    page.drawRectangle({ x: margin, y: top, width: 42, height: 2, color: colour.accent })
    top -= 24
    for (const block of section.blocks) top -= drawBlock({ page, faces, x: margin, width, top }, block)
    if (top < 84)
      throw new Error(`"${section.heading}" runs over its page: shorten it or make it two sections.`)
    drawFoot(page, faces, `${n + 2} / ${sections.length + 1}`)
  }
  return pdf.save()
}

function drawFoot(page: PDFPage, faces: Faces, number: string): void {
  const small = { size: 8, leading: 10, width, faces, base: faces.label, ink: colour.grey }
  page.drawLine({
    start: { x: margin, y: 64 },
    end: { x: margin + width, y: 64 },
    thickness: 0.5,
    color: colour.hairline,
  })
  drawText(page, "Archivists' summary · not the report itself", { x: margin, top: 56 }, small)
  const wide = faces.label.widthOfTextAtSize(number, 8)
  drawText(page, number, { x: margin + width - wide, top: 56 }, small)
}

if (import.meta.main) {
  const target = new URL('../samples/third-interim-report-summary.pdf', import.meta.url)
  await writeFile(target, await makeSampleReport())
}
