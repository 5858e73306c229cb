import { civilOfDay, daysInMonth } from './day.ts'
import type { Range } from './span.ts'
import type { DateWording, Named } from './wording.ts'

/** When something was, for people: "3 February – 20 July 1941 and 14 April 1943 – 15 March 1946", "in 1941". */
export function sayLasting(ranges: readonly Range[], wording: DateWording): string {
  if (ranges.length === 0) return wording.noDay
  return wording.and(
    ranges.map((range) => {
      const { from, to } = endsOf(range)
      if (from === null && to === null) return wording.anyDay
      return isSame(from, to) ? wording.within(from) : wording.lasting(from, to)
    }),
  )
}

/** Days of which one is meant, for people: "some day between 3 February and 7 June 1941", "some day in June 1941". */
export const saySomeDay = (ranges: readonly Range[], wording: DateWording) =>
  sayOne(ranges, wording, wording.someDayIn)

/** The same where it is plain that a date is given: "June 1941". */
export const sayDated = (ranges: readonly Range[], wording: DateWording) =>
  sayOne(ranges, wording, wording.named)

function sayOne(ranges: readonly Range[], wording: DateWording, sayWhole: (date: Named) => string): string {
  if (ranges.length === 0) return wording.noDay
  return wording.or(
    ranges.map((range) => {
      const { from, to } = endsOf(range)
      if (from === null && to === null) return wording.anyDay
      if (!isSame(from, to)) return wording.someDay(from, to)
      return from.day === undefined ? sayWhole(from) : wording.named(from)
    }),
  )
}

/** The ends of a range as they are named: by years where whole years are meant, by months, else by days. */
function endsOf({ from, to }: Range): { from: Named | null; to: Named | null } {
  const first = from === null ? null : civilOfDay(from)
  const last = to === null ? null : civilOfDay(to)
  const monthsStart = first === null || first.day === 1
  const monthsEnd = last === null || last.day === daysInMonth(last.year, last.month)
  if (!monthsStart || !monthsEnd) return { from: first, to: last }
  const yearsStart = first === null || first.month === 1
  const yearsEnd = last === null || last.month === 12
  const shorten = yearsStart && yearsEnd ? yearOnly : monthOnly
  return { from: first && shorten(first), to: last && shorten(last) }
}

const yearOnly = ({ year }: Named): Named => ({ year })
const monthOnly = ({ year, month }: Named): Named => ({ year, month })

const isSame = (from: Named | null, to: Named | null): from is Named =>
  from !== null && to !== null && from.year === to.year && from.month === to.month && from.day === to.day
