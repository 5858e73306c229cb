import { describe, expect, test } from 'vitest'
import { dayOfCivil } from '../../../src/domain/date/day.ts'
import type { DatingCase, DatingClaim } from '../../../src/domain/dating/case.ts'
import { dateDocument } from '../../../src/domain/dating/date-documents.ts'
import { aBody, aCase, aClaim, aMark, aPerson, aWitness, surroundings, written } from './support.ts'

const day = '1941-03-08'
const letterDay = dayOfCivil(1941, 3, 8)

const things = surroundings({
  agents: {
    nkgb: aBody('NKGB', '1941-02-03/1941-07-20', '1943-04-14/1946-03-15'),
    nkvd: aBody('NKVD', '1934-07-10/1946-03-15'),
    vague: aBody('Bureau', '1941-02-03~/1941-07-20'),
    unread: aBody('Bureau', 'some time'),
    serov: {
      ...aPerson('Ivan Serov', '1905-08-13/1990-07-01', {
        Deputy: '1941-02-25/..',
        'First Deputy': '1943/1945',
      }),
      offices: [
        { title: 'Deputy', body: 'nkgb', period: { value: '1941-02-25/1941-07-30' } },
        { title: 'First Deputy', body: null, period: { value: '1943/1945' } },
        { title: 'Chairman', body: null, period: null },
      ],
    },
  },
  happenings: {
    deportation: { name: 'the June deportation', date: { value: '1941-06-13/1941-06-14' } },
    vague: { name: 'the raid', date: { value: '1941-06' } },
    about: { name: 'the raid', date: { value: '1941-06~' } },
  },
  places: {
    leningrad: { names: [{ text: 'Leningrad', period: { value: '1924-01-26/1991-09-06' } }] },
  },
  sources: {
    report: { name: 'Third Interim Report', issued: '1954', document: null },
    edition: { name: 'Edition', issued: null, document: 'letter' },
  },
  documents: {
    letter: {
      name: 'Letter',
      bounds: {
        days: [{ from: letterDay, to: letterDay }],
        withoutInferences: [{ from: letterDay, to: letterDay }],
        claims: ['c-letter'],
        sources: ['s-letter'],
      },
    },
  },
})

const dating = (claims: readonly DatingClaim[], more: Partial<DatingCase> = {}) =>
  dateDocument(aCase('d', claims, more), things)
const windows = (claims: readonly DatingClaim[], more: Partial<DatingCase> = {}) =>
  written(dating(claims, more).windows)
const about = (property: string, value: Record<string, unknown>, more: Partial<DatingClaim> = {}) =>
  aClaim(`c-${property}`, 'd', property, value, more)
const marked = (kind: string, more: object = {}, witness: object = {}) => ({
  witnesses: [aWitness('w', [aMark('m', kind, '1941-06-07', more)], witness)],
})
const any = ['../..']

describe('agents', () => {
  test('the issuing body existed, perhaps more than once', () => {
    expect(windows([about('issuer', { agent: 'nkgb' })])).toEqual([
      '1941-02-03/1941-07-20',
      '1943-04-14/1946-03-15',
    ])
  })

  test('author, signatory and addressee lived', () => {
    for (const role of ['author', 'signatory', 'addressee'])
      expect(windows([about(role, { agent: 'serov' })]), role).toEqual(['1905-08-13/1990-07-01'])
  })

  test('an office counts where the claim names it and its period is known, else the life', () => {
    const as = (capacity: string) => windows([about('signatory', { agent: 'serov', capacity })])
    expect(as('deputy')).toEqual(['1941-02-25/1941-07-30'])
    expect(as('Deputy of the NKGB')).toEqual(['1941-02-25/1941-07-30'])
    expect(as('First Deputy')).toEqual(['1943-01-01/1945-12-31'])
    expect(as('Deputy of the NKVD')).toEqual(['1905-08-13/1990-07-01'])
    expect(as('Chairman')).toEqual(['1905-08-13/1990-07-01'])
  })

  test('about bounds nothing, and what cannot be read bounds nothing', () => {
    expect(windows([about('issuer', { agent: 'vague' })])).toEqual(['../1941-07-20'])
    expect(windows([about('issuer', { agent: 'unread' })])).toEqual(any)
    expect(windows([about('issuer', { text: 'some office' })])).toEqual(any)
    expect(windows([about('issuer', { agent: 'nobody' })])).toEqual(any)
  })
})

