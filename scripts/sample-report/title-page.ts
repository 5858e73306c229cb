import { drawBlock } from './blocks.ts'
import { colour } from './ink.ts'
import { drawText } from './lines.ts'
import type { Column } from './model.ts'

/** Draws the title page, which says that this is a summary and not the report, and lists the pages by heading. */
export function drawTitlePage(column: Column, headings: readonly string[]): void {
  const { page, faces, x, width } = column
  const label = { size: 9, leading: 14, width, faces, base: faces.label, ink: colour.grey }
  let top = column.top
  top -= drawText(page, 'Sample archive of Fonds  ·  EXAMPLE-2/1/1', { x, top }, label) + 58
  page.drawRectangle({ x, y: top, width: 64, height: 3, color: colour.accent })
  top -= 22
  const title = { size: 29, leading: 39, width, faces, base: faces.bold }
  top -= drawText(page, 'The Third Interim Report and the Serov Instructions', { x, top }, title) + 10
  const subtitle = { size: 14, leading: 22, width, faces, base: faces.italic }
  top -=
    drawText(page, 'How a paper without a number was printed as Order №\u00A0001223', { x, top }, subtitle) +
    44
  top -= drawBlock(
    { ...column, top },
    {
      kind: 'callout',
      label: "ARCHIVISTS' SUMMARY",
      text: 'Made for the sample archive. **This is not the report itself**, nor a part or a copy of it. *Это изложение, составленное архивистами, а не сам доклад. Tai archyvarų santrauka, o ne pati ataskaita.*',
    },
  )
  top -= 36
  for (const [n, heading] of headings.entries()) {
    drawContentsLine({ ...column, top: top - n * 21 }, heading, String(n + 2))
  }
}

function drawContentsLine(column: Column, heading: string, number: string): void {
  const { page, faces, x, width, top } = column
  const setting = { size: 10.5, leading: 16, width, faces }
  drawText(page, heading, { x, top }, setting)
  const right = x + width - faces.text.widthOfTextAtSize(number, 10.5)
  drawText(page, number, { x: right, top }, setting)
  page.drawLine({
    start: { x: x + faces.text.widthOfTextAtSize(heading, 10.5) + 6, y: top - 10.5 },
    end: { x: right - 6, y: top - 10.5 },
    thickness: 0.5,
    color: colour.hairline,
  })
}
