import { expect, test } from 'vitest'
import { disputesOf } from '../../../src/domain/claim/disputes.ts'
import type { ClaimValue } from '../../../src/domain/claim.ts'
import { aClaim } from '../../support/builders.ts'

const said = (property: string, ...values: ClaimValue[]) => values.map((value) => aClaim({ property, value }))
const date = (edtf: string, event = 'written') => ({ edtf, event, asWritten: null, calendar: 'gregorian' })

test('only what can have one value is disputed', () => {
  expect(disputesOf(said('issuer', { agent: 'a1' }, { agent: 'a2' }))).toEqual(['issuer'])
  expect(disputesOf(said('signatory', { agent: 'a1' }, { agent: 'a2' }))).toEqual([])
  expect(disputesOf(said('issuer', { agent: 'a1', capacity: 'x' }, { agent: 'a1' }))).toEqual([])
})

test('dates of other events and numbers of other schemes do not compete', () => {
  expect(disputesOf(said('date', date('1941'), date('1942', 'signed')))).toEqual([])
  expect(disputesOf(said('date', date('1941'), date('1942')))).toEqual(['date'])
  const number = (scheme: string, value: string) => ({ scheme, value })
  expect(disputesOf(said('identifier', number('number', '1'), number('isbn', '2')))).toEqual([])
  expect(disputesOf(said('identifier', number('number', '1'), number('number', '2')))).toEqual(['identifier'])
})

test('relations are left out, lest they tell of documents that are hidden', () => {
  expect(disputesOf(said('copy-of', { document: 'd1' }, { document: 'd2' }))).toEqual([])
})

test('that there is none disputes a value; that nobody knows it does not', () => {
  expect(disputesOf(said('issuer', { none: true }, { agent: 'a1' }))).toEqual(['issuer'])
  expect(disputesOf(said('issuer', { unknown: true }, { agent: 'a1' }))).toEqual([])
  const number = { scheme: 'number', value: '1' }
  expect(disputesOf(said('identifier', { none: true, scheme: 'number' }, number))).toEqual(['identifier'])
})

test('a preference settles it, and neither denied, deprecated nor revised claims take part', () => {
  const [one, other] = said('issuer', { agent: 'a1' }, { agent: 'a2' })
  if (!one || !other) throw new Error('There are two.')
  expect(disputesOf([{ ...one, rank: 'preferred' }, other])).toEqual([])
  expect(disputesOf([one, { ...other, polarity: 'denied' }])).toEqual([])
  expect(disputesOf([one, { ...other, rank: 'deprecated' }])).toEqual([])
  expect(
    disputesOf([one, other, aClaim({ property: 'issuer', value: { agent: 'a1' }, revisionOf: other.id })]),
  ).toEqual([])
})

test('a value that is denied is disputed, one of many too, until one of both is preferred', () => {
  const [one, other] = said('signatory', { agent: 'a1' }, { agent: 'a2' })
  const [denial] = said('signatory', { agent: 'a1', capacity: 'x' })
  if (!one || !other || !denial) throw new Error('There are three.')
  const denied = { ...denial, polarity: 'denied' } as const
  expect(disputesOf([one, other, denied])).toEqual(['signatory'])
  expect(disputesOf([other, denied])).toEqual([])
  expect(disputesOf([{ ...one, rank: 'preferred' }, denied])).toEqual([])
  expect(
    disputesOf([
      { ...one, rank: 'preferred' },
      { ...denied, rank: 'preferred' },
    ]),
  ).toEqual(['signatory'])
})

test('those merged into one are one', () => {
  const claims = said('issuer', { agent: 'a1' }, { agent: 'a2' })
  expect(disputesOf(claims, (id) => (id === 'a1' ? 'a2' : id))).toEqual([])
})
