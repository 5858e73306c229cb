import { ArchiveError } from '../domain/errors.ts'
import type { Remark } from '../domain/import/row.ts'
import type { ImportRow, ImportWriter, RowOutcome } from '../ports/imports.ts'
import { documentAdding } from './document-adding.ts'
import { importRows, type StoredImport, toImport } from './import-rows.ts'
import { indexLast } from './index-last.ts'
import type { Connection } from './open-database.ts'
import { forgetTerms } from './terms.ts'
import { transactions } from './transact.ts'

type Settled = { outcome: RowOutcome; document: string | null; remarks: readonly Remark[] }

/** Imports, written: a batch of rows, what they add and how far the import is stand in one transaction. */
export function sqliteImportWriter(db: Connection): ImportWriter {
  const transact = transactions(db)
  const imports = importRows(db)
  const adding = documentAdding(db)
  const insertJob = db.prepare(`
    insert into job (id, kind, state, total, run_after, created_at)
    values (:job, 'import', 'running', :total, :at, :at)`)
  const insert = db.prepare(`
    insert into import (id, job, sha256, name, format, dry_run, keep_unknown, assumed, created_by, created_at)
    values (:id, :jobKey, :sha256, :name, :format, :dryRun, :keepUnknown, :assumed, :actor, :at)`)
  const documentOf = db.prepare<[string], string>('select document from import_key where row_key = ?').pluck()
  // Of itself SQLite would go through all rows of the import.
  const seenBefore = db
    .prepare<[number, string], number>(
      `select 1 from import_row indexed by import_row_by_key
       where import = ? and row_key = ? and outcome = 'would-add'`,
    )
    .pluck()
  const keep = db.prepare('insert into import_key (row_key, document) values (?, ?)')
  const report = db.prepare(`
    insert into import_row (import, number, outcome, row_key, document, remarks)
    values (:import, :number, :outcome, :key, :document, :remarks)`)
  const advance = db.prepare(`
    update import set at_row = :atRow, added = added + :added, known = known + :known, refused = refused + :refused,
      would_add = would_add + :wouldAdd where key = :key`)
  const progress = db.prepare('update job set done = done + ? where key = ?')
  const finish = db.prepare('update import set finished_at = ? where key = ?')
  const endJob = db.prepare(
    `update job set state = :state, error = :error, message = :message, total = done, finished_at = :at where key = :key`,
  )

  /** Adds the document of a row, whose key is not known; what it names and is not there refuses that row alone. */
  const add = db.transaction(({ key, document }: ImportRow, table: StoredImport, at: string): void => {
    if (document === null) return
    indexLast(db, () => adding.add({ ...document, actor: table.created_by, at, files: [], job: null }))
    if (key !== null) keep.run(key, document.id)
  })

  function settle(row: ImportRow, table: StoredImport, at: string): Settled {
    const { key, document, remarks } = row
    if (document === null) return { outcome: 'refused', document: null, remarks }
    const known = key === null ? undefined : documentOf.get(key)
    if (known !== undefined) return { outcome: 'known', document: known, remarks }
    if (table.dry_run === 1) {
      const isTwice = key !== null && seenBefore.get(table.key, key) === 1
      return { outcome: isTwice ? 'known' : 'would-add', document: null, remarks }
    }
    try {
      add(row, table, at)
      return { outcome: 'added', document: document.id, remarks }
    } catch (error) {
      if (!(error instanceof ArchiveError) || error.fault !== 'invalid-input') throw error
      forgetTerms(db)
      const wrong: Remark = { column: '', kind: 'wrong', says: error.message }
      return { outcome: 'refused', document: null, remarks: [...remarks, wrong] }
    }
  }

  return {
    async begin(command) {
      return transact(command, () => {
        const { id, job, sha256, name, format, assumed, total, actor, at } = command
        const jobKey = insertJob.run({ job, total, at }).lastInsertRowid
        const flags = { dryRun: command.dryRun ? 1 : 0, keepUnknown: command.keepUnknown ? 1 : 0 }
        insert.run({ id, jobKey, sha256, name, format, assumed, actor, at, ...flags })
        const row = imports.byId(id)
        if (!row) throw new Error('The import that was just begun is not there.')
        return toImport(row)
      })
    },

    async addRows({ import: id, at, after, rows }) {
      return transact({ actor: 'import', at }, () => {
        const table = imports.byId(id)
        if (!table || table.finished_at !== null || table.at_row !== after) return false
        const counts = { added: 0, known: 0, refused: 0, 'would-add': 0 }
        for (const row of rows) {
          const { outcome, document, remarks } = settle(row, table, at)
          counts[outcome]++
          const { number, key } = row
          report.run({ import: table.key, number, outcome, key, document, remarks: JSON.stringify(remarks) })
        }
        const { 'would-add': wouldAdd, ...others } = counts
        advance.run({ key: table.key, atRow: rows.at(-1)?.number ?? after, ...others, wouldAdd })
        progress.run(rows.length, table.job_key)
        return true
      })
    },

    async end({ import: id, at, error }) {
      transact({ actor: 'import', at }, () => {
        const table = imports.byId(id)
        if (!table || table.finished_at !== null) return
        finish.run(at, table.key)
        const message = table.refused > 0 ? `${table.refused} rows were refused: see the report.` : null
        endJob.run({ key: table.job_key, state: error === null ? 'done' : 'failed', error, message, at })
      })
    },
  }
}
