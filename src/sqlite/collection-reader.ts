import { sees } from '../domain/audience.ts'
import type { CollectionReader } from '../ports/collections.ts'
import { audienceParameters, seenBy } from './audience-sql.ts'
import { sqliteCollectionRoleReader } from './collection-role-store.ts'
import { type CollectionRow, collectionRows, selectCollections, toUnit } from './collection-rows.ts'
import { keyOfCursor, listing } from './keyset.ts'
import type { Connection } from './open-database.ts'

/** Collections, read by a connection that may be read-only. */
export function sqliteCollectionReader(db: Connection): CollectionReader {
  const collections = collectionRows(db)
  const select = (where: string) =>
    db.prepare<unknown[], CollectionRow>(
      `${selectCollections} where ${where} and ${seenBy('c.audience')} and c.key > :after order by c.key limit :more`,
    )
  const within = select('c.parent = (select key from collection where id = :parent)')
  const whole = select('c.parent is null')
  const all = select('true')
  const countWithin = db
    .prepare<unknown[], number>(
      `select count(*) from collection c where c.parent = :parent and ${seenBy('c.audience')}`,
    )
    .pluck()
  const coded = db
    .prepare<[string], string>('select id from collection where reference_code = ? order by key limit 100')
    .pluck()
  return {
    ...sqliteCollectionRoleReader(db),
    async find(audience, id) {
      const row = collections.row(id)
      return row && sees(audience, row.audience) ? collections.toCollection(row) : null
    },
    async withCode(audience, referenceCode) {
      return coded.all(referenceCode).flatMap((id) => {
        const row = collections.row(id)
        return row && sees(audience, row.audience) ? [collections.toCollection(row)] : []
      })
    },
    async list(audience, parent, slice) {
      const seen = audienceParameters(audience)
      const where = { ...seen, after: keyOfCursor(slice.cursor, 0), more: slice.limit + 1 }
      const rows =
        typeof parent === 'string'
          ? within.all({ ...where, parent })
          : (parent === null ? whole : all).all(where)
      return listing(
        rows,
        slice,
        ({ key }) => key,
        (row) => ({
          ...toUnit(row),
          parent: row.parent,
          units: countWithin.get({ ...seen, parent: row.key }) ?? 0,
        }),
      )
    },
  }
}
