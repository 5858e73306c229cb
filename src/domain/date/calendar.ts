import { dayOfCivil, dayOfJulian, daysInJulianMonth, daysInMonth } from './day.ts'

/** How a calendar counts: the Julian Day Number of a date of its own, and the length of its months (1–12). */
export type Calendar = {
  /** An `invalid-input` fault for a date that does not exist. */
  readonly dayOf: (year: number, month: number, day: number) => number
  readonly lengthOf: (year: number, month: number) => number
}

/** The proleptic Gregorian calendar, which EDTF is written in. */
export const gregorian: Calendar = { dayOf: dayOfCivil, lengthOf: daysInMonth }

/** The Julian calendar, Old Style, its years counted from 1 January. */
export const julian: Calendar = { dayOf: dayOfJulian, lengthOf: daysInJulianMonth }
