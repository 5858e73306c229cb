import { foldName } from '../domain/authority/name.ts'
import type { AuthorityReader } from '../ports/authorities.ts'
import { type AuthorityRow, authorityColumns, authorityRows, authorityTables } from './authority-rows.ts'
import { keyOfCursor, listing } from './keyset.ts'
import type { Connection } from './open-database.ts'

/** Agents, places and happenings, read by a connection that may be read-only. */
export function sqliteAuthorityReader(db: Connection): AuthorityReader {
  const authorities = authorityRows(db)
  const selectList = db.prepare<unknown[], AuthorityRow>(`
    select ${authorityColumns} from ${authorityTables}
    where a.type = :type and a.key < :before and a.merged_into is null
      and (:q is null or exists (select 1 from authority_name n where n.authority = a.key and instr(n.folded, :q) > 0))
    order by a.key desc limit :more`)
  return {
    async find(type, id) {
      const row = authorities.row(id)
      return row?.type === type ? authorities.toAuthority(row) : null
    },
    async claims(id) {
      return authorities.claimsOf(id)
    },
    async list(type, q, slice) {
      const before = keyOfCursor(slice.cursor, Number.MAX_SAFE_INTEGER)
      const rows = selectList.all({ type, q: q === null ? null : foldName(q), before, more: slice.limit + 1 })
      return listing(rows, slice, ({ key }) => key, authorities.toAuthority)
    },
  }
}
