import { firstOf } from '../../domain/ranking/top.ts'
import type { FacetCount, Facets, HistogramBins, SearchResult } from '../../ports/search-index.ts'
import type { FoundDocuments } from './collect.ts'
import { withOuter } from './collection-tree.ts'
import { bits } from './filters.ts'
import type { HeldDocuments } from './held-documents.ts'
import { numberOf, type Values } from './values.ts'

const mostValues = 50
/** A date that spans more years says nothing in a picture by year. */
const mostYears = 1000

/** What is counted of the documents found. */
export type Counts = Pick<SearchResult, 'facets' | 'histogram' | 'histogramBins'>

/** What stands in the place of counts that nobody wants. */
export const noCounts = (): Counts => ({
  facets: { type: [], language: [], collection: [], creator: [], subject: [], decade: [] },
  histogram: [],
  histogramBins: { undated: 0, openStart: 0, openEnd: 0, vague: 0 },
})

/**
 * In how many of the documents found each value stands, whatever the filter says of that facet itself; and each year, in
 * every year that a date touches, with those that no year can stand for.
 */
export function countsOf(found: FoundDocuments, documents: HeldDocuments): Counts {
  const dates = countBy(found, bits.date, documents.windows, documents.dates.years.length)
  const { counts, bins } = countSpans(dates, documents, (year) => year)
  const histogram = [...counts].map(([year, count]) => ({ year, count })).sort((a, b) => a.year - b.year)
  return { facets: facetsOf(found, documents, dates), histogram, histogramBins: bins }
}

function facetsOf(found: FoundDocuments, documents: HeldDocuments, dates: Int32Array): Facets {
  const { values, subjectSets, collectionSets } = documents
  const single = (name: 'type' | 'language' | 'creator') =>
    ranked(countBy(found, bits[name], documents[name], values[name].names.length), values[name])
  const subjects = countMembers(
    countBy(found, bits.subject, documents.subjects, subjectSets.members.length),
    (set) => subjectSets.members[set] ?? [],
    values.subject,
  )
  const collections = countMembers(
    countBy(found, bits.collection, documents.collections, collectionSets.members.length),
    (set) => withAllOuter(collectionSets.members[set] ?? [], documents),
    values.collection,
  )
  return {
    type: single('type'),
    language: single('language'),
    collection: ranked(collections, values.collection),
    creator: single('creator'),
    subject: ranked(subjects, values.subject),
    decade: decadesOf(dates, documents),
  }
}

/** How often each value stands in sets that were counted. */
function countMembers(
  sets: Int32Array,
  membersOf: (set: number) => readonly number[],
  { names }: Values,
): number[] {
  // Those in which a collection lies may have no number until they are counted.
  const counts = names.map(() => 0)
  for (let set = 0; set < sets.length; set++) {
    const count = sets[set] ?? 0
    if (count > 0) for (const value of membersOf(set)) counts[value] = (counts[value] ?? 0) + count
  }
  return counts
}

/** Collections with those in which they lie, each once, as the filter has it. */
function withAllOuter(members: readonly number[], { values, tree }: HeldDocuments): number[] {
  const outer = members.flatMap((number) => withOuter(tree, values.collection.names[number] ?? ''))
  return [...new Set(outer)].map((id) => numberOf(values.collection, id))
}

function decadesOf(dates: Int32Array, documents: HeldDocuments): FacetCount[] {
  const { counts } = countSpans(dates, documents, (year) => Math.floor(year / 10))
  return [...counts]
    .map(([decade, count]) => ({ value: `${decade * 10}s`, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, mostValues)
}

/**
 * Counts each step (a year, a decade) that a window of a document's date touches, once a document, by how many documents
 * have each date.
 */
function countSpans(byDate: Int32Array, { dates }: HeldDocuments, stepOf: (year: number) => number) {
  const bins: HistogramBins = { undated: 0, openStart: 0, openEnd: 0, vague: 0 }
  // How many more documents touch a step than the one before it.
  const changes = new Map<number, number>()
  const change = (step: number, by: number) => changes.set(step, (changes.get(step) ?? 0) + by)
  for (let number = 0; number < byDate.length; number++) {
    const count = byDate[number] ?? 0
    if (count === 0) continue
    const spans = dates.years[number] ?? []
    const { first } = spans[0] ?? { first: null }
    const { last } = spans.at(-1) ?? { last: null }
    if (first === null && last === null) bins.undated += count
    else if (first === null) bins.openStart += count
    else if (last === null) bins.openEnd += count
    else if (spans.some((span) => (span.last ?? 0) - (span.first ?? 0) >= mostYears)) bins.vague += count
    else {
      let touched = Number.NEGATIVE_INFINITY
      for (const span of spans) {
        const from = Math.max(stepOf(span.first ?? first), touched + 1)
        touched = Math.max(stepOf(span.last ?? last), touched)
        if (from > touched) continue
        change(from, count)
        change(touched + 1, -count)
      }
    }
  }
  const steps = [...changes.keys()].sort((a, b) => a - b)
  const counts = new Map<number, number>()
  let touching = 0
  for (const [at, step] of steps.entries()) {
    touching += changes.get(step) ?? 0
    if (touching > 0) for (let one = step; one < (steps[at + 1] ?? step); one++) counts.set(one, touching)
  }
  return { counts, bins }
}

/** How many of the documents found in full, failing no condition but at most the `own` one, have each number. */
function countBy(
  { size, keys, fails, tiers }: FoundDocuments,
  own: number,
  numbers: Int32Array,
  howMany: number,
): Int32Array {
  const counts = new Int32Array(howMany)
  for (let at = 0; at < size; at++) {
    if (((fails[at] ?? 0) & ~own) !== 0 || tiers?.[at]) continue
    const number = numbers[keys[at] ?? 0] ?? 0
    counts[number] = (counts[number] ?? 0) + 1
  }
  return counts
}

function ranked(counts: ArrayLike<number>, { names }: Values): FacetCount[] {
  const isBefore = (a: number, b: number) => {
    const difference = (counts[b] ?? 0) - (counts[a] ?? 0)
    return difference < 0 || (difference === 0 && (names[a] ?? '') < (names[b] ?? ''))
  }
  return firstOf(counts.length, mostValues, isBefore, (at) => at > 0 && (counts[at] ?? 0) > 0).map((at) => ({
    value: names[at] ?? '',
    count: counts[at] ?? 0,
  }))
}
