import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datePartsOf, fitsAsRead } from '../../../src/domain/witness/date-parts.ts'
import { type MarkContent, noMark, refuseImpossible } from '../../../src/domain/witness/mark.ts'

const refused = (part: Partial<MarkContent>): string | null => {
  try {
    refuseImpossible({ ...noMark, ...part })
    return null
  } catch (error) {
    return (error as { errors?: { path: string }[] }).errors?.[0]?.path ?? 'no path'
  }
}

describe('a mark', () => {
  test.each<Partial<MarkContent>>([
    {},
    { asRead: 'XXXX-06-07' },
    { asRead: 'XXXX-06-07', date: '1941-06-07', inferred: ['year'] },
    { asRead: '1941-06-07', date: '1941-06-07' },
    { asRead: '1941', date: '1941-06-07', inferred: ['month', 'day'] },
    { asRead: '194X-06-07', date: '1941-06-07', inferred: ['year'] },
    { asRead: 'XXXX-06-07', date: '1941', inferred: ['year'] },
    { date: '1941-06-07', inferred: ['year'] },
    { date: '1941-06-07' },
    { asRead: '1941-06', date: '1941-06-07/1941-06-09', inferred: ['day'] },
    { page: 'p1', box: [10, 10, 5, 5] },
  ])('may be %j', (part) => {
    expect(refused(part)).toBe(null)
  })

  test.each<[Partial<MarkContent>, string]>([
    [{ asRead: '1941-02-30' }, 'asRead'],
    [{ date: 'June' }, 'date'],
    [{ asRead: 'XXXX-06-07', date: '1941-06-08', inferred: ['year'] }, 'date'],
    [{ asRead: '1940-06-07', date: '1941-06-07' }, 'date'],
    [{ asRead: '193X-06-07', date: '1941-06-07', inferred: ['year'] }, 'date'],
    [{ asRead: 'XXXX-06-07', date: '1941-06-07' }, 'inferred'],
    [{ asRead: 'XXXX-06-07', date: '1941-06-07', inferred: ['year', 'day'] }, 'inferred'],
    [{ asRead: '1941-06-07', inferred: ['year'] }, 'inferred'],
    [{ asRead: '1941', date: '1941-06-07', inferred: ['day'] }, 'inferred'],
    [{ box: [1, 1, 1, 1] }, 'box'],
    [{ page: 'p1', box: [-1, 1, 1, 1] }, 'box'],
    [{ page: 'p1', box: [1, 1, 0, 1] }, 'box'],
  ])('cannot be %j', (part, path) => {
    expect(refused(part)).toBe(path)
  })
})

test('the parts of a date are those of which every digit is known', () => {
  expect(datePartsOf('1941-06-07')).toEqual(['year', 'month', 'day'])
  expect(datePartsOf('XXXX-06-07?')).toEqual(['month', 'day'])
  expect(datePartsOf('194X')).toEqual([])
  expect(datePartsOf('[1941-02-03..1941-06-07]')).toEqual(['year', 'month', 'day'])
  expect(datePartsOf('1941/1942-03')).toEqual(['year'])
  expect(datePartsOf('1941/..')).toEqual([])
})

test('a day fits what was read of it, whichever digits were lost, and no other digit', () => {
  const day = fc.tuple(
    fc.integer({ min: 1000, max: 9999 }),
    fc.integer({ min: 10, max: 12 }),
    fc.integer({ min: 10, max: 28 }),
  )
  fc.assert(
    fc.property(
      day,
      fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
      fc.nat(9),
      (numbers, lost, at) => {
        const date = numbers.join('-')
        const read = [...date].map((digit, index) => (lost[index] && digit !== '-' ? 'X' : digit)).join('')
        expect(fitsAsRead(read, date)).toBe(true)
        if (/\d/.test(read[at] ?? '')) {
          const other = `${date.slice(0, at)}${(Number(date[at]) + 1) % 10}${date.slice(at + 1)}`
          expect(fitsAsRead(read, other)).toBe(false)
        }
      },
    ),
  )
})
