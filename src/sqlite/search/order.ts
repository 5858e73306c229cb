import type { SearchSort } from '../../ports/search-index.ts'
import type { Days, FoundDocuments } from './collect.ts'

const collator = new Intl.Collator('en', { numeric: true })

/** A document's place in an order, as a cursor tells it. */
export type Place = { key: number; score: number; tier: number }

/** And the days of its date; NaN where there is none. */
export type DatedPlace = Place & { earliest: number; latest: number }

/**
 * Whether one document comes before another: nearer tiers first, then the order. What ties comes in the order in which it was added. `titles` gives the
 * titles of documents by their keys.
 */
export function orderBy(
  sort: SearchSort,
  titles: (key: number) => string,
): (a: DatedPlace, b: DatedPlace) => boolean {
  const first = ({ earliest, latest }: DatedPlace) => day(earliest, latest) ?? Number.POSITIVE_INFINITY
  const last = ({ earliest, latest }: DatedPlace) => day(latest, earliest) ?? Number.NEGATIVE_INFINITY
  const by: Record<SearchSort, (a: DatedPlace, b: DatedPlace) => number> = {
    relevance: (a, b) => b.score - a.score,
    date: (a, b) => compare(first(a), first(b)),
    '-date': (a, b) => compare(last(b), last(a)),
    title: (a, b) => collator.compare(titles(a.key), titles(b.key)),
    added: (a, b) => b.key - a.key,
  }
  const difference = by[sort]
  return (a, b) => (a.tier - b.tier || difference(a, b) || a.key - b.key) < 0
}

/** The place of a document that is now dated so. */
export const datedPlace = (place: Place, { earliest, latest }: Days): DatedPlace => ({
  ...place,
  earliest: earliest[place.key] ?? Number.NaN,
  latest: latest[place.key] ?? Number.NaN,
})

/** Where the document at a place among those found stands in an order; `now` are the days of all by their keys. */
export function placeOf({ keys, scores, tiers, days }: FoundDocuments, at: number, now: Days): DatedPlace {
  const place = { key: keys[at] ?? 0, score: scores[at] ?? 0, tier: tiers?.[at] ?? 0 }
  if (!days) return datedPlace(place, now)
  return { ...place, earliest: days.earliest[at] ?? Number.NaN, latest: days.latest[at] ?? Number.NaN }
}

/**
 * Whether the document at one place among those found comes before that at another. By relevance, as most are asked for, no place
 * is made of each to tell.
 */
export function orderAmong(
  found: FoundDocuments,
  sort: SearchSort,
  titles: (key: number) => string,
  now: Days,
): (a: number, b: number) => boolean {
  if (sort !== 'relevance') {
    const isBefore = orderBy(sort, titles)
    return (a, b) => isBefore(placeOf(found, a, now), placeOf(found, b, now))
  }
  return byRelevance(found)
}

/** The same by relevance. */
export function byRelevance({ keys, scores, tiers }: FoundDocuments): (a: number, b: number) => boolean {
  return (a, b) => {
    const nearer = tiers ? (tiers[a] ?? 0) - (tiers[b] ?? 0) : 0
    if (nearer !== 0) return nearer < 0
    const better = (scores[b] ?? 0) - (scores[a] ?? 0)
    return better < 0 || (better === 0 && (keys[a] ?? 0) < (keys[b] ?? 0))
  }
}

/** The same documents, whose days stay what they are now. */
export function withDays(found: FoundDocuments, now: Days): FoundDocuments {
  const daysOf = (days: Float64Array) => Float64Array.from(found.keys, (key) => days[key] ?? Number.NaN)
  return { ...found, days: { earliest: daysOf(now.earliest), latest: daysOf(now.latest) } }
}

const day = (...days: number[]) => days.find((one) => !Number.isNaN(one))

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)
