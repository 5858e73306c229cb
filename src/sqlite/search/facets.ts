import type { FacetCount, Facets, HistogramBins, SearchResult } from '../../ports/search-index.ts'
import type { FoundDocuments } from './collect.ts'
import { bits } from './filters.ts'
import { type HeldDocuments, noYear } from './held-documents.ts'
import type { Values } from './values.ts'

const mostValues = 50
/** A date that spans more years says nothing in a picture by year. */
const mostYears = 1000

/** In how many of the documents found each value stands, whatever the filter says of that facet itself. */
export function facetsOf(found: FoundDocuments, documents: HeldDocuments): Facets {
  const { values } = documents
  const single = (name: 'type' | 'language' | 'collection' | 'creator') => {
    const counts = new Int32Array(values[name].names.length)
    const numbers = documents[name]
    forEach(found, bits[name], (key) => count(counts, numbers[key] ?? 0))
    return ranked(counts, values[name])
  }
  const subjects = new Int32Array(values.subject.names.length)
  forEach(found, bits.subject, (key) => {
    for (const subject of documents.subjectSets.members[documents.subjects[key] ?? 0] ?? [])
      count(subjects, subject)
  })
  return {
    type: single('type'),
    language: single('language'),
    collection: single('collection'),
    creator: single('creator'),
    subject: ranked(subjects, values.subject),
    decade: decadesOf(found, documents),
  }
}

function decadesOf(found: FoundDocuments, documents: HeldDocuments): FacetCount[] {
  const counts = countSpans(found, documents, (year) => Math.floor(year / 10)).counts
  return [...counts]
    .map(([decade, count]) => ({ value: `${decade * 10}s`, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, mostValues)
}

/** In how many documents each year stands, in every year that a date touches, and those that no year can stand for. */
export function histogramOf(
  found: FoundDocuments,
  documents: HeldDocuments,
): { histogram: SearchResult['histogram']; histogramBins: HistogramBins } {
  const { counts, bins } = countSpans(found, documents, (year) => year)
  const histogram = [...counts].map(([year, count]) => ({ year, count })).sort((a, b) => a.year - b.year)
  return { histogram, histogramBins: bins }
}

/** Counts each step (a year, a decade) that a document's date touches. */
function countSpans(
  found: FoundDocuments,
  { firstYear, lastYear }: HeldDocuments,
  stepOf: (year: number) => number,
) {
  const bins: HistogramBins = { undated: 0, openStart: 0, openEnd: 0, vague: 0 }
  // How many more documents touch a step than the one before it.
  const changes = new Map<number, number>()
  const change = (step: number, by: number) => changes.set(step, (changes.get(step) ?? 0) + by)
  forEach(found, bits.date, (key) => {
    const first = firstYear[key] ?? noYear
    const last = lastYear[key] ?? noYear
    if (first === noYear && last === noYear) bins.undated++
    else if (first === noYear) bins.openStart++
    else if (last === noYear) bins.openEnd++
    else if (last - first >= mostYears) bins.vague++
    else {
      change(stepOf(first), 1)
      change(stepOf(last) + 1, -1)
    }
  })
  const steps = [...changes.keys()].sort((a, b) => a - b)
  const counts = new Map<number, number>()
  let touching = 0
  for (const [at, step] of steps.entries()) {
    touching += changes.get(step) ?? 0
    if (touching > 0) for (let one = step; one < (steps[at + 1] ?? step); one++) counts.set(one, touching)
  }
  return { counts, bins }
}

/** Does something with each document found in full that fails no condition but, at most, the one of a facet. */
function forEach(
  { size, keys, fails, tiers }: FoundDocuments,
  own: number,
  act: (key: number) => void,
): void {
  for (let at = 0; at < size; at++) {
    if (((fails[at] ?? 0) & ~own) === 0 && !tiers?.[at]) act(keys[at] ?? 0)
  }
}

function count(counts: Int32Array, value: number): void {
  counts[value] = (counts[value] ?? 0) + 1
}

function ranked(counts: Int32Array, { names }: Values): FacetCount[] {
  const present: FacetCount[] = []
  for (let at = 1; at < counts.length; at++) {
    const count = counts[at] ?? 0
    if (count > 0) present.push({ value: names[at] ?? '', count })
  }
  return present.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, mostValues)
}
