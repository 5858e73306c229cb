import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOfCivil } from '../../../src/domain/date/day.ts'
import { readEdtf } from '../../../src/domain/date/edtf.ts'
import { contains, type Range, union } from '../../../src/domain/date/span.ts'
import { edtfOf } from '../../../src/domain/date/write-edtf.ts'

const day = dayOfCivil
const readBack = (edtf: string | null): readonly Range[] => {
  const reading = readEdtf(edtf ?? '')
  if (!reading.ok) throw new Error(reading.message)
  return reading.ranges
}

test('windows are written as some day of theirs', () => {
  const first = { from: day(1941, 2, 3), to: day(1941, 6, 7) }
  const second = { from: day(1943, 4, 14), to: day(1946, 3, 15) }
  expect(edtfOf([first])).toBe('[1941-02-03..1941-06-07]')
  expect(edtfOf([{ from: null, to: first.to }])).toBe('[..1941-06-07]')
  expect(edtfOf([{ from: first.from, to: null }])).toBe('[1941-02-03..]')
  expect(edtfOf([first, second])).toBe('[1941-02-03..1941-06-07,1943-04-14..1946-03-15]')
  expect(edtfOf([{ from: first.to, to: first.to }])).toBe('1941-06-07')
  expect(edtfOf([{ from: day(1941, 6, 1), to: day(1941, 6, 30) }])).toBe('1941-06')
  expect(edtfOf([{ from: day(1941, 1, 1), to: day(1941, 12, 31) }])).toBe('1941')
  expect(edtfOf([{ from: day(-43, 3, 15), to: day(-43, 3, 15) }])).toBe('-0043-03-15')
})

test('no day and any day have no EDTF', () => {
  expect(edtfOf([])).toBeNull()
  expect(edtfOf([{ from: null, to: null }])).toBeNull()
})

test('years beyond 9999 are written whole', () => {
  expect(edtfOf([{ from: day(12_345, 6, 7), to: day(12_345, 6, 9) }])).toBe('Y12345')
  expect(edtfOf([{ from: day(-12_345, 6, 7), to: day(1941, 6, 7) }])).toBe('[Y-12345..1941-06-07]')
})

const anyDay = fc.integer({ min: day(-9999, 1, 1), max: day(9999, 12, 31) })
const nearDay = fc.integer({ min: day(1940, 1, 1), max: day(1943, 12, 31) })
const windowsOf = (days: fc.Arbitrary<number>, most: number) =>
  fc
    .tuple(fc.array(fc.tuple(days, days), { minLength: 1, maxLength: most }), fc.boolean(), fc.boolean())
    .map(([pairs, openStart, openEnd]) => {
      const ranges = pairs.map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))
      const date = union(ranges)
      return date.map((range, i) => ({
        from: openStart && i === 0 ? null : range.from,
        to: openEnd && i === date.length - 1 ? null : range.to,
      }))
    })
    .filter(([first]) => first?.from !== null || first?.to !== null)

test('what is written reads back to the same days', () => {
  fc.assert(
    fc.property(fc.oneof(windowsOf(anyDay, 3), windowsOf(nearDay, 4)), (windows) => {
      expect(readBack(edtfOf(windows))).toEqual(windows)
    }),
    { numRuns: 500 },
  )
})

test('what would be too long to be read is said wider, never narrower', () => {
  fc.assert(
    fc.property(windowsOf(anyDay, 30), (windows) => {
      const edtf = edtfOf(windows)
      expect(edtf?.length).toBeLessThanOrEqual(100)
      if (edtf !== null) expect(contains(readBack(edtf), windows)).toBe(true)
    }),
    { numRuns: 300 },
  )
})
