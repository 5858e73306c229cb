import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codePoints, editDistance, editsWithin } from '../../../src/domain/search/edit-distance.ts'
import { distanceByDefinition, startDistanceByDefinition } from './by-definition.ts'

describe('the edit distance', () => {
  test.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['deportation', 'deportation', 0],
    ['deportaton', 'deportation', 1],
    ['deportatoin', 'deportation', 1],
    ['трёх', 'трех', 1],
    ['𝐀b', '𝐁b', 1],
    ['𝐀b', 'b𝐀', 1],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
  ])('of %j and %j is %i', (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance)
    expect(editDistance(other, one)).toBe(distance)
  })
})

const word = fc.string({ unit: fc.constantFrom(...'abж𝐀'), maxLength: 9 })
const edits = fc.constantFrom(0, 1, 2, 3)

test('the edit distance is that of its definition', () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(editDistance(one, other)).toBe(distanceByDefinition(one, other))
    }),
    { numRuns: 2000 },
  )
})

test('few edits are counted exactly, more are more', () => {
  fc.assert(
    fc.property(word, word, edits, (one, other, most) => {
      const distance = distanceByDefinition(one, other)
      const found = editsWithin(most, codePoints(one), codePoints(other))
      if (distance <= most) expect(found).toBe(distance)
      else expect(found).toBeGreaterThan(most)
    }),
    { numRuns: 2000 },
  )
})

test('a beginning is compared where it stands among other letters', () => {
  fc.assert(
    fc.property(word, word, word, word, edits, (prefix, before, other, after, most) => {
      const packed = codePoints(before + other + after)
      const at = codePoints(before).length
      const end = at + codePoints(other).length
      const distance = startDistanceByDefinition(prefix, other)
      const found = editsWithin(most, codePoints(prefix), packed, at, end, true)
      if (distance <= most) expect(found).toBe(distance)
      else expect(found).toBeGreaterThan(most)
    }),
    { numRuns: 1000 },
  )
})
