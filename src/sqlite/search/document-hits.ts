import type { Description } from '../../domain/description.ts'
import type { Astray, Findable } from '../../domain/findable.ts'
import type { SearchNode } from '../../domain/search/query.ts'
import type { DocumentHit } from '../../ports/search-index.ts'
import type { Connection } from '../open-database.ts'
import type { Holdings } from './holdings.ts'
import { type KeptPages, pageHits } from './page-hits.ts'
import { textOf } from './reading-text.ts'

/** A document to be shown: its best rows, the best first, and the words of the query that it lacks. */
export type ShownDocument = {
  key: number
  score: number
  pageHits: number
  rows: readonly number[]
  missing: string[]
  /** Whether what is wrongly said of it was found. */
  isAstray: boolean
  notes: DocumentHit['notes']
}

/** A document as it is shown in one of its editions. */
type Summary = { shown: DocumentHit['document']; astray: readonly Astray[]; edition: number }

type View = Description & { findable?: Findable }

/** So many documents are remembered as they are shown. */
const mostRemembered = 10_000

/** Documents found as people are shown them, each with its best pages. */
export function documentHits(db: Connection, held: Holdings) {
  const describe = db.prepare<[string], { key: number; id: string; view: Buffer }>(`
    select d.key, d.id, cast(s.view as blob) as view
    from json_each(?) k cross join document d on d.key = k.value join description s on s.document = d.key`)
  const pages = pageHits(db, held)
  const known = new Map<number, Summary>()

  /** Reads those of the documents that are not known as they are now. */
  function learn(keys: readonly number[]): void {
    if (known.size > mostRemembered) known.clear()
    const { edition } = held.documents
    const unknown = keys.filter((key) => known.get(key)?.edition !== edition[key])
    if (unknown.length === 0) return
    for (const { key, id, view } of describe.all(JSON.stringify(unknown))) {
      const { title, language, date, creator, type, collection, findable } = JSON.parse(textOf(view)) as View
      known.set(key, {
        shown: { id, title, language, date, creator, type, collection },
        astray: findable?.astray ?? [],
        edition: edition[key] ?? 0,
      })
    }
  }

  return (
    documents: readonly ShownDocument[],
    query: (() => SearchNode) | null,
    kept?: KeptPages,
  ): DocumentHit[] => {
    learn(documents.map(({ key }) => key))
    const hits = pages.of(
      documents.flatMap(({ rows }) => rows),
      query,
      kept,
    )
    return documents.flatMap(({ key, score, pageHits: count, missing, rows, isAstray, notes }) => {
      const document = known.get(key)
      const own = hits.splice(0, rows.length).filter((hit) => hit !== null)
      if (!document) return []
      return {
        document: document.shown,
        score: Math.round(score * 1e6) / 1e6,
        pageHits: count,
        missing,
        pages: own,
        notes: [...notes, ...(isAstray ? document.astray.map(noteOf) : [])],
      }
    })
  }
}

const noteOf = ({ kind, says, see }: Astray): DocumentHit['notes'][number] => ({ kind, says, see })
