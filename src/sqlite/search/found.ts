import { analyse } from '../../domain/analysis/analyse.ts'
import type { Audience } from '../../domain/audience.ts'
import { satisfies } from '../../domain/search/matches.ts'
import type { SearchNode } from '../../domain/search/query.ts'
import type { DocumentFilter } from '../../ports/documents.ts'
import { audienceParameters, seenBy } from '../audience-sql.ts'
import { filterParameters, matchesFilter } from '../filter-sql.ts'
import type { Connection } from '../open-database.ts'
import { matchExpression } from './match-expression.ts'
import { readingText } from './reading-text.ts'

/** A reading that satisfies a query. The lower its score, the better it fits (FTS5's bm25). */
export type FoundReading = {
  rowid: number
  score: number
  document: number
  page: number | null
  kind: 'page' | 'description' | 'annotation'
  revision: number | null
}

export type Wanted = {
  text: SearchNode
  kinds: readonly FoundReading['kind'][]
  filter: DocumentFilter
  audience: Audience
  /** Only in this document, by its key. */
  document?: number
}

/** Beyond so many candidates for `=word` the rest is not checked letter by letter, and the total not exact. */
const mostVerified = 2000
const descriptionWeight = 2

/** The readings that satisfy a query, best first. */
export function foundReadings(db: Connection) {
  const select = db.prepare<unknown[], FoundReading>(`
    select r.rowid, f.rank as score, r.document, r.page, r.kind, r.revision
    from reading_fts f cross join reading r on r.rowid = f.rowid join description s on s.document = r.document
    where f.reading_fts match :match and (:document is null or r.document = :document) and r.entombed_at is null
      and r.kind in (select value from json_each(:kinds)) and ${seenBy('r.audience')} and ${matchesFilter}`)
  const contentOf = readingText(db)
  return (wanted: Wanted): { readings: FoundReading[]; exact: boolean } => {
    const { text, kinds, filter, audience } = wanted
    const rows = select.all({
      ...audienceParameters(audience),
      ...filterParameters(filter),
      match: matchExpression(text),
      kinds: JSON.stringify(kinds),
      document: wanted.document ?? null,
    })
    for (const row of rows) if (row.kind === 'description') row.score *= descriptionWeight
    rows.sort((a, b) => a.score - b.score || a.rowid - b.rowid)
    if (!needsChecking(text)) return { readings: rows, exact: true }
    const checked = rows.slice(0, mostVerified).filter((row) => {
      const content = contentOf(row)
      return satisfies(text, content, analyse(content, null))
    })
    return { readings: checked, exact: rows.length <= mostVerified }
  }
}

/** Letters as written, and the order of words that need not be neighbours, are not in the index. */
function needsChecking(node: SearchNode): boolean {
  if (node.kind === 'and' || node.kind === 'or' || node.kind === 'near') return node.parts.some(needsChecking)
  if (node.kind === 'not') return needsChecking(node.part)
  return (
    (node.kind === 'word' && node.exact) || (node.kind === 'phrase' && (node.exact || node.slop !== null))
  )
}
