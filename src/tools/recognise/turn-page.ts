import type { Box, Frame } from '../../domain/page/placed-words.ts'
import type { Prepared } from './prepare.ts'

/** Grey pixels, row by row. */
export type Pixels = Pick<Prepared, 'grey' | 'width' | 'height'>

/** By how many degrees a page is turned clockwise so that its lines can be read. */
export type Turn = 0 | 90 | 180 | 270

/** The page turned clockwise. */
export function turned(page: Pixels, turn: Turn): Pixels {
  const { grey, width, height } = page
  if (turn === 0) return page
  if (turn === 180) return { grey: Buffer.from(grey).reverse(), width, height }
  const out = Buffer.allocUnsafe(grey.length)
  for (let y = 0; y < height; y++) {
    const column = turn === 90 ? height - 1 - y : y
    for (let x = 0; x < width; x++) {
      const row = turn === 90 ? x : width - 1 - x
      out[row * height + column] = grey[y * width + x] ?? 255
    }
  }
  return { grey: out, width: height, height: width }
}

/** Where a box of the turned page stands on the page (`frame`) before it was turned. */
export function turnedBack([x, y, w, h]: Box, turn: Turn, { width, height }: Frame): Box {
  if (turn === 0) return [x, y, w, h]
  if (turn === 180) return [width - x - w, height - y - h, w, h]
  return turn === 90 ? [y, height - x - w, h, w] : [width - y - h, x, h, w]
}
