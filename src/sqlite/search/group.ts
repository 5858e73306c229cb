import type { Description } from '../../domain/description.ts'
import type { SearchSort } from '../../ports/search-index.ts'
import type { FoundReading } from './found.ts'
import type { Described } from './plan.ts'

/** A document found, with its readings, best first. */
export type FoundDocument = Described & { key: number; score: number; readings: FoundReading[] }

/** Groups readings, best first, by document, in the order of their best readings. */
export function groupByDocument(readings: readonly FoundReading[]): Map<number, FoundReading[]> {
  const groups = new Map<number, FoundReading[]>()
  for (const reading of readings) {
    const group = groups.get(reading.document)
    if (group) group.push(reading)
    else groups.set(reading.document, [reading])
  }
  return groups
}

/** How many different pages stand in some readings. */
export function countPages(documents: readonly FoundDocument[]): number {
  const pages = new Set<number>()
  for (const { readings } of documents) for (const { page } of readings) if (page !== null) pages.add(page)
  return pages.size
}

const collator = new Intl.Collator('en', { numeric: true })
const last = Number.POSITIVE_INFINITY

/** Sorts documents; what ties keeps the order in which it was added. */
export function sortDocuments(documents: FoundDocument[], sort: SearchSort): FoundDocument[] {
  const by: Record<SearchSort, (a: FoundDocument, b: FoundDocument) => number> = {
    relevance: (a, b) => a.score - b.score,
    date: (a, b) => compare(a.earliest ?? a.latest ?? last, b.earliest ?? b.latest ?? last),
    '-date': (a, b) => compare(b.latest ?? b.earliest ?? -last, a.latest ?? a.earliest ?? -last),
    title: (a, b) => collator.compare(a.view.title, b.view.title),
    added: (a, b) => b.key - a.key,
  }
  return documents.sort((a, b) => by[sort](a, b) || a.key - b.key)
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)

/** The description as the index keeps it, with its days. */
export const describedOf = (row: {
  view: string
  earliest: number | null
  latest: number | null
}): Described => ({
  view: JSON.parse(row.view) as Description,
  earliest: row.earliest,
  latest: row.latest,
})
