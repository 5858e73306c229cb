import type { CollectionReader } from '../ports/collections.ts'
import { type CollectionRow, collectionRows, selectCollections, toUnit } from './collection-rows.ts'
import { keyOfCursor, listing } from './keyset.ts'
import type { Connection } from './open-database.ts'

/** Collections, read by a connection that may be read-only. */
export function sqliteCollectionReader(db: Connection): CollectionReader {
  const collections = collectionRows(db)
  const select = (where: string) =>
    db.prepare<unknown[], CollectionRow>(
      `${selectCollections} where ${where} and c.key > :after order by c.key limit :more`,
    )
  const within = select('c.parent = (select key from collection where id = :parent)')
  const whole = select('c.parent is null')
  const all = select('true')
  const countWithin = db.prepare<[number], number>('select count(*) from collection where parent = ?').pluck()
  const coded = db
    .prepare<[string], string>('select id from collection where reference_code = ? order by key limit 100')
    .pluck()
  return {
    async find(id) {
      const row = collections.row(id)
      return row ? collections.toCollection(row) : null
    },
    async withCode(referenceCode) {
      return coded.all(referenceCode).flatMap((id) => {
        const row = collections.row(id)
        return row ? [collections.toCollection(row)] : []
      })
    },
    async list(parent, slice) {
      const where = { after: keyOfCursor(slice.cursor, 0), more: slice.limit + 1 }
      const rows =
        typeof parent === 'string'
          ? within.all({ ...where, parent })
          : (parent === null ? whole : all).all(where)
      return listing(
        rows,
        slice,
        ({ key }) => key,
        (row) => ({ ...toUnit(row), parent: row.parent, units: countWithin.get(row.key) ?? 0 }),
      )
    },
  }
}
