import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  contains,
  distance,
  earliest,
  intersect,
  isEmpty,
  latest,
  overlaps,
  type Range,
  union,
} from '../../../src/domain/date/span.ts'

const range = (from: number | null, to: number | null): Range => ({ from, to })

// Days 0–40 are looked at one by one; −1 and 41 stand for everything before and after.
const watched = Array.from({ length: 43 }, (_, i) => i - 1)
const daysOf = (date: readonly Range[]) =>
  watched.filter((day) => date.some(({ from, to }) => (from ?? -1) <= day && day <= (to ?? 41)))

const anyDay = fc.integer({ min: 0, max: 40 })
const anyRange = fc
  .tuple(fc.option(anyDay, { freq: 6 }), fc.option(anyDay, { freq: 6 }))
  .map(([from, to]) => (from !== null && to !== null && from > to ? range(to, from) : range(from, to)))
const anyDate = fc.array(anyRange, { maxLength: 6 }).map((ranges) => union(ranges))

const check = (law: (a: readonly Range[], b: readonly Range[], c: readonly Range[]) => void) =>
  fc.assert(fc.property(anyDate, anyDate, anyDate, law), { numRuns: 400 })

describe('union', () => {
  test('sorts, merges what overlaps or touches, and drops what has no day', () => {
    const ranges = [range(20, 30), range(1, 5), range(6, 8), range(12, 11), range(29, 31)]
    expect(union(ranges)).toEqual([range(1, 8), range(20, 31)])
  })

  test('keeps open ends open', () => {
    expect(union([range(null, 3)], [range(2, 9)], [range(20, null)])).toEqual([
      range(null, 9),
      range(20, null),
    ])
    expect(union([range(null, 10)], [range(11, null)])).toEqual([range(null, null)])
  })

  test('has exactly the days of its parts, and one way of writing them', () => {
    fc.assert(
      fc.property(fc.array(anyRange, { maxLength: 8 }), (ranges) => {
        const date = union(ranges)
        expect(daysOf(date)).toEqual(daysOf(ranges))
        expect(union([...ranges].reverse())).toEqual(date)
        for (const [i, next] of date.slice(1).entries()) {
          expect(Number(next.from)).toBeGreaterThan(Number(date[i]?.to) + 1)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('is commutative, associative and idempotent', () => {
    check((a, b, c) => {
      expect(union(a, b)).toEqual(union(b, a))
      expect(union(a, union(b, c))).toEqual(union(union(a, b), c))
      expect(union(a, a)).toEqual(a)
      expect(union(a, [])).toEqual(a)
    })
  })
})

describe('intersect', () => {
  test('keeps the days that both have', () => {
    expect(intersect([range(1, 8), range(20, null)], [range(null, 3), range(7, 25)])).toEqual([
      range(1, 3),
      range(7, 8),
      range(20, 25),
    ])
    check((a, b) => {
      const both = daysOf(a).filter((day) => daysOf(b).includes(day))
      expect(daysOf(intersect(a, b))).toEqual(both)
    })
  })

  test('is commutative, associative, idempotent, and distributes over union', () => {
    check((a, b, c) => {
      expect(intersect(a, b)).toEqual(intersect(b, a))
      expect(intersect(a, intersect(b, c))).toEqual(intersect(intersect(a, b), c))
      expect(intersect(a, a)).toEqual(a)
      expect(intersect(a, [range(null, null)])).toEqual(a)
      expect(intersect(a, union(b, c))).toEqual(union(intersect(a, b), intersect(a, c)))
    })
  })
})

test('contains, overlaps and isEmpty say what the days say', () => {
  check((a, b) => {
    const daysOfA = daysOf(a)
    expect(contains(a, b)).toBe(daysOf(b).every((day) => daysOfA.includes(day)))
    expect(overlaps(a, b)).toBe(daysOf(b).some((day) => daysOfA.includes(day)))
    expect(isEmpty(a)).toBe(daysOfA.length === 0)
  })
})

test('a date of two ranges does not contain its gap', () => {
  const twice = [range(1, 5), range(9, 12)]
  expect(contains(twice, [range(3, 10)])).toBe(false)
  expect(contains(twice, [range(2, 3), range(12, 12)])).toBe(true)
  expect(overlaps(twice, [range(6, 8)])).toBe(false)
})

describe('distance', () => {
  test('is negative when the other date lies before, positive when after, 0 when they overlap', () => {
    const window = [range(100, 200), range(300, 400)]
    expect(distance(window, [range(80, 87)])).toBe(-13)
    expect(distance(window, [range(410, null)])).toBe(10)
    expect(distance(window, [range(210, 280)])).toBe(10)
    expect(distance(window, [range(220, 295)])).toBe(-5)
    expect(distance(window, [range(null, 100)])).toBe(0)
  })

  test('of a day in the middle of a gap counts as before', () => {
    expect(distance([range(0, 10), range(20, 30)], [range(15, 15)])).toBe(-5)
    expect(distance([range(15, 15)], [range(0, 10), range(20, 30)])).toBe(-5)
  })

  test('of nothing is null', () => {
    expect(distance([], [range(1, 2)])).toBeNull()
    expect(distance([range(1, 2)], [])).toBeNull()
  })

  test('is the least difference between any two days', () => {
    check((a, b) => {
      const gaps = daysOf(a).flatMap((day) => daysOf(b).map((other) => other - day))
      const least = Math.min(...gaps.map(Math.abs))
      const expected = gaps.includes(-least) ? -least : least
      expect(distance(a, b)).toBe(gaps.length === 0 ? null : expected + 0)
    })
  })
})

test('earliest and latest are the ends, null where the date is open or has no day', () => {
  expect([earliest([range(3, 4), range(9, null)]), latest([range(3, 4), range(9, null)])]).toEqual([3, null])
  expect([earliest([range(null, 4), range(9, 12)]), latest([range(null, 4), range(9, 12)])]).toEqual([
    null,
    12,
  ])
  expect([earliest([]), latest([])]).toEqual([null, null])
  expect(earliest([range(0, 0)])).toBe(0)
})
