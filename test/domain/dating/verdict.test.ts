import { describe, expect, test } from 'vitest'
import type { DatingClaim } from '../../../src/domain/dating/case.ts'
import { dateDocument } from '../../../src/domain/dating/date-documents.ts'
import { aBody, aCase, aClaim, aMark, aPerson, aWitness, surroundings, verdicts, written } from './support.ts'

const things = surroundings({
  agents: {
    nkgb: aBody('NKGB', '1941-02-03/1941-07-20', '1943-04-14/1946-03-15'),
    late: aPerson('A late signer', '1950/1960'),
  },
})
const issuer = aClaim('c-issuer', 'd', 'issuer', { agent: 'nkgb' })
const date = (id: string, edtf: string | null, more: Partial<DatingClaim> = {}, value: object = {}) =>
  aClaim(id, 'd', 'date', { edtf, event: 'written', ...value }, more)
const stamped = { witnesses: [aWitness('w', [aMark('m', 'receipt', '1943-06-07')])] }
const dating = (...claims: DatingClaim[]) => dateDocument(aCase('d', claims), things)

describe('with evidence', () => {
  test('a claim agrees, is possible, or is refuted by so many days', () => {
    const found = dating(
      issuer,
      date('1 inside', '1941-03'),
      date('2 across', '1941'),
      date('3 before', '1941-01-21'),
      date('4 after', '1946-03-16'),
      date('5 between', '1942-01-01'),
      date('6 all', '[1941-03,1944]'),
    )
    expect(verdicts(found)).toEqual({
      '1 inside': 'agrees 0',
      '2 across': 'possible 0',
      '3 before': 'refuted -13',
      '4 after': 'refuted 1',
      '5 between': 'refuted 165',
      '6 all': 'agrees 0',
    })
    expect(found.claims.map(({ says }) => says).slice(2, 5)).toEqual([
      'Refuted by step 1: 13 days before the NKGB existed.',
      'Refuted by step 1: 1 day after the NKGB had ceased to exist.',
      'Refuted by step 1: 165 days outside the periods in which the NKGB existed.',
    ])
    expect(found.claims[1]?.because).toMatchObject([{ step: 1, days: 0 }])
  })

  test('steps that refute a claim only together are named together', () => {
    const found = dateDocument(aCase('d', [issuer, date('c', '[1941-09..1943-05,1946-01]')], stamped), things)
    expect(verdicts(found)).toEqual({ c: 'possible 0' })
    const other = dateDocument(aCase('d', [issuer, date('c', '[1942-01..1942-05,1946-01]')], stamped), things)
    expect(verdicts(other)).toEqual({ c: 'refuted 165' })
    expect(other.claims[0]?.because.map(({ step }) => step)).toEqual([1, 2])
    expect(other.claims[0]?.says).toBe('Refuted by steps 1 and 2 together.')
  })

  test('“about” is never refuted, and an uncertain date is where none of its days is left', () => {
    expect(verdicts(dating(issuer, date('c', '1939~')))).toEqual({ c: 'unresolvable -400' })
    expect(verdicts(dating(issuer, date('c', '1944~')))).toEqual({ c: 'agrees 0' })
    expect(verdicts(dating(issuer, date('c', '1939?')))).toEqual({ c: 'refuted -400' })
  })

  test('what has no days cannot be judged', () => {
    const found = dating(issuer, date('1', null), date('2', 'spring'), date('3', null, {}, { unknown: true }))
    expect(verdicts(found)).toEqual({
      1: 'unresolvable null',
      2: 'unresolvable null',
      3: 'unresolvable null',
    })
  })

  test('a Julian date is judged by its days', () => {
    expect(verdicts(dating(issuer, date('c', '1941-01-22', {}, { calendar: 'julian' })))).toEqual({
      c: 'agrees 0',
    })
  })

  test('a day without a year is judged by whether any such day is left', () => {
    expect(verdicts(dating(issuer, date('c', 'XXXX-06-07')))).toEqual({ c: 'possible 0' })
    const short = aCase('d', [aClaim('f', 'd', 'date-borne', { edtf: '1941-03' }), date('c', 'XXXX-06-07')])
    expect(verdicts(dateDocument(short, things))).toEqual({ c: 'refuted 68' })
  })

  test('a denial is refuted where it denies all that is left', () => {
    const denied = (id: string, edtf: string) => date(id, edtf, { polarity: 'denied' })
    const found = dating(issuer, denied('1', '1939'), denied('2', '1941'), denied('3', '1941/1946'))
    expect(found.claims.map(({ verdict }) => verdict)).toEqual(['agrees', 'possible', 'refuted'])
  })

  test('deprecated claims are judged, dates of receipt are not', () => {
    const found = dating(
      issuer,
      date('1', '1939', { rank: 'deprecated' }),
      date('2', '1939', {}, { event: 'received' }),
    )
    expect(verdicts(found)).toEqual({ 1: 'refuted -400' })
  })
})

