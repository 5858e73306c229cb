import type { Prepared } from './prepare.ts'

const wantedRows = 500
const pictureShare = 0.4

/**
 * The band of a page, across its whole width and some ten lines high, with most ink on it. Rows that are dark for the most
 * part, as those of photographs and black borders are, do not count.
 */
export function densest({ grey, width, height }: Prepared): Pick<Prepared, 'grey' | 'width' | 'height'> {
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
    let count = 0
    for (let at = row * width; at < (row + 1) * width; at++) if ((grey[at] ?? 255) < dark) count++
    ink[row] = count > width * pictureShare ? 0 : count
  }
  return ink
}
