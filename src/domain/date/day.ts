import { invalid } from '../errors.ts'

/** A day as a calendar names it: astronomical year (0 is 1 BCE), month 1–12, day 1–31. */
export type CivilDate = { readonly year: number; readonly month: number; readonly day: number }

/** Years nearer to 0 than this, on either side, have day numbers that are exact integers. */
export const furthestYear = 10 ** 12

// Both calendars are counted from a 1 March, so that the leap day comes last in its year and never has to be asked for.
const gregorianMarch0000 = 1_721_120
const julianMarch0000 = 1_721_118
const daysIn400Years = 146_097

/** Whether a year of the proleptic Gregorian calendar has a 29 February. */
export const isLeapYear = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** How many days a month (1–12) of the proleptic Gregorian calendar has. */
export const daysInMonth = (year: number, month: number) => monthLength(month, isLeapYear(year))

/** How many days a month (1–12) of the Julian calendar has. */
export const daysInJulianMonth = (year: number, month: number) => monthLength(month, year % 4 === 0)

/** The Julian Day Number of a proleptic Gregorian date; a date that does not exist is an `invalid-input` fault. */
export function dayOfCivil(year: number, month: number, day: number): number {
  refuseImpossible({ year, month, day }, daysInMonth)
  const marchYear = month > 2 ? year : year - 1
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const centuries = Math.floor(yearOfEra / 100)
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - centuries + daysSinceMarch(month, day)
  return gregorianMarch0000 + era * daysIn400Years + dayOfEra
}

/** The proleptic Gregorian date of a Julian Day Number. */
export function civilOfDay(day: number): CivilDate {
  const era = Math.floor((day - gregorianMarch0000) / daysIn400Years)
  const dayOfEra = day - gregorianMarch0000 - era * daysIn400Years
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const centuries = Math.floor(yearOfEra / 100)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - centuries)
  return fromMarch(era * 400 + yearOfEra, dayOfYear)
}

/** The Julian Day Number of a Julian calendar date; a date that does not exist is an `invalid-input` fault. */
export function dayOfJulian(year: number, month: number, day: number): number {
  refuseImpossible({ year, month, day }, daysInJulianMonth)
  const marchYear = month > 2 ? year : year - 1
  return julianMarch0000 + Math.floor((1461 * marchYear) / 4) + daysSinceMarch(month, day)
}

/** The Julian calendar date of a Julian Day Number. */
export function julianOfDay(day: number): CivilDate {
  const sinceMarch = day - julianMarch0000
  const marchYear = Math.floor((4 * sinceMarch + 3) / 1461)
  return fromMarch(marchYear, sinceMarch - Math.floor((1461 * marchYear) / 4))
}

/** A day as text: `1941-06-14`, `-0044-03-15`, and with EDTF's Y where the year has more digits: `Y-12345-01-31`. */
export function isoOfDay(day: number): string {
  const date = civilOfDay(day)
  return `${yearText(date.year)}-${twoDigits(date.month)}-${twoDigits(date.day)}`
}

function yearText(year: number): string {
  if (Math.abs(year) > 9999) return `Y${year}`
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
}

const twoDigits = (number: number) => String(number).padStart(2, '0')

function monthLength(month: number, leap: boolean): number {
  if (month === 2) return leap ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const daysSinceMarch = (month: number, day: number) =>
  Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1

function fromMarch(marchYear: number, dayOfYear: number): CivilDate {
  const monthSinceMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthSinceMarch + 2) / 5) + 1
  const month = monthSinceMarch < 10 ? monthSinceMarch + 3 : monthSinceMarch - 9
  return { year: month > 2 ? marchYear : marchYear + 1, month, day }
}

function refuseImpossible(date: CivilDate, lengthOf: (year: number, month: number) => number) {
  const { year, month, day } = date
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day)
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(year, month)
  if (whole && exists && Math.abs(year) < furthestYear) return
  throw invalid('', `There is no day ${day} of month ${month} in the year ${year}. Give a day that exists.`)
}
