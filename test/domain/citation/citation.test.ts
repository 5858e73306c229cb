import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bibtexOf } from '../../../src/domain/citation/bibtex.ts'
import { citationKey } from '../../../src/domain/citation/cited.ts'
import { cslDateOf, cslOf, cslTypeOf } from '../../../src/domain/citation/csl-of.ts'
import { risOf } from '../../../src/domain/citation/ris.ts'
import { oneLine, sentenceOf } from '../../../src/domain/citation/sentence.ts'
import { readCsl } from '../../../src/domain/source/csl.ts'
import { aCitation } from './a-citation.ts'

/** Text with what BibTeX and RIS trip over. */
const troublesome = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...'\\{}%&$#_^~"@,=\n')), {
    maxLength: 20,
  })
  .map((parts) => `t${parts.join('')}t`)
  .filter((text) => text.isWellFormed())

const entriesOf = (bibtex: string) => plugins.input.chain(bibtex, { forceType: '@biblatex/text' })

/** RIS as its specification has it: a tag of two signs, two spaces, a hyphen, a space; TY first, ER last; CRLF. */
function readRis(text: string): Map<string, string[]> {
  expect(text.endsWith('\r\nER  - \r\n')).toBe(true)
  const lines = text.slice(0, -2).split('\r\n')
  const read = lines.map((line) => /^([A-Z][A-Z\d]) {2}- (.*)$/u.exec(line))
  expect(read.every((line) => line !== null)).toBe(true)
  expect(read[0]?.[1]).toBe('TY')
  const grouped = Map.groupBy(read, (line) => line?.[1] ?? '')
  return new Map([...grouped].map(([tag, of]) => [tag, of.map((line) => line?.[2] ?? '')]))
}

describe('the sentence', () => {
  test('says who, what, when, where, and which state of knowledge it is', () => {
    expect(sentenceOf(aCitation())).toBe(
      'Ivan Serov, “Serov Instructions”, some day between 3 February and 7 June 1941. An archive, Papers, K-1/58, EXAMPLE-1/3/10. https://archive.example/documents/d0197 (as described on 1 March 2026, state abababababab).',
    )
  })

  test('leaves out what is not known', () => {
    const bare = { creators: [], date: null, holder: null, shelfmark: null, collection: null }
    expect(
      sentenceOf(aCitation({ ...bare, title: 'Who goes there?', page: { number: 3, label: '2v' } })),
    ).toBe(
      '“Who goes there?”, undated. p. 2v. https://archive.example/documents/d0197 (as described on 1 March 2026, state abababababab).',
    )
  })

  test('names several authors, family names last, and Julian days in both calendars', () => {
    const creators = [{ family: 'Molotov', given: 'Vyacheslav' }, { literal: 'A' }, { literal: 'B' }]
    const date = { edtf: '1917-10-25', calendar: 'julian' }
    expect(sentenceOf(aCitation({ creators, date }))).toMatch(
      /^Vyacheslav Molotov, A and B, “.*”, 25 October \(7 November\) 1917\. /,
    )
  })
})

