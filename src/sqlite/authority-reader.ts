import { foldName } from '../domain/authority/name.ts'
import type { AuthorityReader } from '../ports/authorities.ts'
import { audienceParameters, unseen } from './audience-sql.ts'
import { type AuthorityRow, authorityColumns, authorityRows, authorityTables } from './authority-rows.ts'
import { keyOfCursor, listing } from './keyset.ts'
import type { Connection } from './open-database.ts'

const mostNames = 20

/** Agents, places and happenings, read by a connection that may be read-only. */
export function sqliteAuthorityReader(db: Connection): AuthorityReader {
  const authorities = authorityRows(db)
  const selectList = db.prepare<unknown[], AuthorityRow>(`
    select ${authorityColumns} from ${authorityTables}
    where a.type = :type and a.key < :before and a.merged_into is null
      and (:q is null or exists (select 1 from authority_name n where n.authority = a.key and instr(n.folded, :q) > 0))
    order by a.key desc limit :more`)
  const selectNamed = db.prepare<[string], { folded: string; key: number }>(`
    select n.folded, coalesce(a.merged_into, a.key) as key
    from json_each(?) w cross join authority_name n on n.folded = w.value join authority a on a.key = n.authority
    order by n.folded, key`)
  const selectNames = db
    .prepare<[number], string>(`
    select json_group_array(n.value ->> 'text') from authority a, json_each(a.view, '$.names') n where a.key = ?`)
    .pluck()

  const selectDocuments = db.prepare<unknown[], { key: number; document: string; properties: string }>(`
    with named (document, property) as materialized (
      select c.document, c.property from json_each(:ids) i
      cross join claim_target t on t.target = i.value and t.role = 'value' cross join claim c on c.seq = t.claim
      where c.document is not null and c.polarity = 'asserted' and c.rank <> 'deprecated'
        and not exists (select 1 from claim r where r.revision_of = c.id)
      union select w.document, 'mark' from json_each(:ids) i
      join mark m on i.value = m.agent join witness w on w.key = m.witness where m.deleted_at is null
      union select w.document, 'mark' from json_each(:ids) i
      join mark m on i.value = m.place join witness w on w.key = m.witness where m.deleted_at is null)
    select d.key, d.id as document, json_group_array(n.property) as properties
    from named n join document d on d.key = n.document
    where d.key < :before and not ${unseen('d')}
    group by d.key order by d.key desc limit :more`)

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
    async documents(audience, id, slice) {
      const rows = selectDocuments.all({
        ...audienceParameters(audience),
        ids: JSON.stringify(authorities.mergedInto(id)),
        before: keyOfCursor(slice.cursor, Number.MAX_SAFE_INTEGER),
        more: slice.limit + 1,
      })
      return listing(
        rows,
        slice,
        ({ key }) => key,
        ({ document, properties }) => ({ document, properties: (JSON.parse(properties) as string[]).sort() }),
      )
    },
    async otherNames(folded) {
      const others = new Map<string, string[]>()
      if (folded.length === 0) return others
      for (const { folded: name, key } of selectNamed.all(JSON.stringify(folded))) {
        const known = others.get(name) ?? []
        const seen = new Set([name, ...known.map(foldName)])
        const names = (JSON.parse(selectNames.get(key) ?? '[]') as string[]).filter(
          (other) => seen.size < seen.add(foldName(other)).size,
        )
        others.set(name, [...known, ...names].slice(0, mostNames))
      }
      return others
    },
  }
}
