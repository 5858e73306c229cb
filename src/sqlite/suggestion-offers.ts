import { v7 } from 'uuid'
import type { SuggestionDetail, SuggestionKind } from '../domain/resemblance/suggestion.ts'
import type { Connection } from './open-database.ts'

/**
 * Offers archivists that a document may have to do with another one, once for each kind; what was settled stays so. Of two
 * that are alike one offer is made, from whichever side it comes.
 */
export function suggestionOffers(db: Connection) {
  const reversed = db.prepare<[SuggestionKind, number, number], number>(
    'select 1 from suggestion where kind = ? and document = ? and other = ?',
  )
  const insert = db.prepare(`
    insert or ignore into suggestion (id, kind, document, other, detail, created_at)
    values (:id, :kind, :document, :other, :detail, :at)`)
  return (
    kind: SuggestionKind,
    document: number,
    other: number,
    detail: SuggestionDetail,
    at: string,
  ): void => {
    if (kind !== 'carries-number' && reversed.get(kind, other, document)) return
    const id = `g${v7().replaceAll('-', '')}`
    insert.run({ id, kind, document, other, detail: JSON.stringify(detail), at })
  }
}
