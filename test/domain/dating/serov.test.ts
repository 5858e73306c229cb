import { describe, expect, test } from 'vitest'
import type { AgentFacts } from '../../../src/domain/dating/case.ts'
import { dateDocument } from '../../../src/domain/dating/date-documents.ts'
import { aBody, aCase, aClaim, aMark, aPerson, aWitness, surroundings, verdicts, written } from './support.ts'

// The facts of the sample archive: when the NKGB existed, what the copy from Šiauliai bears, what the paper prepares.
const office = "Deputy People's Commissar for State Security"
const nkgb = aBody('NKGB', '1941-02-03/1941-07-20', '1943-04-14/1946-03-15')
const serov = aPerson('Ivan Serov', '1905-08-13/1990-07-01')

const stamp = aMark('m-stamp', 'receipt', '1941-06-07', {
  asRead: 'XXXX-06-07',
  inferred: ['year'],
  because: 'the NKGB existed on a 7 June before the deportation in 1941 only',
  sources: ['s-shtromas'],
})

const instructions = aCase(
  'd-serov',
  [
    aClaim('c-issuer', 'd-serov', 'issuer', { agent: 'a-nkgb' }),
    aClaim('c-signatory', 'd-serov', 'signatory', { agent: 'a-serov', capacity: office }),
    aClaim('c-prepares', 'd-serov', 'prepares', { happening: 'h-deportation' }),
    aClaim('c-1939', 'd-serov', 'date', { edtf: '1939-10-11', event: 'signed' }, { rank: 'deprecated' }),
    aClaim('c-january', 'd-serov', 'date', { edtf: '1941-01-21', event: 'signed' }),
    aClaim('c-undated', 'd-serov', 'date-borne', { none: true }),
    aClaim('c-confused', 'd-serov', 'confused-with', { document: 'd-order' }),
  ],
  { witnesses: [aWitness('w-siauliai', [stamp], { label: 'Šiauliai', transmission: 'carbon' })] },
)

const thingsWith = (agents: Record<string, AgentFacts> = {}) =>
  surroundings({
    agents: { 'a-nkgb': nkgb, 'a-serov': serov, ...agents },
    happenings: {
      'h-deportation': { name: 'the June deportation', date: { value: '1941-06-13/1941-06-14' } },
    },
  })

describe('the Serov Instructions', () => {
  const dating = dateDocument(instructions, thingsWith())

  test('were written between 3 February and 7 June 1941', () => {
    expect(dating.windows).toEqual([{ earliest: '1941-02-03', latest: '1941-06-07' }])
    expect(dating.edtf).toBe('[1941-02-03..1941-06-07]')
    expect(dating.status).toBe('inferred')
    expect(dating.says).toBe('some day between 3 February and 7 June 1941')
    expect(dating.conflict).toBeNull()
  })

  test('without the inferred year only the deportation bounds them', () => {
    expect(dating.withoutInferences).toEqual([{ earliest: '1941-02-03', latest: '1941-06-13' }])
  })

  test('show every step with what it rests on', () => {
    expect(dating.steps.map(({ n, says }) => `${n} ${says}`)).toEqual([
      '1 Issued by the NKGB, which existed 3 February – 20 July 1941 and 14 April 1943 – 15 March 1946.',
      '2 Signed by Ivan Serov, who lived 13 August 1905 – 1 July 1990.',
      '3 A carbon copy (Šiauliai) bears a receipt stamp of 7 June 1941 (read XXXX-06-07; the year is inferred: the NKGB existed on a 7 June before the deportation in 1941 only).',
      '4 Prepares the June deportation, which began on 13 June 1941.',
    ])
    expect(dating.steps[0]).toMatchObject({
      claims: ['c-issuer', 'existence of NKGB'],
      sources: ['source of c-issuer'],
      bound: {
        windows: [
          { earliest: '1941-02-03', latest: '1941-07-20' },
          { earliest: '1943-04-14', latest: '1946-03-15' },
        ],
      },
      inferred: [],
    })
    expect(dating.steps[2]).toMatchObject({
      marks: ['m-stamp'],
      sources: ['s-shtromas'],
      bound: { windows: [{ earliest: null, latest: '1941-06-07' }] },
      inferred: ['year'],
    })
  })

  test('refute both dates of the literature, by how much and why', () => {
    expect(dating.claims).toMatchObject([
      {
        claim: 'c-1939',
        edtf: '1939-10-11',
        dated: '11 October 1939',
        windows: [{ earliest: '1939-10-11', latest: '1939-10-11' }],
        verdict: 'refuted',
        days: -481,
        because: [{ step: 1, days: -481, says: '481 days before the NKGB existed' }],
        says: 'Refuted by step 1: 481 days before the NKGB existed.',
      },
      {
        claim: 'c-january',
        verdict: 'refuted',
        days: -13,
        because: [{ step: 1, days: -13 }],
        says: 'Refuted by step 1: 13 days before the NKGB existed.',
      },
    ])
  })

  test('agree with 21 January if the body had existed from 1 January, and the window widens', () => {
    const earlier = aBody('NKGB', '1941-01-01/1941-07-20', '1943-04-14/1946-03-15')
    const changed = dateDocument(instructions, thingsWith({ 'a-nkgb': earlier }))
    expect(written(changed.windows)).toEqual(['1941-01-01/1941-06-07'])
    expect(verdicts(changed)).toEqual({ 'c-1939': 'refuted -448', 'c-january': 'agrees 0' })
  })

  test('lie after the day on which Serov took the office, where it is known', () => {
    const held = aPerson('Ivan Serov', '1905-08-13/1990-07-01', { [office]: '1941-02-25/..' })
    const changed = dateDocument(instructions, thingsWith({ 'a-serov': held }))
    expect(written(changed.windows)).toEqual(['1941-02-25/1941-06-07'])
    expect(changed.steps[1]?.says).toBe(
      `Signed by Ivan Serov as ${office}, an office held from 25 February 1941 on.`,
    )
    expect(verdicts(changed)).toEqual({ 'c-1939': 'refuted -503', 'c-january': 'refuted -35' })
    expect(changed.claims[1]?.because.map(({ step, days }) => [step, days])).toEqual([
      [1, -13],
      [2, -35],
    ])
  })
})