describe('without evidence', () => {
  test('the windows are the union of the date claims', () => {
    const found = dating(
      date('1', '1939-10-11'),
      date('2', '1941'),
      date('3', '1950', { rank: 'deprecated' }),
    )
    expect(written(found.windows)).toEqual(['1939-10-11', '1941-01-01/1941-12-31'])
    expect(found.status).toBe('stated')
    expect(found.edtf).toBe('[1939-10-11,1941]')
    expect(verdicts(found)).toEqual({ 1: 'agrees 0', 2: 'agrees 0', 3: 'unresolvable null' })
  })

  test('a single date keeps how it is written', () => {
    expect(dating(date('1', '1941~'))).toMatchObject({ edtf: '1941~', status: 'stated' })
    expect(dating(date('1', '1941-02/1941-06')).edtf).toBe('1941-02/1941-06')
    expect(dating(date('1', '1917-10-25', {}, { calendar: 'julian' })).edtf).toBe('1917-11-07')
  })

  test('inferred dates are inferred', () => {
    const found = dating(date('1', '1941', { nature: 'inferred' }))
    expect(found.status).toBe('inferred')
    expect(written(found.withoutInferences)).toEqual(['../..'])
  })

  test('nothing at all is unknown', () => {
    expect(dating()).toMatchObject({ status: 'unknown', edtf: null, steps: [], claims: [], conflict: null })
    expect(written(dating().windows)).toEqual(['../..'])
    expect(dating().date).toMatchObject({ status: 'unknown', says: 'a date not known' })
  })
})

describe('its date', () => {
  test('is the preferred claim, conflicting where the evidence refutes it', () => {
    expect(dating(issuer, date('c', '1944', { rank: 'preferred' })).date).toMatchObject({
      edtf: '1944',
      status: 'stated',
      claims: ['c'],
      says: '1944',
    })
    const refuted = dating(issuer, date('c', '1954', { rank: 'preferred' }))
    expect(refuted.date).toMatchObject({ edtf: '1954', status: 'conflicting' })
    expect(refuted.status).toBe('inferred')
  })

  test('is the windows where none is preferred', () => {
    const { date: found, edtf } = dating(issuer, date('c', '1944'))
    expect(found).toMatchObject({ edtf, status: 'inferred', claims: [] })
  })
})

describe('a conflict', () => {
  const late = aClaim('c-late', 'd', 'signatory', { agent: 'late' })

  test('names the smallest evidence that cannot hold together, and empties the windows', () => {
    const bears = aClaim('c-bears', 'd', 'date-borne', { edtf: '1945-01-01' })
    const found = dateDocument(aCase('d', [issuer, late, bears, date('c', '1950')]), things)
    expect(found).toMatchObject({ status: 'conflicting', edtf: null, windows: [] })
    expect(found.conflict).toMatchObject({
      kind: 'evidence',
      claims: ['c-issuer', 'existence of NKGB', 'c-late'],
      steps: [1, 2],
      says: 'These cannot hold together: Issued by the NKGB, which existed 3 February – 20 July 1941 and 14 April 1943 – 15 March 1946. Signed by A late signer, who lived 1950–1960.',
    })
    expect(found.claims).toMatchObject([{ verdict: 'unresolvable', because: [{ step: 1 }, { step: 3 }] }])
  })

  test('may need more than two pieces', () => {
    const claims = [issuer, aClaim('c-bears', 'd', 'date-borne', { edtf: '[1941-03,1950]' })]
    const found = dateDocument(
      aCase('d', [...claims, aClaim('c-terminus', 'd', 'terminus', { edtf: '1942/..', kind: 'paper' })]),
      things,
    )
    expect(found.conflict?.steps).toEqual([1, 2, 3])
  })
})
