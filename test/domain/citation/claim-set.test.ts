import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalClaims, differenceOf, standingAt } from '../../../src/domain/citation/claim-set.ts'
import { type Claim, claimOf } from '../../../src/domain/claim.ts'

const aClaim = (
  id: string,
  property: string,
  revisionOf: string | null = null,
  at = '2026-01-01T00:00:00Z',
) =>
  claimOf(
    id,
    { subject: { type: 'document', id: 'd1' }, property, value: { text: id }, revisionOf },
    'me',
    at,
  )

// The same claim with its fields in another order, which the type of fromEntries no longer tells.
const turned = (claim: Claim): Claim =>
  Object.fromEntries(Object.entries(claim).reverse()) as unknown as Claim

describe('the canonical text of a set of claims', () => {
  test('depends on neither the order of claims nor that of their members', () => {
    const claims = ['c1', 'c2', 'c3', 'c4'].map((id) => aClaim(id, 'subject'))
    fc.assert(
      fc.property(fc.shuffledSubarray(claims, { minLength: 4 }), (order) => {
        expect(canonicalClaims(order.map(turned))).toBe(canonicalClaims(claims))
      }),
    )
  })

  test('is another when anything in a claim is', () => {
    const claim = aClaim('c1', 'title')
    const others: Claim[] = [
      { ...claim, value: { text: 'else' } },
      { ...claim, rank: 'preferred' },
      { ...claim, sources: [{ source: 's1', locator: null, quote: null, stance: 'states' }] },
      { ...claim, note: 'x' },
    ]
    for (const other of others) expect(canonicalClaims([other])).not.toBe(canonicalClaims([claim]))
  })
})

describe('what has changed', () => {
  const first = aClaim('c1', 'title')
  const second = aClaim('c2', 'date', null, '2026-02-01T00:00:00Z')
  const revised = aClaim('c3', 'title', 'c1', '2026-03-01T00:00:00Z')

  test('a revision counts once, with its property', () => {
    expect(differenceOf([first], [second, revised])).toEqual({ claims: 2, properties: ['date', 'title'] })
    expect(differenceOf([first, second], [second])).toEqual({ claims: 1, properties: ['title'] })
    expect(differenceOf([first], [first])).toEqual({ claims: 0, properties: [] })
  })

  test('a time has the claims that stood then', () => {
    const all = [first, second, revised]
    expect(standingAt(all, '2026-02-15T00:00:00Z')).toEqual([first, second])
    expect(standingAt(all, '2026-03-01T00:00:00Z')).toEqual([second, revised])
  })
})
