import type { LaidBlock } from '../../domain/page/laid-lines.ts'
import type { Frame } from '../../domain/page/placed-words.ts'
import { type Size, type TextRow, textRows } from './text-rows.ts'
import type { unseenFont } from './unseen-font.ts'

/**
 * What draws a page’s text unseen (text rendering mode 3) in a page of so many points: each word over its box as far as
 * words of one line stand on one baseline in one size, by which readers of PDFs know what is a line. Words without a place
 * stand between their neighbours.
 */
export function unseenText(
  font: ReturnType<typeof unseenFont>,
  { blocks, frame }: { blocks: readonly LaidBlock[]; frame: Frame | null },
  size: Size,
): string {
  const scale = {
    width: size.width / (frame?.width ?? size.width),
    height: size.height / (frame?.height ?? size.height),
  }
  const drawn = textRows(blocks, scale, size).flatMap((rows) =>
    rows.map((row, at) => show(font, row, at < rows.length - 1, size.height)),
  )
  return drawn.length === 0 ? '' : `BT\n3 Tr\n${drawn.join('')}ET\n`
}

function show(
  font: ReturnType<typeof unseenFont>,
  { y, h, words }: TextRow,
  goesOn: boolean,
  pageHeight: number,
): string {
  // A fifth of the height lies below the line on which letters stand.
  const baseline = pageHeight - y - h * 0.8
  const wide = (text: string, w: number) => {
    const { hex, length } = font.encode(text)
    return `${n((w / (length * 0.5 * h)) * 100)} Tz ${hex} Tj\n`
  }
  const drawn = words.map(({ text, x, w }, at) => {
    const next = words[at + 1]
    const gap = next ? Math.max(h / 10, next.x - x - w) : h / 10
    const space = next || goesOn ? wide(' ', gap) : ''
    return `1 0 0 1 ${n(x)} ${n(baseline)} Tm ${wide(text, w)}${space}`
  })
  return `/F0 ${n(h)} Tf ${drawn.join('')}`
}

const n = (value: number) => (Math.round(value * 1000) / 1000).toString()
