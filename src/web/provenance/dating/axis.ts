import { endsOf, type Span } from './days.ts'

/**
 * A part of the axis between two days and two pixels: *plain* to scale, *gap* in which nothing begins or ends and which
 * takes little room whatever its length, *squeezed* to a scale of its own beside what is looked at.
 */
export type Segment = {
  readonly kind: 'plain' | 'gap' | 'squeezed'
  readonly from: number
  readonly to: number
  readonly x0: number
  readonly x1: number
}

/** Time as a row of segments without holes, from pixel 0 to `width`. */
export type Axis = { readonly segments: readonly Segment[]; readonly width: number }

type Asked = {
  /** What begins or ends. */
  readonly spans: readonly Span[]
  /** What the reader came for: its windows. */
  readonly focus: readonly Span[]
  readonly width: number
  /** All to one scale. */
  readonly whole: boolean
}

const gapWidth = 28
const leastWidth = 56

/** The axis on which the spans are shown; null where none of them has an end to show. */
export function axisOf({ spans, focus, width, whole }: Asked): Axis | null {
  const points = [...new Set(endsOf([...spans, ...focus]))].sort((a, b) => a - b)
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined) return null
  const unit = unitOf(focus, last - first)
  const all = padded(first, last, Math.max(10, (last - first) * 0.05))
  if (whole) return laidOut([{ kind: 'plain', ...all, width }])
  const groups = groupsOf(points, unit, focus)
  if (groups.length === 1) return laidOut([{ kind: 'plain', ...all, width }])
  return broken(groups, unit, focus, width) ?? squeezed(all, unit, focus, width)
}

/** Where a day lies, in pixels; what lies outside is brought to the nearest end. */
export function xOf({ segments, width }: Axis, day: number): number {
  const segment = segments.find(({ to }) => day <= to)
  if (!segment) return width
  const { from, to, x0, x1 } = segment
  return day <= from ? x0 : x0 + ((day - from) / (to - from)) * (x1 - x0)
}

type Part = { kind: Segment['kind']; from: number; to: number; width: number }
type Stretch = { from: number; to: number }

function laidOut(parts: readonly Part[]): Axis {
  let x = 0
  const segments = parts.map(({ kind, from, to, width }) => {
    const x0 = x
    x += width
    return { kind, from, to, x0, x1: x }
  })
  return { segments, width: x }
}

/** How long what is looked at is; a month at least, for a single day needs surroundings. */
function unitOf(focus: readonly Span[], extent: number): number {
  const lengths = focus.map(({ from, to }) => (from === null || to === null ? 0 : to - from))
  const total = lengths.reduce((sum, length) => sum + length, 0)
  if (total > 0) return Math.max(30, total)
  return endsOf(focus).length > 0 ? 365 : Math.max(30, extent / 4)
}

/** The points in groups between which long times pass with nothing to show; a window is never cut. */
function groupsOf(points: readonly number[], unit: number, focus: readonly Span[]): Stretch[] {
  const groups: Stretch[] = []
  for (const point of points) {
    const group = groups.at(-1)
    const isApart = group && point - group.to > 1.5 * unit && !isWithinOne(focus, group.to, point)
    if (!group || isApart) groups.push({ from: point, to: point })
    else group.to = point
  }
  return groups
}

const isWithinOne = (focus: readonly Span[], from: number, to: number) =>
  focus.some((window) => window.from !== null && window.to !== null && window.from <= from && to <= window.to)

/** To scale but for gaps; null where that would leave too little room for what is looked at. */
function broken(
  groups: readonly Stretch[],
  unit: number,
  focus: readonly Span[],
  width: number,
): Axis | null {
  const pad = 0.05 * unit
  const stretches = groups.map(({ from, to }) => padded(from, to, pad))
  const days = stretches.reduce((sum, { from, to }) => sum + to - from, 0)
  const room = width - (groups.length - 1) * gapWidth - groups.length * leastWidth
  const widthOf = ({ from, to }: Stretch) => leastWidth + (room * (to - from)) / days
  const looked = stretches.filter(({ from, to }) => endsOf(focus).some((end) => from <= end && end <= to))
  const forFocus = looked.reduce((sum, stretch) => sum + widthOf(stretch), 0)
  if (room < 0 || forFocus < (looked.length > 0 ? 0.4 * width : 0)) return null
  return laidOut(
    stretches.flatMap((stretch, i): Part[] => {
      const before = stretches[i - 1]
      const part: Part = { kind: 'plain', ...stretch, width: widthOf(stretch) }
      return before ? [{ kind: 'gap', from: before.to, to: stretch.from, width: gapWidth }, part] : [part]
    }),
  )
}

/** What is looked at in the middle, and all that lies before and after it pressed together beside it. */
function squeezed(all: Stretch, unit: number, focus: readonly Span[], width: number): Axis {
  const ends = endsOf(focus)
  if (ends.length === 0) return laidOut([{ kind: 'plain', ...all, width }])
  const middle = padded(Math.min(...ends), Math.max(...ends), 0.3 * unit)
  const parts: Part[] = []
  const side = 0.22 * width
  const isBefore = all.from < middle.from
  const isAfter = all.to > middle.to
  if (isBefore) parts.push({ kind: 'squeezed', from: all.from, to: middle.from, width: side })
  parts.push({ kind: 'plain', ...middle, width: width - (Number(isBefore) + Number(isAfter)) * side })
  if (isAfter) parts.push({ kind: 'squeezed', from: middle.to, to: all.to, width: side })
  return laidOut(parts)
}

const padded = (from: number, to: number, by: number): Stretch => ({
  from: Math.floor(from - by),
  to: Math.ceil(to + by),
})
