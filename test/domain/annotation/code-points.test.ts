import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePoints, textAfter, textBefore } from '../../../src/domain/annotation/code-points.ts'
import { occurrences, sharedContext } from '../../../src/domain/annotation/occurrences.ts'

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', '😀', '\ud83d', '\ude00') }),
)

test('converts offsets both ways as counting code points one by one does', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const points = codePoints(text)
      const all = [...text]
      expect(points.length).toBe(all.length)
      let unit = 0
      for (const [offset, point] of all.entries()) {
        expect(points.codePointToUnit(offset)).toBe(unit)
        for (let within = 0; within < point.length; within++)
          expect(points.unitToCodePoint(unit + within)).toBe(offset)
        unit += point.length
      }
      expect(points.codePointToUnit(all.length)).toBe(text.length)
      expect(points.codePointToUnit(all.length + 5)).toBe(text.length)
      expect(points.unitToCodePoint(text.length + 5)).toBe(all.length)
    }),
    { numRuns: 500 },
  )
})

test('takes whole code points before and after an offset', () => {
  fc.assert(
    fc.property(texts, texts, fc.nat(6), (one, other, count) => {
      fc.pre([...one, ...other].length === [...(one + other)].length)
      expect(textBefore(one + other, one.length, count)).toBe(
        count === 0 ? '' : [...one].slice(-count).join(''),
      )
      expect(textAfter(one + other, one.length, count)).toBe([...other].slice(0, count).join(''))
    }),
    { numRuns: 500 },
  )
})

test('finds each place of a quote, overlapping ones too, that a search letter by letter finds', () => {
  const few = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '😁'), maxLength: 40 })
  fc.assert(
    fc.property(few, fc.string({ unit: fc.constantFrom('a', 'b', '😀'), maxLength: 4 }), (text, quote) => {
      const expected: number[] = []
      for (let unit = 0; unit < text.length && quote; unit++)
        if (text.startsWith(quote, unit)) expected.push(unit)
      expect(occurrences(quote, text)).toEqual(expected)
    }),
    { numRuns: 1000 },
  )
})

test('half a character is no place of a quote', () => {
  expect(occurrences('\ude00', 'a😀')).toEqual([])
  expect(occurrences('\ud83d', '😀\ud83d')).toEqual([2])
})

test('counts how many code points on either side are the same', () => {
  expect(sharedContext('x😀bQ😀dz', 4, 5, 'y😀b', '😀dy')).toEqual({ before: 2, after: 2, whole: false })
  expect(sharedContext('bQ', 1, 2, 'b', '')).toEqual({ before: 1, after: 0, whole: true })
  expect(sharedContext('bQ', 1, 2, 'ab', 'c')).toEqual({ before: 1, after: 0, whole: false })
})
