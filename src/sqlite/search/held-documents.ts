import { civilOfDay } from '../../domain/date/day.ts'
import type { Range } from '../../domain/date/span.ts'
import { type CollectionTree, noTree } from './collection-tree.ts'
import { addRow, noRuns, type RowRuns } from './row-runs.ts'
import { numberOf, type Values, values } from './values.ts'

/** A document's day that is not known or has no end. */
export const noDay = Number.NaN
/** From which to which year a window reaches; null where it has no end. */
export type Years = { first: number | null; last: number | null }

/** The days of dates, each as often as it occurs: their windows, and the years of those. */
export type DateSets = { values: Values; days: (readonly Range[])[]; years: (readonly Years[])[] }

/** Sets of values as JSON arrays, and the numbers of their members. */
export type Sets = { values: Values; members: number[][] }

/**
 * What search filters, counts and sorts documents by, in memory, by their keys. Audience classes and the values of
 * fields are numbers in tables of their own; 0 is none. Days are Julian Day Numbers.
 */
export type HeldDocuments = {
  /** The newest key. */
  last: number
  /** Grows whenever any is described anew. */
  described: number
  /** Another whenever it is described anew. */
  edition: Uint32Array
  /** Another whenever pages of it stand elsewhere, are called otherwise or are of another size. */
  placing: Uint32Array
  audience: Uint16Array
  earliest: Float64Array
  latest: Float64Array
  /** The numbers of its date's windows, of the days of its settled date claims, and of those of all its date claims. */
  windows: Int32Array
  stated: Int32Array
  claimed: Int32Array
  type: Int32Array
  language: Int32Array
  creator: Int32Array
  /** The numbers of a set of subjects, and of a set of collections in which witnesses lie. */
  subjects: Int32Array
  collections: Int32Array
  /** Between which row numbers the document's readings lie: its newest run of them. */
  newestRun: Int32Array
  /** The row of what is wrongly said of it; the newest one where several were. */
  astrayRow: Int32Array
  audiences: Values
  values: { type: Values; language: Values; collection: Values; creator: Values; subject: Values }
  subjectSets: Sets
  collectionSets: Sets
  runs: RowRuns
  tree: CollectionTree
  dates: DateSets
}

export type DocumentRow = {
  key: number
  audience: string | null
  earliest: number | null
  latest: number | null
  type: string | null
  language: string | null
  creator: string | null
  /** JSON arrays. */
  subjects: string
  collections: string
  /** JSON arrays of ranges of days. */
  windows: string | null
  stated: string | null
  claimed: string | null
}

export const noDocuments = (): HeldDocuments => ({
  last: 0,
  described: 0,
  ...columns(256),
  audiences: values(),
  values: { type: values(), language: values(), collection: values(), creator: values(), subject: values() },
  subjectSets: { values: values(), members: [[]] },
  collectionSets: { values: values(), members: [[]] },
  runs: noRuns(),
  tree: noTree,
  dates: { values: values(), days: [[]], years: [[]] },
})

const columns = (room: number) => ({
  edition: new Uint32Array(room),
  placing: new Uint32Array(room),
  audience: new Uint16Array(room),
  earliest: new Float64Array(room),
  latest: new Float64Array(room),
  windows: new Int32Array(room),
  stated: new Int32Array(room),
  claimed: new Int32Array(room),
  type: new Int32Array(room),
  language: new Int32Array(room),
  creator: new Int32Array(room),
  subjects: new Int32Array(room),
  collections: new Int32Array(room),
  newestRun: new Int32Array(room),
  astrayRow: new Int32Array(room),
})

/** Takes in a document as it is now; one that was deleted has no audience. */
export function holdDocument(held: HeldDocuments, row: DocumentRow): void {
  const { key } = row
  makeRoom(held, key)
  held.last = Math.max(held.last, key)
  held.described++
  held.edition[key] = (held.edition[key] ?? 0) + 1
  held.audience[key] = numberOf(held.audiences, row.audience)
  held.earliest[key] = row.earliest ?? noDay
  held.latest[key] = row.latest ?? noDay
  const { earliest, latest } = row
  const whole = earliest === null && latest === null ? null : JSON.stringify([[earliest, latest]])
  held.windows[key] = dateSet(held, row.windows ?? whole)
  held.stated[key] = dateSet(held, row.windows === null ? whole : row.stated)
  held.claimed[key] = dateSet(held, row.windows === null ? whole : row.claimed)
  held.type[key] = numberOf(held.values.type, row.type)
  held.language[key] = numberOf(held.values.language, row.language)
  held.creator[key] = numberOf(held.values.creator, row.creator)
  held.subjects[key] = setOf(held.subjectSets, held.values.subject, row.subjects)
  held.collections[key] = setOf(held.collectionSets, held.values.collection, row.collections)
}

/** Notes that a reading, which comes after all others, stands among the document's rows. */
export function holdRow(held: HeldDocuments, key: number, rowid: number): void {
  makeRoom(held, key)
  held.newestRun[key] = addRow(held.runs, held.newestRun[key] ?? 0, rowid)
}

/** Notes the reading that has what is wrongly said of the document. */
export function holdAstray(held: HeldDocuments, key: number, rowid: number): void {
  held.astrayRow[key] = rowid
  held.edition[key] = (held.edition[key] ?? 0) + 1
}

/** Notes that pages of a document stand elsewhere, are called otherwise or are of another size. */
export function holdPlacing(held: HeldDocuments, key: number): void {
  makeRoom(held, key)
  held.placing[key] = (held.placing[key] ?? 0) + 1
}

function setOf(sets: Sets, values: Values, list: string): number {
  if (list === '[]') return 0
  const number = numberOf(sets.values, list)
  if (number === sets.members.length) {
    const named = new Set(JSON.parse(list) as string[])
    sets.members.push([...named].map((name) => numberOf(values, name)))
  }
  return number
}

function dateSet({ dates }: HeldDocuments, ranges: string | null): number {
  const number = numberOf(dates.values, ranges)
  if (number < dates.days.length) return number
  // Any day whatever says no more than no date.
  const days = (JSON.parse(ranges ?? '[]') as [number | null, number | null][])
    .map(([from, to]) => ({ from, to }))
    .filter(({ from, to }) => from !== null || to !== null)
  const yearOf = (day: number | null) => (day === null ? null : civilOfDay(day).year)
  dates.days.push(days)
  dates.years.push(days.map(({ from, to }) => ({ first: yearOf(from), last: yearOf(to) })))
  return number
}

function makeRoom(held: HeldDocuments, key: number): void {
  if (key < held.audience.length) return
  const wide = columns(Math.ceil(key * 1.25) + 256)
  for (const name of Object.keys(wide) as (keyof typeof wide)[]) {
    wide[name].set(held[name])
  }
  Object.assign(held, wide)
}
