import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxAround, clipBox, readBox, writeBox } from '../../../src/web/scan/box.ts'

test('a box in an address is four whole numbers with something in it; all else is none', () => {
  expect(readBox('10,20,300,40')).toEqual([10, 20, 300, 40])
  for (const wrong of [
    null,
    '',
    '1,2,3',
    '1,2,0,4',
    '1,2,3,0',
    '-1,2,3,4',
    '1.5,2,3,4',
    'a,b,c,d',
    '1,2,3,4,5',
  ])
    expect(readBox(wrong)).toBe(null)
  expect(writeBox([1.4, 2.5, 3, 4])).toBe('1,3,3,4')
})

test('a box is clipped to its page, and what lies beside it is none', () => {
  expect(clipBox([-10, -10, 30, 40], 100, 200)).toEqual([0, 0, 20, 30])
  expect(clipBox([90, 190, 30, 40], 100, 200)).toEqual([90, 190, 10, 10])
  expect(clipBox([100, 0, 10, 10], 100, 200)).toBe(null)
  expect(clipBox([-20, 0, 10, 10], 100, 200)).toBe(null)
})

test('the box around boxes holds each of them and is no larger than it takes', () => {
  const box = fc.tuple(
    fc.nat(999),
    fc.nat(999),
    fc.integer({ min: 1, max: 99 }),
    fc.integer({ min: 1, max: 99 }),
  )
  expect(boxAround([])).toBe(null)
  fc.assert(
    fc.property(fc.array(box, { minLength: 1 }), (boxes) => {
      const [x, y, width, height] = boxAround(boxes) ?? [0, 0, 0, 0]
      expect(x).toBe(Math.min(...boxes.map(([left]) => left)))
      expect(y + height).toBe(Math.max(...boxes.map(([, top, , high]) => top + high)))
      for (const [left, top, wide, high] of boxes)
        expect(left >= x && top >= y && left + wide <= x + width && top + high <= y + height).toBe(true)
    }),
  )
})
