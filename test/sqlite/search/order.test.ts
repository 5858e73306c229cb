import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FoundDocuments } from '../../../src/sqlite/search/collect.ts'
import { orderAmong, orderBy, placeOf } from '../../../src/sqlite/search/order.ts'

const aDocument = fc.record({
  key: fc.integer({ min: 1, max: 1000 }),
  score: fc.integer({ min: 0, max: 3 }),
  tier: fc.integer({ min: 0, max: 2 }),
  day: fc.constantFrom(Number.NaN, 2_430_000, 2_430_001),
})

test('documents found come in the order of their places, whatever orders them', () => {
  const documents = fc.uniqueArray(aDocument, { selector: ({ key }) => key, minLength: 1, maxLength: 20 })
  const sorts = fc.constantFrom('relevance', 'date', '-date', 'title', 'added')
  fc.assert(
    fc.property(documents, sorts, fc.boolean(), (all, sort, isRelaxed) => {
      const found: FoundDocuments = {
        size: all.length,
        keys: Int32Array.from(all, ({ key }) => key),
        scores: Float32Array.from(all, ({ score }) => score),
        pageHits: new Int32Array(all.length),
        fails: new Uint8Array(all.length),
        hasPagesTwice: false,
        ...(isRelaxed && { tiers: Uint8Array.from(all, ({ tier }) => tier) }),
      }
      const days = new Float64Array(1001)
      for (const { key, day } of all) days[key] = day
      const now = { earliest: days, latest: days }
      const titleOf = (key: number) => `Title ${key % 7}`
      const isBefore = orderBy(sort, titleOf)
      const isBeforeAmong = orderAmong(found, sort, titleOf, now)
      for (const a of all.keys())
        for (const b of all.keys())
          expect(isBeforeAmong(a, b)).toBe(isBefore(placeOf(found, a, now), placeOf(found, b, now)))
    }),
  )
})
