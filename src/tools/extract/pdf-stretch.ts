import type { Box } from '../../domain/page/placed-words.ts'

/** A page as it is seen: pdfjs' viewport at any scale, whose transform leads from the page's own space into it. */
export type Viewport = { width: number; height: number; transform: readonly number[] }

/**
 * A stretch of a line of text on the page as it is seen: a point on the line, the directions in which the line runs and
 * in which its letters stand (of length 1), how far the stretch reaches along the one and along the other.
 */
export type Stretch = {
  at: readonly [x: number, y: number]
  along: readonly [x: number, y: number]
  up: readonly [x: number, y: number]
  from: number
  to: number
  low: number
  high: number
}

type Setting = { transform: readonly number[]; width: number; height: number }
type Style = { fontFamily: string; ascent: number; descent: number; vertical?: boolean }

const usualReach = { ascent: 0.718, descent: -0.207 }
// Fonts that are not in the file come without measures; most of these are Times and Courier.
const reachOf: ReadonlyMap<string, typeof usualReach> = new Map([
  ['serif', { ascent: 0.683, descent: -0.217 }],
  ['monospace', { ascent: 0.629, descent: -0.157 }],
])

/** The stretch that a run of text covers. */
export function stretchOf({ transform, width, height }: Setting, style: Style, viewport: Viewport): Stretch {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform
  const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = viewport.transform
  const turned = (x: number, y: number) => unit(va * x + vc * y, vb * x + vd * y)
  const at = [va * e + vc * f + ve, vb * e + vd * f + vf] as const
  const scale = Math.hypot(va, vb)
  const right = turned(a, b)
  const up = turned(c, d)
  if (style.vertical) {
    const half = (width * scale) / 2
    return { at, along: [-up[0], -up[1]], up: right, from: 0, to: height * scale, low: -half, high: half }
  }
  const { ascent, descent } = reach(style)
  const size = height * scale
  return { at, along: right, up, from: 0, to: width * scale, low: descent * size, high: ascent * size }
}

/** The upright box around a stretch, as much of it as lies on the page; null where none does. */
export function boxIn(
  { width, height }: Viewport,
  { at, along, up, from, to, low, high }: Stretch,
): Box | null {
  const left = Math.max(0, least(at[0], along[0], up[0]))
  const right = Math.min(width, most(at[0], along[0], up[0]))
  const top = Math.max(0, least(at[1], along[1], up[1]))
  const bottom = Math.min(height, most(at[1], along[1], up[1]))
  return right > left && bottom > top ? [left, top, right - left, bottom - top] : null

  // Each corner lies so far along and so far up: the outermost are found apart from each other.
  function least(origin: number, onwards: number, upwards: number): number {
    return origin + Math.min(onwards * from, onwards * to) + Math.min(upwards * low, upwards * high)
  }
  function most(origin: number, onwards: number, upwards: number): number {
    return origin + Math.max(onwards * from, onwards * to) + Math.max(upwards * low, upwards * high)
  }
}

/** How far along a stretch another one begins, if it goes on where that one ends, on the same line; else null. */
export function resumes(one: Stretch, next: Stretch): number | null {
  const dx = next.at[0] - one.at[0]
  const dy = next.at[1] - one.at[1]
  const shift = dx * one.along[0] + dy * one.along[1]
  const rise = dx * one.up[0] + dy * one.up[1]
  const size = one.high - one.low
  const parallel = one.along[0] * next.along[0] + one.along[1] * next.along[1] > 0.99
  const isNear = Math.abs(shift + next.from - one.to) < size / 4 && Math.abs(rise) < size / 2
  return parallel && isNear ? shift : null
}

function reach({ fontFamily, ascent, descent }: Style): { ascent: number; descent: number } {
  const usual = reachOf.get(fontFamily) ?? usualReach
  return {
    // Fonts say of themselves nothing, or the extent of their tallest ornament.
    ascent: ascent > 0.4 ? Math.min(ascent, 1.05) : usual.ascent,
    descent: descent < 0 ? Math.max(descent, -0.4) : usual.descent,
  }
}

function unit(x: number, y: number): readonly [number, number] {
  const length = Math.hypot(x, y)
  return length > 0 ? [x / length, y / length] : [1, 0]
}
