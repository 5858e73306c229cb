import type { ImportReader, ReportRow, RowOutcome } from '../ports/imports.ts'
import { importRows, toImport } from './import-rows.ts'
import { keyOfCursor, listing } from './keyset.ts'
import type { Connection } from './open-database.ts'

type ReportedRow = {
  number: number
  outcome: RowOutcome
  row_key: string | null
  document: string | null
  remarks: string
}

/** Imports, read by a connection that may be read-only. */
export function sqliteImportReader(db: Connection): ImportReader {
  const imports = importRows(db)
  const rows = db.prepare<unknown[], ReportedRow>(`
    select r.number, r.outcome, r.row_key, r.document, r.remarks
    from import i join import_row r on r.import = i.key where i.id = :id and r.number > :after
      and (:outcome is null or r.outcome = :outcome) order by r.number limit :more`)
  return {
    async find(id) {
      const row = imports.byId(id)
      return row ? toImport(row) : null
    },
    async next() {
      const row = imports.next()
      return row ? toImport(row) : null
    },
    async report(id, slice) {
      const found = rows.all({
        id,
        after: keyOfCursor(slice.cursor, 0),
        outcome: slice.outcome ?? null,
        more: slice.limit + 1,
      })
      return listing(
        found,
        slice,
        ({ number }) => number,
        ({ row_key, remarks, ...row }): ReportRow => ({ ...row, key: row_key, remarks: JSON.parse(remarks) }),
      )
    },
  }
}
