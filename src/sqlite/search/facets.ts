import { civilOfDay } from '../../domain/date/day.ts'
import { type FacetCount, type Facets, facetNames, type SearchResult } from '../../ports/search-index.ts'
import type { Described } from './plan.ts'

const mostValues = 50
/** A date that spans more years says nothing in a picture by year. */
const mostYears = 1000

/** How many of the documents bear each value, the most frequent first. */
export function facetsOf(documents: readonly Described[]): Facets {
  const counts = Object.fromEntries(facetNames.map((name) => [name, new Map<string, number>()]))
  const count = (name: string, value: string | null) => {
    const values = counts[name]
    if (values && value !== null) values.set(value, (values.get(value) ?? 0) + 1)
  }
  for (const { view, earliest, latest } of documents) {
    count('type', view.type)
    count('language', view.language)
    count('collection', view.collection)
    count('creator', view.creator)
    for (const subject of new Set(view.subjects)) count('subject', subject)
    for (const decade of new Set(yearsOf(earliest, latest).map((year) => Math.floor(year / 10) * 10))) {
      count('decade', `${decade}s`)
    }
  }
  return Object.fromEntries(facetNames.map((name) => [name, ranked(counts[name] ?? new Map())])) as Facets
}

/** In how many documents each year stands: in every year that a date touches. */
export function histogramOf(documents: readonly Described[]): SearchResult['histogram'] {
  const counts = new Map<number, number>()
  for (const { earliest, latest } of documents) {
    for (const year of yearsOf(earliest, latest)) counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  return [...counts].map(([year, count]) => ({ year, count })).sort((a, b) => a.year - b.year)
}

function yearsOf(earliest: number | null, latest: number | null): number[] {
  if (earliest === null || latest === null) return []
  const from = civilOfDay(earliest).year
  const to = civilOfDay(latest).year
  if (to - from >= mostYears) return []
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

const ranked = (values: Map<string, number>): FacetCount[] =>
  [...values]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, mostValues)
