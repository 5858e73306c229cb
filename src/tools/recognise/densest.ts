import type { Pixels } from './turn-page.ts'

const wantedRows = 500
const pictureShare = 0.4
const longestStroke = 100

/**
 * The band of a page, across its whole width and some ten lines high, with most ink on it. What is dark for longer than a
 * stroke is, as a border or the table under a leaf, is no ink; rows full of what is left, as of a photograph, do not count.
 */
export function densest({ grey, width, height }: Pixels): Pixels {
  const ink = inkByRow(grey, width, height)
  const rows = Math.min(height, wantedRows)
  let sum = 0
  let most = -1
  let top = 0
  for (let row = 0; row < height; row++) {
    sum += (ink[row] ?? 0) - (row >= rows ? (ink[row - rows] ?? 0) : 0)
    if (row < rows - 1 || sum <= most) continue
    most = sum
    top = row - rows + 1
  }
  return { grey: grey.subarray(top * width, (top + rows) * width), width, height: rows }
}

function inkByRow(grey: Buffer, width: number, height: number): Uint32Array {
  let total = 0
  for (let at = 0; at < grey.length; at += 97) total += grey[at] ?? 0
  const dark = (total / Math.ceil(grey.length / 97)) * 0.7
  const ink = new Uint32Array(height)
  for (let row = 0; row < height; row++) {
    let [count, run] = [0, 0]
    for (let x = 0; x <= width; x++) {
      if (x < width && (grey[row * width + x] ?? 255) < dark) run++
      else {
        if (run <= longestStroke) count += run
        run = 0
      }
    }
    ink[row] = count > width * pictureShare ? 0 : count
  }
  return ink
}
