import { expect, test } from 'vitest'
import type { Box } from '../../../src/domain/page/placed-words.ts'
import { type Pixels, turned, turnedBack } from '../../../src/tools/recognise/turn-page.ts'

const [width, height] = [70, 40]
const turns = [0, 90, 180, 270] as const

/** A white page with a black box on it, of another grey in its upper left corner. */
function withBox([x, y, w, h]: Box): Pixels {
  const grey = Buffer.alloc(width * height, 255)
  for (let row = y; row < y + h; row++) grey.fill(0, row * width + x, row * width + x + w)
  grey[y * width + x] = 100
  return { grey, width, height }
}

/** The box around what is not white. */
function boxOn({ grey, width: across, height: down }: Pixels): Box {
  const dark = Array.from(grey, (value, at) => ({ value, at })).filter(({ value }) => value < 255)
  const [xs, ys] = [dark.map(({ at }) => at % across), dark.map(({ at }) => Math.floor(at / across))]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  expect(grey.length).toBe(across * down)
  return [left, top, Math.max(...xs) - left + 1, Math.max(...ys) - top + 1]
}

test.each(turns)('a box on a page that is turned by %d degrees comes back to where it stood', (turn) => {
  for (const box of [
    [3, 5, 20, 4],
    [0, 0, 1, 40],
    [50, 30, 20, 10],
  ] as const) {
    const page = withBox(box)
    expect(turnedBack(boxOn(turned(page, turn)), turn, page)).toEqual(box)
  }
})

test('a page is turned clockwise, and four times by a quarter it is what it was', () => {
  const page = withBox([3, 5, 20, 4])
  const quarter = turned(page, 90)
  expect([quarter.width, quarter.height]).toEqual([height, width])
  // What was on the left of the box at its top is on the right of it now.
  expect(quarter.grey.indexOf(100)).toBe(3 * height + (height - 1 - 5))
  expect(turned(turned(quarter, 90), 180).grey).toEqual(page.grey)
  expect(turned(quarter, 270).grey).toEqual(page.grey)
})
