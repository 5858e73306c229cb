import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aspect, hitRegion } from '../../../src/web/search/hit-region.ts'

test('a cutting shows the first hit in its middle, and marks the others that fall into it', () => {
  const cut = hitRegion([
    [975, 663, 57, 25],
    [1050, 663, 57, 25],
    [10, 10, 5, 5],
  ])
  expect(cut?.region).toEqual([816, 613, 375, 125])
  expect(cut?.marks).toHaveLength(2)
  expect(hitRegion([])).toBeNull()
  expect(
    hitRegion([
      [1, 2, 0, 4],
      [1, 2, 3],
    ]),
  ).toBeNull()
})

test('every cutting begins within the page, has one shape and holds its hit', () => {
  const side = fc.integer({ min: 1, max: 5000 })
  const place = fc.integer({ min: 0, max: 20_000 })
  fc.assert(
    fc.property(place, place, side, side, (x, y, width, height) => {
      const cut = hitRegion([[x, y, width, height]])
      const [left = -1, top = -1, wide = 0, high = 0] = cut?.region ?? []
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0)
      expect(Math.abs(wide - high * aspect)).toBeLessThanOrEqual(2)
      expect(left).toBeLessThanOrEqual(x)
      expect(top).toBeLessThanOrEqual(y)
      expect(left + wide).toBeGreaterThanOrEqual(x + width)
      expect(top + high).toBeGreaterThanOrEqual(y + height)
    }),
  )
})
