import type { Audience } from '../../domain/audience.ts'
import type { SearchNode } from '../../domain/search/query.ts'
import type { DocumentHit, PageHit } from '../../ports/search-index.ts'
import { audienceParameters, classOfDocument, seenBy } from '../audience-sql.ts'
import type { Connection } from '../open-database.ts'
import type { FoundDocument } from './group.ts'
import { pageHits } from './page-hits.ts'

/** The first documents show several of their pages, the others their best: a snippet costs more than finding its page. */
const pagesShown = (rank: number): number => (rank < 5 ? 3 : 1)

/** The ids of those documents, by their keys, that are there and that an audience may see. */
export function seenDocuments(db: Connection) {
  const select = db.prepare<unknown[], { key: number; id: string }>(`
    select d.key, d.id from json_each(:keys) k cross join document d on d.key = k.value
    where d.deleted_at is null and ${seenBy(`(${classOfDocument('d')})`)}`)
  return (keys: readonly number[], audience: Audience): Map<number, string> => {
    const rows = select.all({ keys: JSON.stringify(keys), ...audienceParameters(audience) })
    return new Map(rows.map(({ key, id }) => [key, id]))
  }
}

/** Documents found as people are shown them, each with its best pages; those they may not see are left out. */
export function documentHits(db: Connection) {
  const seen = seenDocuments(db)
  const pages = pageHits(db)
  return (
    documents: readonly FoundDocument[],
    query: SearchNode | null,
    audience: Audience,
  ): DocumentHit[] => {
    const keys = documents.map(({ key }) => key)
    const ids = seen(keys, audience)
    const best = documents.map((document, rank) => onPages(document).slice(0, pagesShown(rank)))
    const hits = pages.of(best.flat(), query)
    return documents.flatMap((document, at) => {
      const pages = hits.splice(0, best[at]?.length)
      const id = ids.get(document.key)
      return id === undefined ? [] : [toHit(document, id, pages)]
    })
  }
}

function toHit(document: FoundDocument, id: string, pages: readonly (PageHit | null)[]): DocumentHit {
  const { title, date, creator, type, collection } = document.view
  return {
    document: { id, title, date, creator, type, collection },
    score: Math.round(-document.score * 1e6) / 1e6,
    pageHits: new Set(onPages(document).map((reading) => reading.page)).size,
    missing: [],
    pages: pages.filter((page) => page !== null),
    notes: [],
  }
}

const onPages = ({ readings }: FoundDocument) => readings.filter((reading) => reading.page !== null)
