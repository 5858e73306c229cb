import { likenessOf, likenessRaster } from '../../src/domain/page/likeness.ts'
import { between, type Random } from '../bench/random.ts'

/** What stands on a page: strips of ink, each from x to x + w at the height y, in cells of the raster of likenesses. */
export type MadePage = { strips: readonly (readonly [x: number, y: number, w: number, ink: number])[] }

/** How pages of one volume are set: margins, the distance of lines, how much a line is filled, whether it is a form. */
export type Layout = {
  left: number
  right: number
  top: number
  pitch: number
  full: boolean
  form: MadePage['strips'] | null
}

const side = likenessRaster
const height = 0.55

/** The layout of a volume; one in five is of forms, which differ in what is filled in alone. */
export function aLayout(random: Random): Layout {
  const [left, right, top] = [3 + random() * 6, side - 3 - random() * 6, 3 + random() * 8]
  const plain = { left, right, top, pitch: 0.9 + random() * 0.9, full: random() < 0.5, form: null }
  return random() < 0.2 ? { ...plain, form: printed(plain, random) } : plain
}

function printed(layout: Layout, random: Random): MadePage['strips'] {
  return linesOf(layout, random).flatMap(([y]) => [
    ...wordsOn(layout.left, layout.left + 6 + random() * 14, y, random),
    [layout.left, y + 0.8, layout.right - layout.left, 0.15] as const,
  ])
}

/** A page of a volume: other words on the same lines. */
export function aPage(layout: Layout, random: Random): MadePage {
  if (layout.form) {
    const filled = layout.form
      .filter(([, , w]) => w > side / 3)
      .flatMap(([x, y, w]) =>
        random() < 0.7 ? wordsOn(x + w / 3, x + w * (0.4 + random() * 0.6), y - 0.8, random) : [],
      )
    return { strips: [...layout.form, ...filled] }
  }
  return { strips: linesOf(layout, random).flatMap(([y, from, to]) => wordsOn(from, to, y, random)) }
}

function linesOf({ left, right, top, pitch, full }: Layout, random: Random): [number, number, number][] {
  const lines: [number, number, number][] = []
  const bottom = full ? side - 4 : side - 4 - random() * 20
  for (let y = top; y < bottom; y += pitch) {
    const isLast = !full && random() < 0.15
    lines.push([y, !full && random() < 0.15 ? left + 3 : left, isLast ? left + 4 + random() * 40 : right])
    if (isLast && random() < 0.5) y += pitch
  }
  return lines
}

function wordsOn(from: number, to: number, y: number, random: Random): MadePage['strips'][number][] {
  const words: MadePage['strips'][number][] = []
  for (let x = from; ; ) {
    const w = between(random, 2, 11) * 0.75
    if (x + w > to) return words
    words.push([x, y, w, 0.35 + random() * 0.15])
    x += w + 0.9
  }
}

/** How a page lies under a scanner: turned by so many degrees, shifted by cells, enlarged, and with grain. */
export type Scanning = { turn: number; across: number; down: number; scale: number; grain: number }

/** A page that is scanned once more, within a degree. */
export const scannedAgain = (random: Random): Scanning => ({
  turn: random() * 2 - 1,
  across: random() - 0.5,
  down: random() - 0.5,
  scale: 0.985 + random() * 0.03,
  grain: 2,
})

/** The likeness of a page as it is scanned. */
export function likenessOfScan(
  page: MadePage,
  { turn, across, down, scale, grain }: Scanning,
  random: Random,
) {
  const ink = new Float64Array(side * side)
  const [sin, cos, middle] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180), side / 2]
  for (const [x, y, w, darkness] of page.strips) {
    // A strip that is askew lies a little lower cell by cell.
    for (let from = x; from < x + w; from += 1) {
      const long = Math.min(1, x + w - from)
      const [dx, dy] = [(from - middle) * scale, (y - middle) * scale]
      put(
        ink,
        middle + across + cos * dx - sin * dy,
        middle + down + sin * dx + cos * dy,
        long * scale,
        darkness,
      )
    }
  }
  const grey = Uint8Array.from(ink, (dark) =>
    Math.max(0, Math.min(255, Math.round(235 - 190 * Math.min(1, dark) + (random() + random() - 1) * grain))),
  )
  return likenessOf(grey, side, side)
}

function put(ink: Float64Array, x: number, y: number, w: number, darkness: number): void {
  for (let row = Math.floor(y); row < y + height; row++) {
    if (row < 0 || row >= side) continue
    const high = Math.min(y + height, row + 1) - Math.max(y, row)
    for (let column = Math.floor(x); column < x + w; column++) {
      if (column < 0 || column >= side) continue
      const wide = Math.min(x + w, column + 1) - Math.max(x, column)
      ink[row * side + column] = (ink[row * side + column] ?? 0) + darkness * high * wide
    }
  }
}
