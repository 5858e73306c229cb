import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  civilOfDay,
  dayOfCivil,
  dayOfJulian,
  daysInJulianMonth,
  daysInMonth,
  isLeapYear,
  isoOfDay,
  julianOfDay,
} from '../../../src/domain/date/day.ts'

const dayOfUnixEpoch = 2_440_588

/** The same day by way of JS Date, which is proleptic Gregorian in UTC. */
function dayByJsDate(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime() / 86_400_000 + dayOfUnixEpoch
}

describe('Gregorian days', () => {
  test('have the day numbers that chronologers give', () => {
    expect(dayOfCivil(2000, 1, 1)).toBe(2_451_545)
    expect(dayOfCivil(1970, 1, 1)).toBe(dayOfUnixEpoch)
    expect(dayOfCivil(1858, 11, 17)).toBe(2_400_001)
    expect(dayOfCivil(1582, 10, 15)).toBe(2_299_161)
    expect(dayOfCivil(-4713, 11, 24)).toBe(0)
  })

  test('lie as far apart as the sources of the Serov Instructions say', () => {
    expect(dayOfCivil(1941, 2, 3) - dayOfCivil(1941, 1, 21)).toBe(13)
    expect(dayOfCivil(1941, 2, 3) - dayOfCivil(1939, 10, 11)).toBe(481)
  })

  test('agree with JS Date on the ends of every month from −9999 to 9999', () => {
    const wrong: string[] = []
    for (let year = -9999; year <= 9999; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        const length = new Date(Date.UTC(2000 + (((year % 400) + 400) % 400), month, 0)).getUTCDate()
        const first = dayOfCivil(year, month, 1)
        const agrees =
          daysInMonth(year, month) === length &&
          first === dayByJsDate(year, month, 1) &&
          dayOfCivil(year, month, length) === first + length - 1
        if (!agrees) wrong.push(`${year}-${month}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('come back from their number on every single day of ten thousand years', () => {
    const wrong: number[] = []
    const date = new Date(0)
    date.setUTCFullYear(-4000, 0, 1)
    for (let day = dayOfCivil(-4000, 1, 1); day <= dayOfCivil(6000, 12, 31); day += 1) {
      const civil = civilOfDay(day)
      const agrees =
        civil.day === date.getUTCDate() &&
        civil.month === date.getUTCMonth() + 1 &&
        civil.year === date.getUTCFullYear()
      if (!agrees || dayOfCivil(civil.year, civil.month, civil.day) !== day) wrong.push(day)
      date.setUTCDate(date.getUTCDate() + 1)
    }
    expect(wrong).toEqual([])
  })

  test('survive the round trip hundreds of millions of years away', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3e14, max: 3e14 }), (day) => {
        const { year, month, day: ofMonth } = civilOfDay(day)
        expect(dayOfCivil(year, month, ofMonth)).toBe(day)
      }),
      { numRuns: 500 },
    )
  })

  test('know that 1900 and −0100 were common years, 2000, 0000 and −0004 leap years', () => {
    expect([1900, -100, 1941].map(isLeapYear)).toEqual([false, false, false])
    expect([2000, 0, -4, -400].map(isLeapYear)).toEqual([true, true, true, true])
  })

  test('that do not exist are refused instead of rolling over', () => {
    const impossible: [number, number, number][] = [
      [1941, 2, 29],
      [1941, 13, 1],
      [1941, 0, 1],
      [1941, 6, 0],
      [1941, 6, 1.5],
      [1941.5, 6, 1],
      [Number.NaN, 1, 1],
      [1e12, 1, 1],
    ]
    for (const [year, month, day] of impossible) {
      expect(() => dayOfCivil(year, month, day)).toThrow(`There is no day ${day} of month ${month}`)
    }
  })
})

describe('Julian days', () => {
  test('begin the count on 1 January 4713 BCE and met the Gregorian calendar in 1582', () => {
    expect(dayOfJulian(-4712, 1, 1)).toBe(0)
    expect(dayOfJulian(1582, 10, 4) + 1).toBe(dayOfCivil(1582, 10, 15))
    expect(dayOfJulian(1917, 10, 25)).toBe(dayOfCivil(1917, 11, 7))
    expect(dayOfJulian(-43, 3, 15)).toBe(1_705_426)
  })

  test('agree with a calendar that is turned leaf by leaf for seven thousand years', () => {
    let [year, month, day] = [-4712, 1, 1]
    const wrong: number[] = []
    for (let number = 0; year < 2300; number += 1) {
      const date = julianOfDay(number)
      const agrees = date.year === year && date.month === month && date.day === day
      if (!agrees || dayOfJulian(year, month, day) !== number) wrong.push(number)
      const february = year % 4 === 0 ? 29 : 28
      const length = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
      day += 1
      if (day > length) [month, day] = [month + 1, 1]
      if (month > 12) [year, month] = [year + 1, 1]
    }
    expect(wrong).toEqual([])
  })

  test('agree with the formula of Meeus, and survive the round trip before it begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4e6, max: 6e6 }), (number) => {
        const { year, month, day } = julianOfDay(number)
        expect(dayOfJulian(year, month, day)).toBe(number)
        if (number < 366) return
        const [y, m] = month <= 2 ? [year - 1, month + 12] : [year, month]
        const meeus = Math.trunc(365.25 * (y + 4716)) + Math.trunc(30.6001 * (m + 1)) + day - 1524
        expect(number).toBe(meeus)
      }),
      { numRuns: 500 },
    )
  })

  test('have a 29 February in 1900, and not in 1901', () => {
    expect(daysInJulianMonth(1900, 2)).toBe(29)
    expect(dayOfJulian(1900, 2, 29)).toBe(dayOfCivil(1900, 3, 13))
    expect(() => dayOfJulian(1901, 2, 29)).toThrow('Give a day that exists.')
  })
})

test('a day is written in the form of its year', () => {
  expect(isoOfDay(dayOfCivil(1941, 6, 14))).toBe('1941-06-14')
  expect(isoOfDay(dayOfCivil(0, 1, 31))).toBe('0000-01-31')
  expect(isoOfDay(dayOfCivil(-44, 3, 15))).toBe('-0044-03-15')
  expect(isoOfDay(dayOfCivil(12_345, 12, 1))).toBe('Y12345-12-01')
  expect(isoOfDay(dayOfCivil(-12_345, 12, 1))).toBe('Y-12345-12-01')
})
