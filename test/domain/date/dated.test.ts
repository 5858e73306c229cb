import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDated } from '../../../src/domain/date/dated.ts'
import { dayOfCivil, isoOfDay } from '../../../src/domain/date/day.ts'
import type { Range } from '../../../src/domain/date/span.ts'

function written(ranges: readonly Range[]): string {
  const end = (day: number | null) => (day === null ? '..' : isoOfDay(day))
  return ranges
    .map(({ from, to }) => (from === to && from !== null ? end(from) : `${end(from)}/${end(to)}`))
    .join(' ')
}

function days(edtf: string, calendar?: string, which: 'ranges' | 'binding' | 'beginning' = 'ranges') {
  const reading = readDated({ edtf, calendar })
  return reading.ok ? written(reading[which]) : reading.message
}

test('Old Style digits become the days that they name', () => {
  expect(days('1917-10-25', 'julian')).toBe('1917-11-07')
  expect(days('1900-02-29', 'julian')).toBe('1900-03-13')
  expect(days('1917-10', 'julian')).toBe('1917-10-14/1917-11-13')
  expect(days('1917', 'julian')).toBe('1917-01-14/1918-01-13')
  expect(days('1917-02-24/1917-10-25', 'julian')).toBe('1917-03-09/1917-11-07')
  expect(days('[1917-02-24..]', 'julian')).toBe('1917-03-09/..')
  expect(days('1900-02-29')).toMatch(/There is no 1900-02-29/)
})

test('a day of an unknown style is either of two', () => {
  expect(days('1917-10-25', 'unknown')).toBe('1917-10-25 1917-11-07')
  expect(days('1917', 'unknown')).toBe('1917-01-01/1918-01-13')
  expect(days('1900-02-29', 'unknown')).toBe('1900-03-13')
  expect(days('1900-02-30', 'unknown')).toMatch(/There is no 1900-02-30/)
})

test('other calendars are read as converted', () => {
  expect(days('1793-10-05', 'regnal')).toBe('1793-10-05')
  expect(days('1793-10-05', 'other')).toBe('1793-10-05')
})

test('a qualified part bounds nothing, and its days stay', () => {
  const binds = (edtf: string) => [days(edtf), days(edtf, undefined, 'binding')]
  expect(binds('1941~')).toEqual(['1941-01-01/1941-12-31', '../..'])
  expect(binds('1941-06-07?')).toEqual(['1941-06-07', '../..'])
  expect(binds('1941-02-03~/1941-07-20')).toEqual(['1941-02-03/1941-07-20', '../1941-07-20'])
  expect(binds('1941-02-03/1941-07-20%')).toEqual(['1941-02-03/1941-07-20', '1941-02-03/..'])
  expect(binds('[1941~..1943]')).toEqual(['1941-01-01/1943-12-31', '../1943-12-31'])
  expect(binds('[1941,1943?]')).toEqual(['1941-01-01/1941-12-31 1943-01-01/1943-12-31', '../..'])
})

test('what lasted began at its start, and some day can be any of its days', () => {
  const began = (edtf: string) => days(edtf, undefined, 'beginning')
  expect(began('1941-06-13/1941-06-14')).toBe('1941-06-13')
  expect(began('1941-06/1941-07-10')).toBe('1941-06-01/1941-06-30')
  expect(began('[1941-06-13..1941-06-14]')).toBe('1941-06-13/1941-06-14')
  expect(began('{1943,1941-06}')).toBe('1941-06-01/1941-06-30')
  expect(began('../1941-06-14')).toBe('../1941-06-14')
})

/** The formula that Fliegel and Van Flandern published for Gregorian dates (1968), in whole numbers. */
function fliegel(year: number, month: number, day: number): number {
  const a = Math.trunc((month - 14) / 12)
  const b = Math.trunc((1461 * (year + 4800 + a)) / 4) + Math.trunc((367 * (month - 2 - 12 * a)) / 12)
  return b - Math.trunc((3 * Math.trunc((year + 4900 + a) / 100)) / 4) + day - 32_075
}

/** And the one for Julian dates by the same hand (Explanatory Supplement, 1992). */
const fliegelJulian = (year: number, month: number, day: number) =>
  367 * year -
  Math.trunc((7 * (year + 5001 + Math.trunc((month - 9) / 7))) / 4) +
  Math.trunc((275 * month) / 9) +
  day +
  1_729_777

test('days of both calendars agree with the published formulas over ten thousand years', () => {
  const two = (number: number) => String(number).padStart(2, '0')
  const wrong: string[] = []
  for (let year = -4711; year <= 5300; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      for (const day of [1, 28]) {
        const text = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${two(month)}-${two(day)}`
        const gregorian = readDated({ edtf: text })
        const julian = readDated({ edtf: text, calendar: 'julian' })
        const agrees =
          gregorian.ok &&
          gregorian.ranges[0]?.from === fliegel(year, month, day) &&
          julian.ok &&
          julian.ranges[0]?.from === fliegelJulian(year, month, day)
        if (!agrees) wrong.push(text)
      }
    }
  }
  expect(wrong).toEqual([])
})

test('an unknown style has every day of both readings', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 2000 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const text = `${year}-${String(month).padStart(2, '0')}-15`
      const both = readDated({ edtf: text, calendar: 'unknown' })
      const julian = readDated({ edtf: text, calendar: 'julian' })
      if (!both.ok || !julian.ok) throw new Error(text)
      const starts = both.ranges.flatMap(({ from, to }) => [from, to])
      expect(starts).toContain(dayOfCivil(year, month, 15))
      expect(starts).toContain(julian.ranges[0]?.from)
    }),
  )
})