describe('claims', () => {
  test('that compete for one property are united, and one of which nothing is known leaves all open', () => {
    const nkgb = aClaim('c-1', 'd', 'issuer', { agent: 'nkgb' })
    const nkvd = aClaim('c-2', 'd', 'issuer', { agent: 'nkvd' })
    expect(windows([nkgb, nkvd])).toEqual(['1934-07-10/1946-03-15'])
    expect(dating([nkgb, nkvd]).steps[0]?.says).toBe(
      'Either: Issued by the NKGB, which existed 3 February – 20 July 1941 and 14 April 1943 – 15 March 1946. Or: Issued by the NKVD, which existed 10 July 1934 – 15 March 1946.',
    )
    expect(windows([nkgb, aClaim('c-2', 'd', 'issuer', { text: 'unknown office' })])).toEqual(any)
    expect(windows([nkgb, { ...nkvd, rank: 'preferred' }])).toEqual(['1934-07-10/1946-03-15'])
    expect(windows([{ ...nkgb, rank: 'preferred' }, nkvd])).toHaveLength(2)
  })

  test('of many values hold together', () => {
    const claims = [
      about('signatory', { agent: 'serov' }),
      aClaim('c-2', 'd', 'signatory', { agent: 'serov', capacity: 'Deputy' }),
    ]
    expect(windows(claims)).toEqual(['1941-02-25/1941-07-30'])
  })

  test('that are denied, deprecated or purported are no evidence', () => {
    const issuer = about('issuer', { agent: 'nkgb' })
    expect(windows([{ ...issuer, polarity: 'denied' }])).toEqual(any)
    expect(windows([{ ...issuer, rank: 'deprecated' }])).toEqual(any)
    expect(windows([{ ...issuer, nature: 'purported' }])).toEqual(any)
    expect(dating([{ ...issuer, nature: 'purported' }]).aside).toMatchObject([{ claims: ['c-issuer'] }])
  })

  test('that another denies are none either, unless one of them is preferred', () => {
    const said = about('signatory', { agent: 'serov', capacity: 'Deputy' })
    const denied = aClaim('c-2', 'd', 'signatory', { agent: 'serov' }, { polarity: 'denied' })
    expect(windows([said, denied])).toEqual(any)
    expect(windows([{ ...said, rank: 'preferred' }, denied])).toEqual(['1941-02-25/1941-07-30'])
    expect(windows([said, { ...denied, rank: 'deprecated' }])).toEqual(['1941-02-25/1941-07-30'])
  })

  test('that were inferred count, and are left out without inferences', () => {
    const attributed = dating([about('issuer', { agent: 'nkvd' }, { nature: 'attributed' })])
    expect(written(attributed.windows)).toEqual(['1934-07-10/1946-03-15'])
    expect(written(attributed.withoutInferences)).toEqual(any)
    expect(attributed.steps[0]?.inferred).toEqual(['issuer'])
  })
})

describe('marks', () => {
  test('of every kind that presupposes the text bound it from above', () => {
    const kinds = ['receipt', 'registry', 'dispatch', 'transmittal', 'approval', 'certification', 'secrecy']
    for (const kind of [...kinds, 'declassification', 'ownership', 'note', 'signature', 'creation'])
      expect(windows([], marked(kind)), kind).toEqual(['../1941-06-07'])
  })

  test('of an unknown kind, without a date, without a year, or on a draft bound nothing', () => {
    expect(windows([], marked('other'))).toEqual(any)
    expect(windows([], marked('receipt', { date: null }))).toEqual(any)
    expect(windows([], marked('receipt', { date: null, asRead: 'XXXX-06-07' }))).toEqual(any)
    expect(windows([], marked('receipt', {}, { transmission: 'draft' }))).toEqual(any)
    expect(dating([], marked('other')).aside).toMatchObject([{ marks: ['m'] }])
  })

  test('by which an original was signed or made are the act itself, on one of their days', () => {
    const original = { transmission: 'original' }
    expect(windows([], marked('signature', {}, original))).toEqual(['1941-06-07'])
    const twice = [aMark('m1', 'signature', '1941-06-07'), aMark('m2', 'signature', '1941-06-09')]
    expect(windows([], { witnesses: [aWitness('w', twice, original)] })).toEqual(['1941-06-07', '1941-06-09'])
  })

  test('lose what was inferred without inferences', () => {
    const year = dating([], marked('receipt', { asRead: 'XXXX-06-07', inferred: ['year'] }))
    expect([written(year.windows), written(year.withoutInferences)]).toEqual([['../1941-06-07'], any])
    const month = dating([], marked('receipt', { asRead: '1941-XX-07', inferred: ['month'] }))
    expect(written(month.withoutInferences)).toEqual(['../1941-12-07'])
  })
})

