import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readValue } from '../../../src/domain/claim/value.ts'
import { propertyOf, vocabulary } from '../../../src/domain/claim/vocabulary.ts'
import type { SubjectType } from '../../../src/domain/claim.ts'
import { ArchiveError } from '../../../src/domain/errors.ts'

const read = (property: string, value: unknown, of: SubjectType = 'document') =>
  readValue(propertyOf(of, property), value)

describe('a value', () => {
  test('keeps what its property knows, cleaned and with its defaults', () => {
    expect(read('title', { text: ' Serov\u0000 Instructions ', lang: 'en' })).toEqual({
      text: 'Serov Instructions',
      lang: 'en',
    })
    expect(read('date', { edtf: '1941-06-14', event: 'signed' })).toEqual({
      edtf: '1941-06-14',
      event: 'signed',
      asWritten: null,
      calendar: 'gregorian',
    })
    expect(read('date', { asWritten: 'in the spring of that year' })).toMatchObject({ edtf: null })
    expect(read('date', { edtf: '[ 1941-02-03, 1941-06-07 ]' }).edtf).toBe('[1941-02-03,1941-06-07]')
    expect(read('signatory', { agent: 'a1', capacity: 'Deputy' })).toEqual({
      agent: 'a1',
      capacity: 'Deputy',
    })
    expect(read('title', { text: 'x', lang: null })).toEqual({ text: 'x' })
    expect(read('annex-of', { document: 'd1', later: true })).toEqual({ document: 'd1', later: true })
    expect(read('mentions', { place: 'p1', tense: 'past', name: 'Schaulen' })).toMatchObject({
      tense: 'past',
    })
    expect(read('date-borne', { edtf: '1917', calendar: 'julian', act: 'later' })).toMatchObject({
      act: 'later',
    })
    expect(read('identifier', { scheme: 'register', value: '7', after: 'd1' })).toMatchObject({ after: 'd1' })
    expect(read('existence', { edtf: '0330-05-11/..' }, 'agent')).toEqual({ edtf: '0330-05-11/..' })
    expect(read('coordinates', { lat: 55.9, lon: 23.3 }, 'place')).toEqual({ lat: 55.9, lon: 23.3 })
    expect(read('printed-in', { source: 's1', locator: 'pp. 464–468' }, 'witness')).toEqual({
      source: 's1',
      locator: 'pp. 464–468',
    })
  })

  test('of any property can be that there is none, or that it is not known', () => {
    for (const property of vocabulary) {
      expect(readValue(property, { none: true })).toEqual({ none: true })
      expect(readValue(property, { unknown: true })).toEqual({ unknown: true })
    }
    expect(read('identifier', { none: true, scheme: 'number' })).toEqual({ none: true, scheme: 'number' })
  })

  test.each<[string, unknown, string, SubjectType?]>([
    ['date', { edtf: '1941-02-30' }, 'value.edtf'],
    ['date', { edtf: '1941-06-14/1941-02-03' }, 'value.edtf'],
    ['date', { edtf: '9'.repeat(5000) }, 'value.edtf'],
    ['date', { edtf: 1941 }, 'value.edtf'],
    ['date', {}, 'value.edtf'],
    ['date', { edtf: '1941', event: 'burnt' }, 'value.event'],
    ['date', { edtf: '1941', calendar: 'mayan' }, 'value.calendar'],
    ['title', { text: '  ' }, 'value.text'],
    ['title', { text: 'x'.repeat(2001) }, 'value.text'],
    ['title', { text: ['x'] }, 'value.text'],
    ['title', { text: 'x', words: 1 }, 'value.words'],
    ['title', { text: 'x', toString: 1 }, 'value.toString'],
    ['title', {}, 'value.text'],
    ['title', 'x', 'value'],
    ['title', ['x'], 'value'],
    ['title', null, 'value'],
    ['title', { none: false }, 'value.none'],
    ['title', { none: true, unknown: true }, 'value.unknown'],
    ['title', { none: true, text: 'x' }, 'value.text'],
    ['title', { text: 'x', lang: 'English!' }, 'value.lang'],
    ['author', { agent: 'a1', text: 'Serov' }, 'value.text'],
    ['author', { agent: '../a1' }, 'value.agent'],
    ['author', { capacity: 'x' }, 'value.agent'],
    ['prepares', { document: 'd1' }, 'value.document'],
    ['authenticity', { text: 'probably' }, 'value.text'],
    ['identifier', { scheme: 'number' }, 'value.value'],
    ['terminus', { edtf: '1941/..', kind: 'smell' }, 'value.kind'],
    ['annex-of', { document: 'd1', later: false }, 'value.later'],
    ['quotes', { document: 'd1', later: true }, 'value.later'],
    ['mentions', { place: 'p1', tense: 'perfect' }, 'value.tense'],
    ['existence', { edtf: '1946/1943' }, 'value.edtf', 'agent'],
    ['name', { text: 'x', script: 'latin' }, 'value.script', 'agent'],
    ['name', { text: 'x', period: '1941-13' }, 'value.period', 'place'],
    ['coordinates', { lat: 91, lon: 0 }, 'value.lat', 'place'],
    ['coordinates', { lat: '55', lon: 0 }, 'value.lat', 'place'],
    ['same-as', { uri: 'javascript' }, 'value.uri', 'agent'],
    ['heading-as-printed', { text: 'x', status: 'wrong' }, 'value.status', 'witness'],
    ['transmission', { text: 'photo' }, 'value.text', 'witness'],
  ])('of %s that is %j is refused at %s', (property, value, path, of) => {
    expect(() => read(property, value, of)).toThrow(
      expect.objectContaining({ fault: 'invalid-input', errors: [expect.objectContaining({ path })] }),
    )
  })

  test('whatever it is, is read or refused in one sentence, and reading it again changes nothing', () => {
    const field = fc.constantFrom(
      'text',
      'edtf',
      'agent',
      'none',
      'scheme',
      'value',
      'lang',
      'place',
      '__proto__',
    )
    const content = fc.oneof(
      fc.string(),
      fc.boolean(),
      fc.constantFrom('1941', 'en', 'a1', null),
      fc.integer(),
    )
    fc.assert(
      fc.property(fc.constantFrom(...vocabulary), fc.dictionary(field, content), (property, given) => {
        try {
          const value = readValue(property, given)
          expect(readValue(property, value)).toEqual(value)
        } catch (error) {
          expect(error).toBeInstanceOf(ArchiveError)
          expect((error as ArchiveError).fault).toBe('invalid-input')
        }
      }),
      { numRuns: 500 },
    )
  })
})
