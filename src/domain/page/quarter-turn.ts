import type { LaidBlock } from './laid-lines.ts'
import type { Box, Frame } from './placed-words.ts'

/** By how many quarters of a circle, clockwise, a page lies turned under its scanner. */
export type QuarterTurn = 0 | 1 | 2 | 3

type Centre = { x: number; y: number }
/**
 * How a page lies, told by where its words stand: in which direction the words of its lines follow each other, and the
 * lines. Where there is one line only, its words are taken to run to the right. 0 where neither tells.
 */
export function quarterTurnOf(blocks: readonly LaidBlock[]): QuarterTurn {
  const lines = blocks
    .flat()
    .map((line) => line.flatMap(({ box }) => (box === null ? [] : [centreOf(box)])))
    .filter((line) => line.length > 0)
  const words = lines.flatMap(stepsOf)
  const fromLine = stepsOf(lines.flatMap(([first]) => first ?? []))
  const isSideways = words.filter(({ x, y }) => Math.abs(y) > Math.abs(x)).length > words.length / 2
  if (!isSideways) return leaning(words, 'x') < 0 && leaning(fromLine, 'y') < 0 ? 2 : 0
  // Words that run to the left, in Hebrew or Arabic, run up where others run down: the lines tell.
  return (leaning(fromLine, 'x') || -leaning(words, 'y')) < 0 ? 1 : 3
}

const centreOf = ([x, y, w, h]: Box): Centre => ({ x: x + w / 2, y: y + h / 2 })

/** From each centre to the next. */
const stepsOf = (centres: readonly Centre[]): Centre[] =>
  centres.slice(1).map(({ x, y }, at) => ({ x: x - (centres[at]?.x ?? x), y: y - (centres[at]?.y ?? y) }))

/** How many more of the steps go forwards than back. */
const leaning = (steps: readonly Centre[], along: keyof Centre): number =>
  steps.reduce((sum, step) => sum + Math.sign(step[along]), 0)

/** The frame of a page that was turned back. */
export const turnedFrame = ({ width, height }: Frame, turn: QuarterTurn): Frame =>
  turn % 2 === 0 ? { width, height } : { width: height, height: width }

/** A box on a page that was turned back, given that on the page as it lies, in its frame. */
export function turnedBox([x, y, w, h]: Box, { width, height }: Frame, turn: QuarterTurn): Box {
  if (turn === 1) return [y, width - x - w, h, w]
  if (turn === 2) return [width - x - w, height - y - h, w, h]
  if (turn === 3) return [height - y - h, x, h, w]
  return [x, y, w, h]
}
