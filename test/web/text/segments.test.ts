import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sliceByCodePoints } from '../../../src/web/text/code-points.ts'
import { segmentsOf, type TextRange } from '../../../src/web/text/segments.ts'

const range = (id: string, start: number, end: number): TextRange => ({ id, start, end, kind: 'hit' })
const told = (text: string, ranges: readonly TextRange[]) =>
  segmentsOf(text, ranges).map(({ start, end, ranges: held }) => [
    text.slice(start, end),
    held.map(({ id }) => id).join(''),
  ])

test('a text is cut where passages begin and end, also where they overlap, by code points', () => {
  expect(told('📜 by night they', [range('a', 2, 10), range('b', 5, 15)])).toEqual([
    ['📜 ', ''],
    ['by ', 'a'],
    ['night', 'ab'],
    [' they', 'b'],
  ])
  expect(told('', [range('a', 0, 3)])).toEqual([])
  expect(told('night', [])).toEqual([['night', '']])
  expect(told('night', [range('a', 2, 2), range('b', 9, 12)])).toEqual([['night', '']])
})

test('segments together are the text, and each passage is the segments that bear it', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 40 })
  const ranges = fc.array(fc.tuple(fc.nat(45), fc.nat(45)), { maxLength: 8 })
  fc.assert(
    fc.property(texts, ranges, (text, ends) => {
      const given = ends.map(([a, b], at) => range(`r${at}`, Math.min(a, b), Math.max(a, b)))
      const segments = segmentsOf(text, given)
      expect(segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
      for (const one of given) {
        const parts = segments.filter(({ ranges: held }) => held.includes(one))
        const joined = parts.map(({ start, end }) => text.slice(start, end)).join('')
        expect(joined).toBe(sliceByCodePoints(text, one.start, one.end))
      }
    }),
  )
})
