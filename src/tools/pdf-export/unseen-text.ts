import type { LaidBlock } from '../../domain/page/laid-lines.ts'
import type { Frame } from '../../domain/page/placed-words.ts'
import { type QuarterTurn, quarterTurnOf, turnedBox, turnedFrame } from '../../domain/page/quarter-turn.ts'
import { type Size, type TextRow, textRows } from './text-rows.ts'
import type { unseenFont } from './unseen-font.ts'

/**
 * What draws a page’s text unseen (text rendering mode 3) in a page of so many points: each word over its box as far as
 * words of one line stand on one baseline in one size, by which readers of PDFs know what is a line. Words without a place
 * stand between their neighbours. The text of a page that lies on a side or upside down is turned with it.
 */
export function unseenText(
  font: ReturnType<typeof unseenFont>,
  { blocks, frame }: { blocks: readonly LaidBlock[]; frame: Frame | null },
  size: Size,
): string {
  const turn = quarterTurnOf(blocks)
  const { width, height } = turnedFrame(frame ?? size, turn)
  const upright = turnedFrame(size, turn)
  const scale = { width: upright.width / width, height: upright.height / height }
  const turned = turn === 0 ? blocks : turnedBlocks(blocks, frame ?? size, turn)
  const drawn = textRows(turned, scale, upright).flatMap((rows) =>
    rows.map((row, at) => show(font, row, at < rows.length - 1, upright.height)),
  )
  if (drawn.length === 0) return ''
  const text = `BT\n3 Tr\n${drawn.join('')}ET\n`
  return turn === 0 ? text : `q ${onto(size, turn)} cm\n${text}Q\n`
}

const turnedBlocks = (blocks: readonly LaidBlock[], frame: Frame, turn: QuarterTurn): LaidBlock[] =>
  blocks.map((block) =>
    block.map((line) => line.map((word) => ({ ...word, box: word.box && turnedBox(word.box, frame, turn) }))),
  )

/** The matrix (ISO 32000-1, 8.3.4) that lays what was drawn upright onto a page of this size that lies turned. */
function onto({ width, height }: Size, turn: QuarterTurn): string {
  if (turn === 1) return `0 -1 1 0 0 ${n(height)}`
  if (turn === 2) return `-1 0 0 -1 ${n(width)} ${n(height)}`
  return `0 1 -1 0 ${n(width)} 0`
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
