import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LaidBlock } from '../../../src/domain/page/laid-lines.ts'
import type { Box, Frame } from '../../../src/domain/page/placed-words.ts'
import {
  type QuarterTurn,
  quarterTurnOf,
  turnedBox,
  turnedFrame,
} from '../../../src/domain/page/quarter-turn.ts'

const turns = [0, 1, 2, 3] as const
const upright: Frame = { width: 600, height: 900 }

/** Where a box comes to lie when its page is turned by so many quarters, one after another. */
function lying(box: Box, turn: QuarterTurn): Box {
  let [x, y, w, h] = box
  let { width, height } = upright
  for (let quarter = 0; quarter < turn; quarter++) {
    ;[x, y, w, h] = [height - y - h, x, h, w]
    ;[width, height] = [height, width]
  }
  return [x, y, w, h]
}

const word = (box: Box | null) => ({ text: 'word', box, confidence: null })
const paged = (lines: readonly (readonly (Box | null)[])[], turn: QuarterTurn): LaidBlock[] => [
  lines.map((line) => line.map((box) => word(box && lying(box, turn)))),
]

/** Lines of words from upper left on, some a little higher than others, as a skew has them. */
const lines = fc
  .array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 8 }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((lines) =>
    lines.map((offsets, line) =>
      offsets.map((lift, at): Box => [20 + at * 70, 30 + line * 40 - lift, 60, 20]),
    ),
  )

describe('a page that lies turned', () => {
  test('is told by where its words stand, and its boxes turned back', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom(...turns), (lines, turn) => {
        fc.pre(turn !== 2 || lines.length > 1)
        expect(quarterTurnOf(paged(lines, turn))).toBe(turn)
        const frame = turnedFrame(upright, turn)
        for (const box of lines.flat()) expect(turnedBox(lying(box, turn), frame, turn)).toEqual(box)
      }),
    )
  })

  test('is told of a script that runs to the left, too, as long as there are lines', () => {
    const [first, second] = [0, 1].map((line) =>
      [0, 1, 2].map((at): Box => [400 - at * 80, 40 + line * 50, 60, 20]),
    )
    for (const turn of [0, 1, 3] as const)
      expect(quarterTurnOf(paged([first ?? [], second ?? []], turn))).toBe(turn)
  })

  test('lies upright where there is nothing to tell it by', () => {
    expect(quarterTurnOf([])).toBe(0)
    expect(quarterTurnOf(paged([[null, null], [[10, 10, 50, 20]]], 1))).toBe(0)
  })
})
