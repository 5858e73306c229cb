import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readHeader } from '../../../src/domain/import/columns.ts'
import {
  guarded,
  readIdentifiers,
  readList,
  unguarded,
  writeIdentifiers,
  writeList,
} from '../../../src/domain/import/lists.ts'
import { readRow } from '../../../src/domain/import/row.ts'

const faultsOf = (names: string[], keepUnknown = false) => {
  try {
    return readHeader(names, keepUnknown)
  } catch (error) {
    return (error as Error).message
  }
}

describe('a header', () => {
  test('names columns in any case and order, by their synonyms too', () => {
    expect(faultsOf(['ID', ' Title ', 'embargo until', 'Author', 'date_as_written'])).toEqual([
      'key',
      'title',
      'embargoUntil',
      'creator',
      'dateAsWritten',
    ])
  })

  test.each<[string[], boolean, string]>([
    [['titel', 'date'], false, 'column 1 “titel” is no column of an import. The nearest is “title”'],
    [['title', ''], false, 'column 2 has no name'],
    [['title', 'Title'], false, 'column 2 “Title” is there twice'],
    [['id', 'key', 'title'], false, 'column 2 “key” is there twice'],
    [['date'], false, 'title is required'],
    [['title', 'box', 'Box'], true, 'column 3 “Box” is there twice'],
  ])('%j is refused', (names, keepUnknown, says) => {
    expect(faultsOf(names, keepUnknown)).toContain(says)
  })

  test('keeps what it does not know where that is wanted', () => {
    expect(faultsOf(['title', 'box'], true)).toEqual(['title', null])
  })
})

describe('a row', () => {
  const read = (cells: Record<string, unknown>, keepUnknown = false) =>
    readRow({ title: 'A paper', ...cells }, keepUnknown)
  const valuesOf = (cells: Record<string, unknown>, property: string) =>
    read(cells)
      .said.filter((said) => said.property === property)
      .map(({ value }) => value)

  test('says what its cells say', () => {
    expect(read({ key: 'k1', creator: 'Serov', holder: 'An archive', visibility: 'Members' })).toMatchObject({
      key: 'k1',
      visibility: 'members',
      refused: false,
      remarks: [],
      said: [
        { on: 'document', property: 'title', value: { text: 'A paper' }, note: null },
        { on: 'document', property: 'author', value: { text: 'Serov' } },
        { on: 'witness', property: 'holder', value: { text: 'An archive' } },
      ],
    })
  })

  test('lists are texts, or lists in JSON', () => {
    for (const subjects of ['a; b\\;c', ['a', 'b;c']])
      expect(valuesOf({ subjects }, 'subject')).toEqual([{ text: 'a' }, { text: 'b;c' }])
    for (const identifiers of [
      'number:12; register:A',
      [
        { scheme: 'number', value: '12' },
        { scheme: 'register', value: 'A' },
      ],
    ])
      expect(valuesOf({ identifiers }, 'identifier')).toMatchObject([{ value: '12' }, { value: 'A' }])
  })

  test('keeps a date as it is written, with what it was read as', () => {
    expect(valuesOf({ date: '7 June 1941' }, 'date')).toEqual([
      { edtf: '1941-06-07', asWritten: '7 June 1941', calendar: 'gregorian', event: 'written' },
    ])
    expect(valuesOf({ date: '1941-06-07' }, 'date')).toMatchObject([{ edtf: '1941-06-07', asWritten: null }])
    expect(valuesOf({ date: '1917-10-25', calendar: 'Julian' }, 'date')).toMatchObject([
      { edtf: '1917-10-25', calendar: 'julian' },
    ])
    expect(valuesOf({ date: '1941', dateAsWritten: 'in 1941' }, 'date')).toMatchObject([
      { edtf: '1941', asWritten: 'in 1941' },
    ])
    expect(valuesOf({ date: 'n.d.' }, 'date-borne')).toEqual([{ none: true }])
  })

  test('is added with a date that cannot be read, which is told', () => {
    const { refused, remarks, said } = read({ date: '06/07/1941' })
    expect(refused).toBe(false)
    expect(remarks).toMatchObject([
      { column: 'date', says: expect.stringContaining('1941-07-06 or 1941-06-07') },
    ])
    expect(said[1]).toMatchObject({ property: 'date', value: { edtf: null, asWritten: '06/07/1941' } })
  })

  test.each<[Record<string, unknown>, string]>([
    [{ title: '' }, 'title'],
    [{ title: 'x'.repeat(2001) }, 'title'],
    [{ title: ['a'] }, 'title'],
    [{ language: 'Lithuanian language' }, 'language'],
    [{ visibility: 'everybody' }, 'visibility'],
    [{ visibility: 'embargoed' }, 'embargoUntil'],
    [{ embargoUntil: '2031-01-01' }, 'embargoUntil'],
    [{ visibility: 'embargoed', embargoUntil: '2031-02-30' }, 'embargoUntil'],
    [{ identifiers: 'no scheme' }, 'identifiers'],
    [{ identifiers: { a: 1 } }, 'identifiers'],
    [{ subjects: [1] }, 'subjects'],
    [{ box: '12' }, 'box'],
    [{ Title: 'again' }, 'Title'],
  ])('%j is refused for its %s', (cells, column) => {
    expect(read(cells)).toMatchObject({ refused: true, remarks: [{ column, kind: 'wrong' }] })
  })

  test('keeps unknown cells in a note where that is wanted', () => {
    const { said, remarks } = read({ box: '12', note: 'Torn.' }, true)
    expect(said[0]).toMatchObject({ property: 'title', note: 'Torn.\nbox: 12' })
    expect(remarks).toMatchObject([{ column: 'box', kind: 'kept' }])
  })

  test('never throws', () => {
    const cells = fc.dictionary(
      fc.constantFrom('title', 'date', 'identifiers', 'subjects', 'visibility', 'language', 'key', 'x'),
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.jsonValue() as fc.Arbitrary<unknown>),
    )
    fc.assert(
      fc.property(cells, fc.boolean(), (given, keepUnknown) => {
        const row = readRow(given, keepUnknown)
        expect(row.refused).toBe(row.remarks.some(({ kind }) => kind === 'wrong'))
      }),
    )
  })
})

describe('a cell', () => {
  const text = fc.string({ unit: fc.constantFrom(...";:\\ab=+-@' \t") }).map((part) => `x${part}x`)
  test('of several values is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(text), fc.array(fc.record({ scheme: text, value: text })), (list, identifiers) => {
        expect(readList(writeList(list))).toEqual(list)
        expect(readIdentifiers(writeIdentifiers(identifiers))).toEqual(identifiers)
      }),
    )
  })

  test('is never run as a formula, and reads back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."=+-@'\ta") }), (cell) => {
        expect(guarded(cell)).not.toMatch(/^[=+\-@\t\r]/)
        expect(unguarded(guarded(cell))).toBe(cell)
      }),
    )
  })
})
