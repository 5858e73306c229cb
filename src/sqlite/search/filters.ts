import type { DocumentFilter } from '../../ports/documents.ts'
import type { HeldDocuments } from './held-documents.ts'

/** The conditions that a document can fail, each a bit, by the facet that counts as if it were not there. */
export const bits = { type: 1, language: 2, collection: 4, creator: 8, subject: 16, date: 32 } as const

/** Which conditions of a filter a document fails, by its key: 0 where it fulfils all. */
export function failsOf(filter: DocumentFilter, documents: HeldDocuments): (key: number) => number {
  const checks: { bit: number; fails: (key: number) => boolean }[] = []
  for (const name of ['type', 'language', 'collection', 'creator'] as const) {
    const wanted = filter[name]
    if (wanted === undefined) continue
    const number = documents.values[name].numbers.get(wanted) ?? -1
    checks.push({ bit: bits[name], fails: (key) => documents[name][key] !== number })
  }
  if (filter.subject !== undefined) {
    const number = documents.values.subject.numbers.get(filter.subject) ?? -1
    const has = documents.subjectSets.members.map((members) => members.includes(number))
    checks.push({ bit: bits.subject, fails: (key) => !has[documents.subjects[key] ?? 0] })
  }
  const { dateFrom, dateTo } = filter
  if (dateFrom != null || dateTo != null) checks.push({ bit: bits.date, fails: outside(filter, documents) })
  return (key) => {
    let failed = 0
    for (const { bit, fails } of checks) if (fails(key)) failed |= bit
    return failed
  }
}

/** As `matchesFilter` has it in SQL; comparisons with a day that is not known are false. */
function outside(filter: DocumentFilter, { earliest, latest }: HeldDocuments): (key: number) => boolean {
  const from = filter.dateFrom ?? Number.NEGATIVE_INFINITY
  const to = filter.dateTo ?? Number.POSITIVE_INFINITY
  return (key) => {
    const first = earliest[key] ?? Number.NaN
    const last = latest[key] ?? Number.NaN
    if (Number.isNaN(first) && Number.isNaN(last)) return filter.undated !== true
    if (filter.dates !== 'certain') return last < from || first > to
    return !((filter.dateFrom == null || first >= from) && (filter.dateTo == null || last <= to))
  }
}
