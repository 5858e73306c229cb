import { expect, test } from 'vitest'
import { type Point, pointAt, pointName, untilWhen } from '../../../src/domain/backup/point.ts'

test.each([
  ['2026-11-26', '2026-11-26T23:59:59.999Z'],
  ['2026-11-26T20:55', '2026-11-26T20:55:00.000Z'],
  ['2026-11-26 20:55:20', '2026-11-26T20:55:20.000Z'],
  ['2026-11-26T20:55+02:00', '2026-11-26T18:55:00.000Z'],
  ['20261126T205520.123Z', '2026-11-26T20:55:20.123Z'],
])('%s means until %s', (text, until) => {
  expect(untilWhen(text)).toBe(until)
})

test.each(['', 'yesterday', '2026', '2026-13-01', '2026-11-26T25:00', '26.11.2026'])(
  '%j is no time',
  (text) => {
    expect(() => untilWhen(text)).toThrow(/^--at: write a day/)
  },
)

test('the latest point until a time is chosen, also by its own name', () => {
  const points = ['2026-11-26T20:55:20.123Z', '2026-11-25T00:00:00.000Z'].map(
    (at): Point => ({
      name: pointName(at),
      at,
      database: { bytes: 1, sha256: '' },
      originals: { count: 0, bytes: 0 },
      lacking: [],
    }),
  )
  const [later, earlier] = points
  expect(pointAt(points, untilWhen('2026-11-26'))).toBe(later)
  expect(pointAt(points, untilWhen('2026-11-26T20:55Z'))).toBe(earlier)
  expect(pointAt(points, untilWhen(later?.name ?? ''))).toBe(later)
  expect(pointAt(points, untilWhen('2026-11-24'))).toBeNull()
})
