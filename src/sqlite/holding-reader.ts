import type { Held, HoldingReader } from '../ports/holdings.ts'
import { audienceParameters, unseen } from './audience-sql.ts'
import { isPlacing } from './filter-sql.ts'
import type { Connection } from './open-database.ts'

/** What lies in collections, read by a connection that may be read-only. */
export function sqliteHoldingReader(db: Connection): HoldingReader {
  const inOne = `d.key in (select c.document from claim_target g cross join claim c on c.seq = g.claim
    where g.target = :collection and g.role = 'value' and ${isPlacing('c')})`
  const inNone = `:collection is null
    and not exists (select 1 from claim c where c.document = d.key and ${isPlacing('c')})`
  const counting = (lies: string) =>
    db
      .prepare<unknown[], number>(`select count(*) from document d where ${lies} and not ${unseen('d')}`)
      .pluck()
  const listing = (lies: string) =>
    db.prepare<unknown[], Held>(`
      select d.id, s.title from document d join description s on s.document = d.key
      where ${lies} and not ${unseen('d')} order by d.key limit :limit offset :from`)
  const counts = { inOne: counting(inOne), inNone: counting(inNone) }
  const lists = { inOne: listing(inOne), inNone: listing(inNone) }
  const kind = (collection: string | null) => (collection === null ? 'inNone' : 'inOne')
  return {
    async count(audience, collection) {
      return counts[kind(collection)].get({ ...audienceParameters(audience), collection }) ?? 0
    },
    async list(audience, collection, from, limit) {
      return lists[kind(collection)].all({ ...audienceParameters(audience), collection, from, limit })
    },
  }
}
