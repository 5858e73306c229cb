import type { SuggestionReader } from '../ports/suggestions.ts'
import { keyOfCursor, listing } from './keyset.ts'
import type { Connection } from './open-database.ts'
import { type SuggestionRow, suggestionColumns, suggestionRows, toSuggestion } from './suggestion-rows.ts'

/** Suggestions, read by a connection that may be read-only. */
export function sqliteSuggestionReader(db: Connection): SuggestionReader {
  const suggestions = suggestionRows(db)
  const select = (where: string) =>
    db.prepare<unknown[], SuggestionRow>(
      `${suggestionColumns} where g.key < :before and ${where} order by g.key desc limit :more`,
    )
  const ofAll = select('(:state is null or g.state = :state)')
  const inState = select('g.state = :state')
  const ofDocument = select(
    '(:state is null or g.state = :state) and (select key from document where id = :document) in (g.document, g.other)',
  )
  return {
    async find(id) {
      return suggestions.find(id)
    },
    async list({ state = null, document = null }, slice) {
      const statement = document !== null ? ofDocument : state !== null ? inState : ofAll
      const before = keyOfCursor(slice.cursor, Number.MAX_SAFE_INTEGER)
      const about = document === null ? {} : { document }
      const rows = statement.all({ ...about, state, before, more: slice.limit + 1 })
      return listing(rows, slice, ({ key }) => key, toSuggestion)
    },
  }
}
