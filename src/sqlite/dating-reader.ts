import type { DatingReader } from '../ports/dating.ts'
import { datings } from './datings.ts'
import { documentRows } from './document-rows.ts'
import type { Connection } from './open-database.ts'

/** Datings, made over a connection that may be read-only. */
export function sqliteDatingReader(db: Connection): DatingReader {
  const documents = documentRows(db)
  const dating = datings(db)
  const stale = db
    .prepare<[string], number>(
      'select 1 from document d join stale_description s on s.document = d.key where d.id = ?',
    )
    .pluck()
  // One state of the archive, however many statements look at it.
  const find = db.transaction((id: string, asOf?: string) => {
    const row = documents.row(id)
    return row ? dating.of(row, asOf) : null
  })
  return {
    async find(id, asOf) {
      return find.deferred(id, asOf)
    },
    async isPending(id) {
      return stale.get(id) !== undefined
    },
  }
}
