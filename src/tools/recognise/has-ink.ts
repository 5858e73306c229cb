import type { Prepared } from './prepare.ts'

const side = 16
const darkest = 11

/**
 * Whether anything of the size of a letter stands on a page whose paper is cleared: a square of a tenth of an inch that is as
 * dark on the whole as a letter in faint ink makes it. Measured: 17 and more for faint letters, 10 at most for grain and specks.
 */
export function hasInk({ grey, width, height }: Pick<Prepared, 'grey' | 'width' | 'height'>): boolean {
  const across = Math.ceil(width / side)
  let above = new Float64Array(across)
  for (let top = 0; top < height; top += side) {
    const dark = new Float64Array(across)
    for (let y = top; y < Math.min(top + side, height); y++)
      for (let x = 0; x < width; x++) {
        const cell = Math.floor(x / side)
        dark[cell] = (dark[cell] ?? 0) + 255 - (grey[y * width + x] ?? 255)
      }
    for (let cell = 0; cell < across; cell++) {
      const square = [dark[cell], dark[cell + 1], above[cell], above[cell + 1]]
      if (square.reduce((sum: number, part) => sum + (part ?? 0), 0) >= darkest * (2 * side) ** 2) return true
    }
    above = dark
  }
  return false
}
