import type { SearchSort } from '../../ports/search-index.ts'
import type { FoundDocuments } from './collect.ts'
import type { HeldDocuments } from './held-documents.ts'

const collator = new Intl.Collator('en', { numeric: true })

/** A document's place in an order, as a cursor tells it. */
export type Place = { key: number; score: number; tier: number }

/**
 * Whether one document comes before another: nearer tiers first, then the order. What ties comes in the order in which it was added. `titles` gives the
 * titles of documents by their keys.
 */
export function orderBy(
  sort: SearchSort,
  { earliest, latest }: HeldDocuments,
  titles: (key: number) => string,
): (a: Place, b: Place) => boolean {
  const day = (...days: (number | undefined)[]) => days.find((one) => one !== undefined && !Number.isNaN(one))
  const first = (key: number) => day(earliest[key], latest[key]) ?? Number.POSITIVE_INFINITY
  const last = (key: number) => day(latest[key], earliest[key]) ?? Number.NEGATIVE_INFINITY
  const by: Record<SearchSort, (a: Place, b: Place) => number> = {
    relevance: (a, b) => b.score - a.score,
    date: (a, b) => compare(first(a.key), first(b.key)),
    '-date': (a, b) => compare(last(b.key), last(a.key)),
    title: (a, b) => collator.compare(titles(a.key), titles(b.key)),
    added: (a, b) => b.key - a.key,
  }
  const difference = by[sort]
  return (a, b) => (a.tier - b.tier || difference(a, b) || a.key - b.key) < 0
}

/** Where the document at a place among those found stands in an order. */
export const placeOf = (found: FoundDocuments, at: number): Place => ({
  key: found.keys[at] ?? 0,
  score: found.scores[at] ?? 0,
  tier: found.tiers?.[at] ?? 0,
})

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)
