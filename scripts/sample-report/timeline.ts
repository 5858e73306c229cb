import { colour } from './ink.ts'
import { drawText } from './lines.ts'
import type { Column } from './model.ts'

const day = (date: string) => Date.parse(date) / 86_400_000
const first = day('1939-09-15')
const last = day('1941-07-20')

type Label = { date: string; text: string; side: 'above' | 'below'; level: number; align: 'left' | 'right' }

const labels: readonly Label[] = [
  {
    date: '1939-10-11',
    text: '11 October 1939: Beria signs the order',
    side: 'above',
    level: 1,
    align: 'left',
  },
  {
    date: '1939-10-11',
    text: 'earliest date given to the Instructions',
    side: 'below',
    level: 2,
    align: 'left',
  },
  { date: '1941-01-21', text: '21 January 1941: latest date given', side: 'below', level: 2, align: 'right' },
  { date: '1941-02-03', text: '3 February 1941: NKGB created', side: 'above', level: 2, align: 'right' },
  {
    date: '1941-06-07',
    text: '7 June 1941: receipt stamp, Šiauliai (year inferred)',
    side: 'above',
    level: 3,
    align: 'right',
  },
  { date: '1941-06-13', text: '13 June 1941: deportations begin', side: 'below', level: 3, align: 'right' },
]

const caption =
  'To scale. Red: the days on which the Instructions can have been written. Grey: the span of the single dates that sources have given them.'

/** Draws, to scale, the dates given to the Instructions and the window in which they were written. */
export function drawTimeline(column: Column): number {
  const { page, faces, x, width, top } = column
  const axis = top - 84
  const at = (date: string) => x + ((day(date) - first) / (last - first)) * width
  const bar = (from: string, to: string, y: number, paint: typeof colour.ink) =>
    page.drawRectangle({ x: at(from), y, width: at(to) - at(from), height: 7, color: paint })
  page.drawLine({ start: { x, y: axis }, end: { x: x + width, y: axis }, thickness: 0.8, color: colour.ink })
  for (const year of ['1940', '1941']) {
    const tick = at(`${year}-01-01`)
    page.drawLine({ start: { x: tick, y: axis - 4 }, end: { x: tick, y: axis + 4 }, color: colour.ink })
    page.drawText(year, { x: tick + 2.5, y: axis + 4, size: 7, font: faces.label, color: colour.grey })
  }
  bar('1939-10-11', '1941-01-21', axis - 11, colour.hairline)
  bar('1941-02-03', '1941-06-07', axis + 4, colour.accent)
  for (const label of labels) {
    const up = label.side === 'above'
    const y = axis + (up ? 1 : -1) * (8 + label.level * 17)
    page.drawLine({
      start: { x: at(label.date), y: axis + (up ? 4 : -4) },
      end: { x: at(label.date), y: up ? y - 2 : y + 8 },
      thickness: 0.6,
      color: colour.grey,
    })
    const wide = faces.label.widthOfTextAtSize(label.text, 8)
    const left = label.align === 'left' ? at(label.date) + 4 : at(label.date) - wide - 4
    page.drawText(label.text, { x: left, y, size: 8, font: faces.label, color: colour.ink })
  }
  const small = { size: 8, leading: 12, width, faces, base: faces.label, ink: colour.grey }
  return 162 + drawText(page, caption, { x, top: top - 162 }, small) + 16
}
