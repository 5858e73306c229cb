import type { Calendar } from './calendar.ts'
import type { Range } from './span.ts'

type Part = readonly [fromMonth: number, fromDay: number, toMonth: number, toDay: number]

// Nobody who writes "summer 1941" says whose summer. So each season runs from its first meteorological day (the first of
// a month) to the last day on which the equinox or solstice that ends it can fall: the widest that anybody means.
// Neighbouring seasons overlap by about three weeks.
const springDays: Part = [3, 1, 6, 22]
const summerDays: Part = [6, 1, 9, 24]
const autumnDays: Part = [9, 1, 12, 23]
const winterDays: Part = [12, 1, 3, 21]
const northern = [springDays, summerDays, autumnDays, winterDays]
const southern = [autumnDays, winterDays, springDays, summerDays]

// ISO 8601-2 numbers the parts of a year from 21. Its first four seasons name no hemisphere; they are counted in the
// order of the northern year and practically always meant so. Both hemispheres would make spring and autumn one and let
// "summer 1941" begin in 1940. Southern seasons have numbers of their own, 29 to 32.
const firstPart = 21
const parts: readonly Part[] = [
  ...northern, // 21–24 spring, summer, autumn, winter
  ...northern, // 25–28 the same, said to be northern
  ...southern, // 29–32 southern
  [1, 1, 3, 31], // 33–36 quarters
  [4, 1, 6, 30],
  [7, 1, 9, 30],
  [10, 1, 12, 31],
  [1, 1, 4, 30], // 37–39 four months each
  [5, 1, 8, 31],
  [9, 1, 12, 31],
  [1, 1, 6, 30], // 40–41 half years
  [7, 1, 12, 31],
]

/** Whether a number in the place of the month stands for a season or another part of the year (ISO 8601-2: 21–41). */
export const isPartOfYear = (code: number) => code >= firstPart && code < firstPart + parts.length

/**
 * The days of a season or other part of a year. A season that spans New Year is named after either of its years, so that
 * "winter 1941" is both the winter that ends in 1941 and the one that begins in it. None for an unknown code.
 */
export function daysOfPart(year: number, code: number, calendar: Calendar): readonly Range[] {
  const part = parts[code - firstPart]
  if (part === undefined) return []
  const [fromMonth, fromDay, toMonth, toDay] = part
  const starting = (from: number, to: number) => ({
    from: calendar.dayOf(from, fromMonth, fromDay),
    to: calendar.dayOf(to, toMonth, toDay),
  })
  if (fromMonth < toMonth) return [starting(year, year)]
  return [starting(year - 1, year), starting(year, year + 1)]
}
