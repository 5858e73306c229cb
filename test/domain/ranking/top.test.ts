import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstOf } from '../../../src/domain/ranking/top.ts'

describe('the first of many', () => {
  test('are those that sorting all of them would bring first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.nat(30), (values, most) => {
        const value = (at: number) => values[at] ?? 0
        const isBefore = (a: number, b: number) => value(a) < value(b) || (value(a) === value(b) && a < b)
        const passes = (at: number) => value(at) % 3 !== 0
        const sorted = values.map((_, at) => at).filter(passes)
        sorted.sort((a, b) => (isBefore(a, b) ? -1 : 1))
        expect(firstOf(values.length, most, isBefore, passes)).toEqual(sorted.slice(0, most))
      }),
    )
  })
})
