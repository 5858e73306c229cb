import { scaleUtc } from 'd3-scale'
import type { Axis, Segment } from './axis.ts'
import { dateOf, sayDay } from './days.ts'

/** A line of the axis and, where there is room, the words under it, around `labelAt`. */
export type Tick = { readonly x: number; readonly label: string | null; readonly labelAt: number }

const characterWidth = 6.6
const roomForLabel = 74

/** Where the axis is divided, in words that do not run into one another. */
export function ticksOf({ segments, width }: Axis): Tick[] {
  let taken = 0
  return segments
    .filter(({ kind }) => kind !== 'gap')
    .flatMap(divide)
    .map((tick) => {
      const half = ((tick.label?.length ?? 0) * characterWidth) / 2
      const labelAt = Math.min(width - half, Math.max(half, tick.x))
      const fits = tick.label !== null && labelAt - half >= taken && Math.abs(labelAt - tick.x) < 20
      if (fits) taken = labelAt + half + 6
      return { x: tick.x, label: fits ? tick.label : null, labelAt }
    })
}

function divide(segment: Segment): { x: number; label: string | null }[] {
  const { from, to, x0, x1 } = segment
  const count = Math.floor((x1 - x0) / roomForLabel)
  const days = count < 2 ? [] : daysBetween(from, to, count)
  if (days.length < 2) return [{ x: (x0 + x1) / 2, label: sayStretch(from, to) }]
  const as = days.every(isNewYear) ? 'year' : days.every(isFirstOfMonth) ? 'month' : 'day'
  return days.map((day, i) => {
    const before = days[i - 1]
    const isNew = before === undefined || dateOf(before).getUTCFullYear() !== dateOf(day).getUTCFullYear()
    return { x: x0 + ((day - from) / (to - from)) * (x1 - x0), label: sayDay(day, as, isNew) }
  })
}

function daysBetween(from: number, to: number, count: number): number[] {
  const [first, last] = [dateOf(from), dateOf(to)]
  if (Number.isNaN(first.getTime()) || Number.isNaN(last.getTime())) return []
  const days = scaleUtc()
    .domain([first, last])
    .ticks(count)
    .map((date) => date.getTime() / 86_400_000)
  return days.filter((day) => Number.isInteger(day))
}

/** A stretch too short for divisions: its month, or its years. */
function sayStretch(from: number, to: number): string {
  const middle = (from + to) / 2
  if (to - from < 100) return sayDay(middle - 1, 'month')
  const [first, last] = [sayDay(from, 'year'), sayDay(to, 'year')]
  return first === last || to - from < 500 ? sayDay(middle, 'year') : `${first}–${last}`
}

const isFirstOfMonth = (day: number) => dateOf(day).getUTCDate() === 1
const isNewYear = (day: number) => isFirstOfMonth(day) && dateOf(day).getUTCMonth() === 0
