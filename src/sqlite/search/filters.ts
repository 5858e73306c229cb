import { contains, overlaps } from '../../domain/date/span.ts'
import type { DocumentFilter } from '../../ports/documents.ts'
import { withOuter } from './collection-tree.ts'
import type { HeldDocuments } from './held-documents.ts'

/** The conditions that a document can fail, each a bit, by the facet that counts as if it were not there. */
export const bits = { type: 1, language: 2, collection: 4, creator: 8, subject: 16, date: 32 } as const

/** Which conditions of a filter a document fails, by its key: 0 where it fulfils all; null where there are none. */
export function failsOf(filter: DocumentFilter, documents: HeldDocuments): ((key: number) => number) | null {
  const checks: { bit: number; fails: (key: number) => boolean }[] = []
  for (const name of ['type', 'language', 'creator'] as const) {
    const wanted = filter[name]
    if (wanted === undefined) continue
    const number = documents.values[name].numbers.get(wanted) ?? -1
    checks.push({ bit: bits[name], fails: (key) => documents[name][key] !== number })
  }
  if (filter.collection !== undefined) {
    const has = setsWithin(filter.collection, documents)
    checks.push({ bit: bits.collection, fails: (key) => !has[documents.collections[key] ?? 0] })
  }
  if (filter.subject !== undefined) {
    const number = documents.values.subject.numbers.get(filter.subject) ?? -1
    const has = documents.subjectSets.members.map((members) => members.includes(number))
    checks.push({ bit: bits.subject, fails: (key) => !has[documents.subjects[key] ?? 0] })
  }
  const { dateFrom, dateTo } = filter
  if (dateFrom != null || dateTo != null) checks.push({ bit: bits.date, fails: outside(filter, documents) })
  if (checks.length === 0) return null
  return (key) => {
    let failed = 0
    for (const { bit, fails } of checks) if (fails(key)) failed |= bit
    return failed
  }
}

/** Of each set of collections whether one of them is the collection or lies within it. */
function setsWithin(collection: string, { collectionSets, values, tree }: HeldDocuments): boolean[] {
  const { names } = values.collection
  const lies = names.map((id, number) => number > 0 && withOuter(tree, id).includes(collection))
  return collectionSets.members.map((members) => members.some((number) => lies[number]))
}

/** As `matchesFilter` has it in SQL. */
function outside(filter: DocumentFilter, documents: HeldDocuments): (key: number) => boolean {
  const { dateFrom: from = null, dateTo: to = null, dates: mode = 'possible', undated } = filter
  const { windows, dates } = documents
  const numbers = mode === 'stated' || mode === 'claimed' ? documents[mode] : windows
  const asked = [{ from, to }]
  const fits = dates.days.map((days) =>
    mode === 'certain' ? days.length > 0 && contains(asked, days) : overlaps(asked, days),
  )
  const isUndated = dates.days.map((days) => days.length === 0)
  return (key) => !fits[numbers[key] ?? 0] && !(undated && isUndated[windows[key] ?? 0])
}

/** Whether only what is claimed of a document lets it be found by a date, against its own date. */
export function isOnlyClaimed(
  filter: DocumentFilter,
  { windows, dates }: HeldDocuments,
  key: number,
): boolean {
  const { dateFrom: from = null, dateTo: to = null } = filter
  if (filter.dates !== 'claimed' || (from === null && to === null)) return false
  const days = dates.days[windows[key] ?? 0] ?? []
  return days.length > 0 && !overlaps([{ from, to }], days)
}
