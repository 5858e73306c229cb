import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ArchiveError } from '../../../src/domain/errors.ts'
import { readCsl, wordsOfCsl } from '../../../src/domain/source/csl.ts'

const book = {
  type: 'book',
  title: 'The Lesser Terror: Soviet State Security, 1939–1953',
  author: [{ family: 'Parrish', given: 'Michael' }],
  publisher: 'Greenwood',
  issued: { 'date-parts': [[1996]] },
  ISBN: '0-275-95113-8',
  volume: 2,
}

describe('CSL-JSON', () => {
  test('is kept as given, cleaned, without what is null', () => {
    expect(readCsl({ ...book, note: null, publisher: ' Green\u0000wood ' })).toEqual(book)
    expect(wordsOfCsl(readCsl(book))).toBe(
      'The Lesser Terror: Soviet State Security, 1939–1953 Michael Parrish',
    )
    expect(readCsl({ ...book, issued: { 'date-parts': [['1996', '2', '29']] } })).toMatchObject({
      issued: { 'date-parts': [[1996, 2, 29]] },
    })
  })

  test.each<[object, string, string?]>([
    [{ title: 'x' }, 'type'],
    [{ type: 'book' }, 'title'],
    [{ type: 'boook', title: 'x' }, 'type', "'book'"],
    [{ type: 'book', title: '' }, 'title'],
    [{ type: 'book', title: 'x'.repeat(20_001) }, 'title'],
    [{ ...book, publihser: 'x' }, 'publihser', "'publisher'"],
    [{ ...book, id: 's1' }, 'id'],
    [{ ...book, author: 'Parrish' }, 'author'],
    [{ ...book, author: [{}] }, 'author.0'],
    [{ ...book, author: [{ family: 'x', born: 1 }] }, 'author.0.born'],
    [{ ...book, author: [null] }, 'author.0'],
    [{ ...book, issued: '1996' }, 'issued'],
    [{ ...book, issued: {} }, 'issued'],
    [{ ...book, issued: { 'date-parts': [] } }, 'issued.date-parts'],
    [{ ...book, issued: { 'date-parts': [[1941, 2, 30]] } }, 'issued.date-parts.0'],
    [{ ...book, issued: { year: 1996 } }, 'issued.year'],
    [{ ...book, publisher: 7 }, 'publisher'],
  ])('%j is refused at %s', (given, path, meant = '') => {
    expect(() => readCsl(given as Record<string, unknown>)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(meant),
        errors: [expect.objectContaining({ path })],
      }),
    )
  })

  test('whatever it is, is read or refused in one sentence, and reading it again changes nothing', () => {
    const field = fc.constantFrom(
      'type',
      'title',
      'author',
      'issued',
      'volume',
      'x',
      '__proto__',
      'constructor',
    )
    fc.assert(
      fc.property(fc.dictionary(field, fc.oneof(fc.constant('book'), fc.jsonValue())), (given) => {
        try {
          const csl = readCsl(given)
          expect(readCsl(csl)).toEqual(csl)
        } catch (error) {
          expect(error).toBeInstanceOf(ArchiveError)
        }
      }),
      { numRuns: 500 },
    )
  })
})
