import { parse } from 'edtf'
import type { Calendar } from './calendar.ts'
import { furthestYear } from './day.ts'
import { daysOfDigits } from './digits.ts'
import { isPartOfYear } from './season.ts'
import type { Range } from './span.ts'

/** What became of a text: its days, a sentence why no such day exists, or only that it is not written as EDTF. */
export type Reading =
  | { readonly kind: 'read'; readonly ranges: readonly Range[] }
  | { readonly kind: 'impossible'; readonly message: string }
  | { readonly kind: 'unwritten' }

/** The reading of a text that is not written as EDTF. */
export const unwritten = { kind: 'unwritten' } as const

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const plain = /^(?!-0000)-?\d{4}(-\d\d){0,2}$/

/**
 * Reads one date, not an interval or a set: year, month, day, date-time (its local civil day), season, Y year,
 * significant digits, X for unspecified digits, `? ~ %` anywhere the standard lets them stand. Inside an interval or a
 * set the two and three digits of a century or decade are not EDTF: "1941/42" means a year, not the century 42.
 */
export function readSingle(text: string, place: 'alone' | 'within', calendar: Calendar): Reading {
  const bare = text.replace(/[?~%]/g, '')
  const sentence = whyImpossible(bare, calendar)
  if (sentence !== null) return { kind: 'impossible', message: sentence }
  // What nearly every date looks like needs no package to say that it is one: that costs a hundred times as much.
  if (plain.test(text)) return readDate(text, calendar)
  // A qualifier at the end stands for the whole date (level 1). The package knows it after plain digits only, and not
  // after X, Y or S; so that one is set aside.
  const unqualified = text.replace(/[?~%]$/, '')
  // Nor does it know every date with X: it refuses 1941-X5 and 1941-04-3X.
  if (/^[-\dX]*X[-\dX]*$/.test(unqualified)) return readDate(unqualified, calendar)
  const kind = kindOf(unqualified)
  if (kind === 'Date' || kind === 'Season') return readDate(bare, calendar)
  if (kind === 'Year') return readYear(bare, calendar)
  const isShort = kind === 'Decade' || kind === 'Century'
  return isShort && place === 'alone'
    ? readDate(bare.padEnd(bare.startsWith('-') ? 5 : 4, 'X'), calendar)
    : unwritten
}

// The package says whether a date is written right, and of what kind it is. Its parsed tree is not used: it makes 1 March
// of 1941-02-29, and under an X it drops the digits, so that 1941-X0 and 1941-X1 become one.
function kindOf(unqualified: string): string | null {
  // Its errors are dear, and most of what is no date has some letter that no date has.
  const isPlausible = /^[-?~%\dYEST:.Z+−]+$/.test(unqualified) && !/[?~%]$/.test(unqualified)
  if (!isPlausible) return null
  try {
    return parse(unqualified, { level: 3 }).type
  } catch {
    return null
  }
}

function whyImpossible(bare: string, calendar: Calendar): string | null {
  const written = /^(-?\d{4})-(\d\d)(?:-(\d\d)(?:T.*)?)?$/.exec(bare)
  if (written === null) return null
  const [, yearWritten = '', monthWritten = '', dayWritten] = written
  const year = Number(yearWritten)
  const month = Number(monthWritten)
  const isMonth = month >= 1 && month <= 12
  if (!isMonth && (dayWritten !== undefined || !isPartOfYear(month))) {
    const span = dayWritten === undefined && month > year % 100 && year > 0
    const orYears = span
      ? `${yearWritten}/${yearWritten.slice(0, 2)}${monthWritten} for the years`
      : `${yearWritten} for the year`
    return `There is no month ${monthWritten} in ${bare}: months are 01 to 12. Write ${yearWritten}-06 for June, or ${orYears}.`
  }
  if (dayWritten === undefined) return null
  const length = calendar.lengthOf(year, month)
  const day = Number(dayWritten)
  if (day >= 1 && day <= length) return null
  const yearMonth = `${yearWritten}-${monthWritten}`
  const why = `There is no ${yearMonth}-${dayWritten}: ${monthNames[month - 1]} ${yearWritten} has the days 01 to ${length}.`
  return day < 1
    ? `${why} Write ${yearMonth} for the month.`
    : `${why} Write ${yearMonth}-${length}, or ${yearMonth} for the month.`
}

function readDate(bare: string, calendar: Calendar): Reading {
  const written = /^(-?)([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2})(?:T.*)?)?)?$/.exec(bare)
  if (written === null) return unwritten
  const [, sign, year = '', month, day] = written
  const ranges = daysOfDigits({ negative: sign === '-', year, month, day }, calendar)
  if (ranges.length > 0) return { kind: 'read', ranges }
  const name = year === 'XXXX' && day !== undefined ? monthNames[Number(month) - 1] : undefined
  if (name !== undefined && !/X/.test(day ?? ''))
    return {
      kind: 'impossible',
      message: `No day fits ${bare}: ${name} has the days 01 to ${calendar.lengthOf(2000, Number(month))} in any year. Write XXXX-${month} for the month.`,
    }
  return {
    kind: 'impossible',
    message: `No day fits ${bare}, whatever the digits under X. Write fewer parts, for example 194X or 1941-XX.`,
  }
}

function readYear(bare: string, calendar: Calendar): Reading {
  const written = /^Y?(-?\d+)(?:E(\d+))?(?:S(\d))?$/.exec(bare)
  if (written === null) return unwritten
  const [, mantissa, exponent = '0', significant] = written
  // Adding 0 makes a plain zero of the −0 that "Y-0E1" would be.
  const year = Number(mantissa) * 10 ** Number(exponent) + 0
  if (!(Math.abs(year) < furthestYear)) {
    return {
      kind: 'impossible',
      message: `The year ${bare} is too far away to count its days. Write one within a million million years, for example Y-170000002.`,
    }
  }
  const free =
    significant === undefined ? 0 : Math.max(0, String(Math.abs(year)).length - Number(significant))
  return { kind: 'read', ranges: [yearsSharingDigits(year, 10 ** free, calendar)] }
}

// Level 2: 1950S2 is some year from 1900 to 1999, estimated to be 1950.
function yearsSharingDigits(year: number, step: number, calendar: Calendar): Range {
  const least = Math.floor(Math.abs(year) / step) * step
  const [from, to] = year < 0 ? [-(least + step - 1), -least] : [least, least + step - 1]
  return { from: calendar.dayOf(from, 1, 1), to: calendar.dayOf(to, 12, 31) }
}
