import type { DocumentReader } from '../ports/documents.ts'
import { audienceParameters, seenBy, unseen } from './audience-sql.ts'
import { type DocumentRow, documentRows } from './document-rows.ts'
import { filterParameters, isDisputed, liesWithin, matchesFilter } from './filter-sql.ts'
import { keyOfCursor, listingAtOnce } from './keyset.ts'
import type { Connection } from './open-database.ts'

/** Documents, read by a connection that may be read-only. */
export function sqliteDocumentReader(db: Connection): DocumentReader {
  const documents = documentRows(db)
  const select = (narrowed: string) =>
    db.prepare<unknown[], DocumentRow>(`
      select d.* from document d join description s on s.document = d.key
      where d.key < :before and (d.deleted_at is not null) = :deleted and ${narrowed}
        and (:fileState is null or exists (select 1 from file f where f.document = d.key and f.state = :fileState))
        and ${seenBy('d.audience')} and ${matchesFilter}
      order by d.key desc limit :more`)
  const selectList = select('true')
  // Of what is seldom there is an index each, which SQLite takes only where it is named.
  const selectDisputed = select(isDisputed)
  const selectUnreadable = select("d.key in (select document from file where state = 'failed')")
  const selectInCollection = db.prepare<unknown[], DocumentRow>(`
    select d.* from document d where d.key < :before and not ${unseen('d')} and d.key in (${liesWithin})
    order by d.key desc limit :more`)
  const bearing = db
    .prepare<[string], string>(
      'select d.id from witness w join document d on d.key = w.document where w.id = ?',
    )
    .pluck()
  const named = db.prepare<[string], number>('select 1 from file where sha256 = ? limit 1').pluck()
  const importing = db
    .prepare<[string], number>('select 1 from import where sha256 = ? and finished_at is null limit 1')
    .pluck()
  const uploaded = db
    .prepare<[string, string], number>(
      'select 1 from batch_file where sha256 = ? union all select 1 from upload where sha256 = ? limit 1',
    )
    .pluck()
  return {
    async guard(id) {
      const row = documents.row(id)
      return row ? { audience: row.audience, deletedAt: row.deleted_at } : null
    },
    async find(id, then) {
      const row = documents.row(id)
      if (!row) return null
      return then === undefined ? documents.record(row) : documents.recordAsOf(row, then)
    },
    async ofWitness(witness) {
      return bearing.get(witness) ?? null
    },
    async around(id) {
      const row = documents.row(id)
      return row ? documents.around(row) : []
    },
    async claims(id) {
      const row = documents.row(id)
      return row ? documents.claims(row) : []
    },
    async file(id) {
      return documents.file(id)
    },
    async namesBytes(sha256) {
      return named.get(sha256) !== undefined
    },
    async needsBytes(sha256) {
      return (named.get(sha256) ?? importing.get(sha256) ?? uploaded.get(sha256, sha256)) !== undefined
    },
    async inCollection(audience, collection, slice) {
      const before = keyOfCursor(slice.cursor, Number.MAX_SAFE_INTEGER)
      const page = { collection, before, more: slice.limit + 1 }
      const rows = selectInCollection.all({ ...audienceParameters(audience), ...page })
      return listingAtOnce(rows, slice, ({ key }) => key, documents.records)
    },
    async list(audience, filter, slice) {
      const statement = filter.disputed
        ? selectDisputed
        : filter.fileState === 'failed'
          ? selectUnreadable
          : selectList
      const rows = statement.all({
        ...audienceParameters(audience),
        ...filterParameters(filter),
        deleted: filter.deleted ? 1 : 0,
        fileState: filter.fileState ?? null,
        before: keyOfCursor(slice.cursor, Number.MAX_SAFE_INTEGER),
        more: slice.limit + 1,
      })
      return listingAtOnce(rows, slice, ({ key }) => key, documents.records)
    },
  }
}