describe('copies and prints', () => {
  test('a copy was made after the text; the date of the original is the date in question', () => {
    const copied = (transmission: string | null) =>
      windows([], { witnesses: [aWitness('w', [], { transmission, date: { value: '1941-08' } })] })
    expect(copied('certified copy')).toEqual(['../1941-08-31'])
    expect(copied(null)).toEqual(['../1941-08-31'])
    expect(copied('original')).toEqual(any)
  })

  test('printed in something dated, as a witness or as a relation', () => {
    const witness = aWitness('w', [], { printedIn: { source: 'report' } })
    expect(windows([], { witnesses: [witness] })).toEqual(['../1954-12-31'])
    expect(windows([about('printed-in', { source: 'report' })])).toEqual(['../1954-12-31'])
    expect(windows([about('printed-in', { source: 'edition' })])).toEqual([`../${day}`])
    expect(dating([about('printed-in', { source: 'report' })]).steps[0]).toMatchObject({
      says: 'Is printed in “Third Interim Report” (1954).',
      sources: ['source of c-printed-in', 'report'],
    })
  })
})

describe('other documents', () => {
  test('bound by what this one claims of them', () => {
    for (const property of ['answers', 'replaces', 'quotes', 'mentions', 'copy-of', 'translation-of'])
      expect(windows([about(property, { document: 'letter' })]), property).toEqual([`${day}/..`])
    for (const property of ['annex-of', 'printed-in'])
      expect(windows([about(property, { document: 'letter' })]), property).toEqual([`../${day}`])
    for (const property of ['confused-with', 'different-from'])
      expect(windows([about(property, { document: 'letter' })]), property).toEqual(any)
  })

  test('bound by what they claim of this one', () => {
    const incoming = (property: string) => ({
      incoming: [aClaim('c-in', 'letter', property, { document: 'd' })],
    })
    for (const property of ['answers', 'replaces', 'quotes', 'mentions', 'copy-of', 'translation-of'])
      expect(windows([], incoming(property)), property).toEqual([`../${day}`])
    for (const property of ['annex-of', 'printed-in'])
      expect(windows([], incoming(property)), property).toEqual([`${day}/..`])
  })

  test('show the claims that date them under the step', () => {
    expect(dating([about('answers', { document: 'letter' })]).steps).toMatchObject([
      {
        says: 'Answers “Letter” (8 March 1941).',
        claims: ['c-answers', 'c-letter'],
        sources: ['source of c-answers', 's-letter'],
      },
    ])
  })

  test('a later annex is later, where a claim says so', () => {
    expect(windows([about('annex-of', { document: 'letter', later: true })])).toEqual([`${day}/..`])
  })

  test('next to it in a register', () => {
    const entry = { scheme: 'journal', value: '77', after: 'letter', before: 'letter' }
    const found = dating([about('identifier', entry)])
    expect(written(found.windows)).toEqual([day])
    expect(found.steps).toHaveLength(1)
    expect(found.steps[0]?.says).toBe(
      'Stands in its register after “Letter” (8 March 1941). Stands in its register before “Letter” (8 March 1941).',
    )
  })
})

describe('what the text speaks of', () => {
  test('it prepares what had not begun; what is imprecise counts at its widest', () => {
    expect(windows([about('prepares', { happening: 'deportation' })])).toEqual(['../1941-06-13'])
    expect(windows([about('prepares', { happening: 'vague' })])).toEqual(['../1941-06-30'])
    expect(windows([about('prepares', { happening: 'about' })])).toEqual(any)
  })

  test('it mentions what had begun, unless as future', () => {
    expect(windows([about('mentions', { happening: 'deportation' })])).toEqual(['1941-06-13/..'])
    expect(windows([about('mentions', { agent: 'nkgb' })])).toEqual(['1941-02-03/..'])
    expect(windows([about('mentions', { agent: 'serov', capacity: 'Deputy' })])).toEqual(['1941-02-25/..'])
    expect(windows([about('mentions', { happening: 'deportation', tense: 'future' })])).toEqual(any)
    expect(windows([about('mentions', { document: 'letter', tense: 'future' })])).toEqual(any)
  })

  test('it calls a place by a name that was in use', () => {
    expect(windows([about('mentions', { place: 'leningrad', name: 'Leningrad' })])).toEqual(['1924-01-26/..'])
    expect(windows([about('place', { place: 'leningrad', name: 'Leningrad' })])).toEqual(['1924-01-26/..'])
    expect(windows([about('place', { place: 'leningrad' })])).toEqual(any)
  })
})

