import { foldName } from '../domain/authority/name.ts'
import type { SourceReader } from '../ports/sources.ts'
import { audienceParameters, unseen } from './audience-sql.ts'
import { keyOfCursor, listing } from './keyset.ts'
import type { Connection } from './open-database.ts'
import { type SourceRow, selectSources, toSource } from './source-rows.ts'

const seen = `(s.document is null or not ${unseen('d')})`

/** Sources, read by a connection that may be read-only. */
export function sqliteSourceReader(db: Connection): SourceReader {
  const byId = db.prepare<unknown[], SourceRow>(`${selectSources} where s.id = :id and ${seen}`)
  const selectList = db.prepare<unknown[], SourceRow>(`
    ${selectSources} where s.key < :before and ${seen}
      and (:q is null or instr(s.folded, :q) > 0 or (s.document is not null and instr(lower(v.title), :letters) > 0))
    order by s.key desc limit :more`)
  return {
    async find(audience, id) {
      const row = byId.get({ ...audienceParameters(audience), id })
      return row ? toSource(row) : null
    },
    async list(audience, q, slice) {
      const rows = selectList.all({
        ...audienceParameters(audience),
        q: q === null ? null : foldName(q),
        letters: q?.toLowerCase() ?? null,
        before: keyOfCursor(slice.cursor, Number.MAX_SAFE_INTEGER),
        more: slice.limit + 1,
      })
      return listing(rows, slice, ({ key }) => key, toSource)
    },
  }
}
