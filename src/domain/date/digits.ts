import type { Calendar } from './calendar.ts'
import { daysOfPart, isPartOfYear } from './season.ts'
import { type Range, union } from './span.ts'

/** A date as its digits are written, X for an unspecified one: year of four, month (or part of the year) and day of two. */
export type Digits = {
  readonly negative: boolean
  readonly year: string
  readonly month: string | undefined
  readonly day: string | undefined
}

// 1XXX-XX-X7 is tens of thousands of single days. Beyond a century's worth of months a date counts at its widest.
const mostPieces = 1200

// What fits no leap year fits no year, and no year falls apart into more pieces.
const aLeapYear = 2000

const allMonths = expand('XX', 1, 12)

/**
 * The days that fit the digits; none when no day does. A wholly unspecified year bounds nothing: XXXX-06-07 is open at
 * both ends, and -XXXX at its beginning. What falls apart into more than 1200 pieces is read from its first day to
 * its last.
 */
export function daysOfDigits(digits: Digits, calendar: Calendar): readonly Range[] {
  if (digits.year === 'XXXX') return daysInAnyYear(digits, calendar)
  if (!digits.year.includes('X')) {
    const [year] = yearsOf(digits)
    return year === undefined ? [] : union(daysInYear(year, digits, calendar))
  }
  const years = yearsOf(digits)
  if (years.length * union(daysInYear(aLeapYear, digits, calendar)).length <= mostPieces) {
    return union(...years.map((year) => daysInYear(year, digits, calendar)))
  }
  const first = years.find((year) => daysInYear(year, digits, calendar).length > 0)
  const last = years.findLast((year) => daysInYear(year, digits, calendar).length > 0)
  if (first === undefined || last === undefined) return []
  const from = union(daysInYear(first, digits, calendar))[0]?.from ?? null
  const to = union(daysInYear(last, digits, calendar)).at(-1)?.to ?? null
  return [{ from, to }]
}

function daysInAnyYear(digits: Digits, calendar: Calendar): readonly Range[] {
  if (daysInYear(aLeapYear, digits, calendar).length === 0) return []
  return [{ from: null, to: digits.negative ? calendar.dayOf(-1, 12, 31) : null }]
}

function yearsOf({ negative, year }: Digits): readonly number[] {
  const years = expand(year, 0, 9999)
  // There is no -0000: the year before 0001 is 0000.
  if (!negative) return years
  return years
    .filter((number) => number > 0)
    .map((number) => -number)
    .reverse()
}

function monthsOf({ month }: Digits): readonly number[] {
  return month === undefined ? allMonths : expand(month, 1, 12)
}

const isWhole = (part: string | undefined) => part === undefined || part === 'XX'

function daysInYear(year: number, digits: Digits, calendar: Calendar): readonly Range[] {
  const { month, day } = digits
  if (month !== undefined && isPartOfYear(Number(month))) return daysOfPart(year, Number(month), calendar)
  if (isWhole(month) && isWhole(day))
    return [{ from: calendar.dayOf(year, 1, 1), to: calendar.dayOf(year, 12, 31) }]
  return monthsOf(digits).flatMap((number) => daysInMonthOf(year, number, day, calendar))
}

function daysInMonthOf(
  year: number,
  month: number,
  day: string | undefined,
  calendar: Calendar,
): readonly Range[] {
  const length = calendar.lengthOf(year, month)
  if (day === undefined || isWhole(day)) {
    return [{ from: calendar.dayOf(year, month, 1), to: calendar.dayOf(year, month, length) }]
  }
  return expand(day, 1, length).map((number) => {
    const only = calendar.dayOf(year, month, number)
    return { from: only, to: only }
  })
}

/** Every number from least to most, ascending, that the written digits can stand for. */
function expand(written: string, least: number, most: number): readonly number[] {
  const number = Number(written)
  if (!Number.isNaN(number)) return number >= least && number <= most ? [number] : []
  let numbers = [0]
  for (const digit of written) {
    const choices = digit === 'X' ? [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] : [Number(digit)]
    numbers = numbers.flatMap((number) => choices.map((choice) => number * 10 + choice))
  }
  return numbers.filter((number) => number >= least && number <= most)
}