describe('the date that it bears', () => {
  test('binds where it was read, in its calendar', () => {
    expect(windows([about('date-borne', { edtf: '1941-03' })])).toEqual(['1941-03-01/1941-03-31'])
    expect(windows([about('date-borne', { edtf: '1917-10-25', calendar: 'julian' })])).toEqual(['1917-11-07'])
    expect(windows([about('date-borne', { edtf: '1917-10-25', calendar: 'unknown' })])).toEqual([
      '1917-10-25',
      '1917-11-07',
    ])
  })

  test('is no evidence where it is inferred, uncertain, or there is none', () => {
    expect(windows([about('date-borne', { edtf: '1941-03' }, { nature: 'inferred' })])).toEqual(any)
    expect(windows([about('date-borne', { edtf: '1941-03?' })])).toEqual(any)
    expect(windows([about('date-borne', { none: true })])).toEqual(any)
  })

  test('of competing readings is either', () => {
    const readings = ['1941-03-01', '1941-03-07'].map((edtf) => aClaim(edtf, 'd', 'date-borne', { edtf }))
    expect(windows(readings)).toEqual(['1941-03-01', '1941-03-07'])
  })

  test('bounds from one side where face and act differ, or not at all', () => {
    const read = about('date-borne', { edtf: '1941-03-01' })
    const differs = (act: string) => aClaim('c-2', 'd', 'date-borne', { edtf: '1941-03-01', act })
    expect(windows([read, differs('later')])).toEqual(['1941-03-01/..'])
    expect(windows([read, differs('earlier')])).toEqual(['../1941-03-01'])
    expect(windows([read, differs('different')])).toEqual(any)
    expect(dating([read, differs('different')]).aside).toHaveLength(1)
  })

  test('without a year leaves its days in the years that the rest leaves', () => {
    const seventh = about('date-borne', { edtf: 'XXXX-06-07' })
    expect(windows([seventh])).toEqual(any)
    expect(windows([seventh, about('issuer', { agent: 'nkgb' })])).toEqual([
      '1941-06-07',
      '1943-06-07',
      '1944-06-07',
      '1945-06-07',
    ])
  })
})

describe('an expert’s terminus', () => {
  const terminus = (edtf: string, more: Partial<DatingClaim> = {}) =>
    about('terminus', { edtf, kind: 'paper' }, more)

  test('counts as claimed where a source argues it', () => {
    expect(windows([terminus('1954/..')])).toEqual(['1954-01-01/..'])
    expect(windows([terminus('[..1939]')])).toEqual(['../1939-12-31'])
    expect(windows([terminus('1954/..', { sources: [] })])).toEqual(any)
    expect(windows([terminus('1954/..', { sources: [{ source: 's', stance: 'disputes' }] })])).toEqual(any)
  })

  test('of a copy bounds the copy', () => {
    const on = (transmission: string, edtf: string) =>
      windows([terminus(edtf, { subject: { type: 'witness', id: 'w' } })], {
        witnesses: [aWitness('w', [], { transmission })],
      })
    expect(on('original', '1954/..')).toEqual(['1954-01-01/..'])
    expect(on('carbon', '1954/..')).toEqual(any)
    expect(on('carbon', '1930/1939')).toEqual(['../1939-12-31'])
    expect(on('draft', '1930/1939')).toEqual(['1930-01-01/..'])
  })
})

describe('a forgery', () => {
  const forged = about('authenticity', { text: 'forged' })

  test('proves nothing by its face, and much by its material', () => {
    const claims = [
      forged,
      about('signatory', { agent: 'serov', capacity: 'Deputy' }),
      about('date-borne', { edtf: '1941-03-01' }),
      about('terminus', { edtf: '1954/..', kind: 'paper' }),
    ]
    const found = dating(claims, marked('receipt'))
    expect(written(found.windows)).toEqual(['1954-01-01/..'])
    expect(found.aside).toHaveLength(3)
  })

  test('bears marks of later hands', () => {
    expect(windows([forged], marked('receipt'))).toEqual(any)
    expect(windows([forged], marked('ownership'))).toEqual(['../1941-06-07'])
  })

  test('falsified text still has its signatory', () => {
    const claims = [
      about('authenticity', { text: 'falsified' }),
      about('signatory', { agent: 'serov', capacity: 'Deputy' }),
      about('date-borne', { edtf: '1941-03-01' }),
    ]
    expect(windows(claims)).toEqual(['1941-02-25/1941-07-30'])
  })
})
