import { describe, expect, test } from 'vitest'
import { atTime, byProperty, type Claim } from '../../../src/web/provenance/claims.ts'
import { regionOf } from '../../../src/web/provenance/region.ts'

const aClaim = (id: string, over: Partial<Claim> = {}): Claim => ({
  ...{ id, subject: { type: 'document', id: 'd' }, property: 'title', value: { text: id } },
  ...{
    polarity: 'asserted',
    rank: 'normal',
    reasons: [],
    certainty: 'unknown',
    nature: 'stated',
    sources: [],
  },
  ...{ note: null, recordedBy: 'a', recordedAt: '2026-01-01T00:00:00.000Z', revisionOf: null },
  ...over,
})
const ids = (claims: readonly Claim[] = []) => claims.map(({ id }) => id)

describe('claims by property', () => {
  test('what people see is preferred, else normal; denied and deprecated ones stand beside it', () => {
    const others = [aClaim('no', { polarity: 'denied' }), aClaim('old', { rank: 'deprecated' })]
    const [normal] = byProperty([aClaim('a'), ...others], ['title'])
    expect([ids(normal?.shown), ids(normal?.others)]).toEqual([['a'], ['no', 'old']])
    const [settled] = byProperty([aClaim('a'), aClaim('b', { rank: 'preferred' }), ...others], ['title'])
    expect([ids(settled?.shown), ids(settled?.others)]).toEqual([['b'], ['a', 'no', 'old']])
  })

  test('a revision takes the place of what it revises, which is kept behind it', () => {
    const claims = [aClaim('a'), aClaim('b', { revisionOf: 'a' }), aClaim('c', { revisionOf: 'b' })]
    const [group] = byProperty(claims, [])
    expect(ids(group?.shown)).toEqual(['c'])
    expect(ids(group?.earlier.get('c'))).toEqual(['b', 'a'])
  })

  test('properties come as the vocabulary orders them, unknown ones last', () => {
    const claims = ['zeal', 'date', 'title', 'awe'].map((property) => aClaim(property, { property }))
    const order = byProperty(claims, ['title', 'date']).map(({ property }) => property)
    expect(order).toEqual(['title', 'date', 'awe', 'zeal'])
  })

  test('as of a time there are the claims that had been made, so that what was revised later stands', () => {
    const later = { recordedAt: '2026-02-01T00:00:00.000Z' }
    const claims = [aClaim('a'), aClaim('b', { revisionOf: 'a', ...later })]
    const [then] = byProperty(atTime(claims, '2026-01-15T12:00:00Z'), [])
    expect(ids(then?.shown)).toEqual(['a'])
    expect(atTime(claims, 'no time at all')).toHaveLength(2)
  })
})

test('the region of a mark is asked for with a margin that stays on the page', () => {
  expect(regionOf([640, 1010, 470, 190])).toEqual({
    ...{ xywh: '640,1010,470,190', around: '602,972,546,266', width: 546, height: 266 },
  })
  expect(regionOf([5, 5, 100, 50])?.around).toBe('0,0,113,63')
  for (const box of [null, [], [1, 2, 3], [1, 2, 0, 4], ['a', 1, 2, 3]]) expect(regionOf(box)).toBeNull()
})