describe('CSL-JSON', () => {
  test.each([
    ['1941-06-14', null, { 'date-parts': [[1941, 6, 14]] }],
    ['1941-06', null, { 'date-parts': [[1941, 6]] }],
    ['1941', null, { 'date-parts': [[1941]] }],
    ['1941~', null, { 'date-parts': [[1941]], circa: true }],
    ['1941?', null, { 'date-parts': [[1941]], circa: true }],
    ['194X', null, { 'date-parts': [[1940], [1949]], circa: true }],
    [
      '1941-02-03/1941-06-07',
      null,
      {
        'date-parts': [
          [1941, 2, 3],
          [1941, 6, 7],
        ],
      },
    ],
    [
      '[1941-02-03..1941-06-07]',
      null,
      {
        'date-parts': [
          [1941, 2, 3],
          [1941, 6, 7],
        ],
        circa: true,
      },
    ],
    ['[1939,1941]', null, { 'date-parts': [[1939], [1941]], circa: true }],
    ['1917-10-25', 'julian', { 'date-parts': [[1917, 11, 7]] }],
    ['-0043-03-15', null, { 'date-parts': [[-44, 3, 15]] }],
    ['0000', null, { 'date-parts': [[-1]] }],
    ['[..1941-06-07]', null, { literal: 'on or before 7 June 1941' }],
  ])('the date %s (%s) has its ends, and circa where they are not certain', (edtf, calendar, expected) => {
    expect(cslDateOf({ edtf, calendar })).toEqual(expected)
  })

  test('has a type for what the genre says, else a manuscript', () => {
    const genres = ['Report', 'secret telegram', 'non-aggression treaty', 'instruction', null, 'planned']
    expect(genres.map(cslTypeOf)).toEqual([
      'report',
      'personal_communication',
      'treaty',
      'manuscript',
      'manuscript',
      'manuscript',
    ])
  })

  test('has types and variables of the standard only', () => {
    const { id: _, ...item } = cslOf(
      aCitation({ abstract: 'Of what it is.', page: { number: 1, label: null } }),
    )
    expect(readCsl(item)).toMatchObject({
      type: 'manuscript',
      archive: 'An archive',
      archive_location: 'K-1/58, EXAMPLE-1/3/10',
      note: 'As described on 2026-03-01, state abababababab, text revision r1',
    })
  })
})

describe('BibTeX', () => {
  test('reads back as it was', () => {
    const [entry] = entriesOf(bibtexOf(aCitation({ title: 'Šiauliai — Шяуляй', genre: 'report' })))
    expect(entry).toMatchObject({
      'citation-key': 'fonds-d0197',
      type: 'report',
      title: 'Šiauliai — Шяуляй',
      author: [{ family: 'Ivan Serov' }],
      issued: {
        'date-parts': [
          [1941, 2, 3],
          [1941, 6, 7],
        ],
      },
      URL: 'https://archive.example/documents/d0197',
    })
  })

  test('any text stands in it as one entry, and reads back letter by letter', () => {
    fc.assert(
      fc.property(troublesome, troublesome, (title, name) => {
        const [entry, ...more] = entriesOf(bibtexOf(aCitation({ title, creators: [{ literal: name }] })))
        expect(more).toEqual([])
        const read = (text: unknown) =>
          String(text)
            .normalize('NFC')
            .replace(/[\s\u00a0]+/g, '')
        expect(read(entry?.title)).toBe(read(oneLine(title)))
      }),
      { numRuns: 300 },
    )
  })
})

describe('RIS', () => {
  test('has a line for each value', () => {
    const read = readRis(risOf(aCitation({ creators: [{ family: 'A', given: 'B' }, { literal: 'C' }] })))
    expect(read.get('TY')).toEqual(['MANSCPT'])
    expect(read.get('AU')).toEqual(['A, B', 'C'])
    expect([read.get('PY'), read.get('DA')]).toEqual([
      ['1941'],
      ['1941///some day between 3 February and 7 June 1941'],
    ])
    expect(read.get('UR')).toEqual(['https://archive.example/documents/d0197'])
  })

  test.each([
    ['1941-06-14', ['1941'], '1941/06/14/'],
    ['1941-06', ['1941'], '1941/06//June 1941'],
    ['[..1941-06-07]', undefined, '///on or before 7 June 1941'],
  ])('the date %s is a year and a date', (edtf, year, day) => {
    const read = readRis(risOf(aCitation({ date: { edtf, calendar: null } })))
    expect([read.get('PY'), read.get('DA')]).toEqual([year, [day]])
  })

  test('no text breaks its lines', () => {
    fc.assert(
      fc.property(troublesome, troublesome, (title, subject) => {
        const read = readRis(risOf(aCitation({ title: `${title}\r\nER  - `, subjects: [subject] })))
        expect(read.get('KW')).toEqual([oneLine(subject)])
        expect(read.get('ER')).toEqual([''])
      }),
    )
  })
})

test('a key names the document and the page, whatever is said of them', () => {
  const page = { number: 12, label: 'xii' }
  const keys = [aCitation(), aCitation({ title: 'Another' }), aCitation({ page })].map(citationKey)
  expect(keys).toEqual(['fonds-d0197', 'fonds-d0197', 'fonds-d0197-p12'])
})
