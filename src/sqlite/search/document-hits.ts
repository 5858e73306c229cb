import type { Description } from '../../domain/description.ts'
import type { SearchNode } from '../../domain/search/query.ts'
import type { DocumentHit } from '../../ports/search-index.ts'
import type { Connection } from '../open-database.ts'
import { pageHits } from './page-hits.ts'
import { textOf } from './reading-text.ts'

/** A document to be shown: its best rows, the best first, and the words of the query that it lacks. */
export type ShownDocument = {
  key: number
  score: number
  pageHits: number
  rows: readonly number[]
  missing: string[]
}

/** Documents found as people are shown them, each with its best pages. */
export function documentHits(db: Connection) {
  const describe = db.prepare<[string], { key: number; id: string; view: Buffer }>(`
    select d.key, d.id, cast(s.view as blob) as view
    from json_each(?) k cross join document d on d.key = k.value join description s on s.document = d.key`)
  const pages = pageHits(db)
  return (documents: readonly ShownDocument[], query: SearchNode | null): DocumentHit[] => {
    const rows = describe.all(JSON.stringify(documents.map(({ key }) => key)))
    const described = new Map(rows.map((row) => [row.key, row]))
    const hits = pages.of(
      documents.flatMap((document) => document.rows),
      query,
    )
    return documents.flatMap((document) => {
      const row = described.get(document.key)
      const own = hits.splice(0, document.rows.length).filter((hit) => hit !== null)
      if (!row) return []
      const { title, date, creator, type, collection } = JSON.parse(textOf(row.view)) as Description
      return {
        document: { id: row.id, title, date, creator, type, collection },
        score: Math.round(document.score * 1e6) / 1e6,
        pageHits: document.pageHits,
        missing: document.missing,
        pages: own,
        notes: [],
      }
    })
  }
}
