import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barsOf, edtfOfYear, yearOf, yearsBetween } from '../../../src/web/time/bars.ts'

test('years stand as bars, one a year where there is room, else as many years as need be', () => {
  const years = [
    { year: 1900, count: 1 },
    { year: 1941, count: 5 },
    { year: 1942, count: 7 },
  ]
  const each = barsOf(years, 200)
  expect(each).toHaveLength(43)
  expect(each.at(-1)).toEqual({ from: 1942, to: 1942, count: 7 })
  const decades = barsOf(years, 5)
  expect(decades).toHaveLength(5)
  expect(decades.at(-1)).toEqual({ from: 1940, to: 1949, count: 7 })
  expect(barsOf([], 10)).toEqual([])
})

test('however the years lie, all of them are in bars without holes, at most as many as fit', () => {
  const year = fc.record({
    year: fc.integer({ min: -9000, max: 9000 }),
    count: fc.integer({ min: 1, max: 9 }),
  })
  fc.assert(
    fc.property(fc.array(year, { minLength: 1 }), fc.integer({ min: 20, max: 400 }), (years, most) => {
      const bars = barsOf(years, most)
      expect(bars.length).toBeLessThanOrEqual(most)
      for (const [at, bar] of bars.entries()) if (at > 0) expect(bar.from).toBe((bars[at - 1]?.to ?? 0) + 1)
      for (const { year, count } of years)
        expect(bars.find(({ from, to }) => from <= year && year <= to)?.count).toBeGreaterThanOrEqual(count)
    }),
  )
})

test('a stretch is named from either end, and years are written as EDTF wants them', () => {
  const bars = barsOf([{ year: 1941, count: 1 }], 50)
  expect(yearsBetween(bars, 6, 4)).toEqual([1941, 1943])
  expect(yearsBetween(bars, -5, 99)).toEqual([1937, 1946])
  expect(yearsBetween([], 0, 1)).toBeNull()
  for (const year of [1941, 0, -44, 12, 17000, -17000]) expect(yearOf(edtfOfYear(year))).toBe(year)
  expect(edtfOfYear(-44)).toBe('-0044')
  expect(yearOf('1941-06-14')).toBe(1941)
  expect(yearOf('soon')).toBeNull()
})
