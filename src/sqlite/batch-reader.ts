import type { BatchFileState } from '../domain/bulk/batch.ts'
import type { FileState } from '../domain/document.ts'
import type { BatchFileReport, BatchPart, BatchReader } from '../ports/batches.ts'
import {
  type BatchFileRow,
  batchColumns,
  batchFileColumns,
  batchRows,
  type StoredBatch,
  toBatch,
} from './batch-rows.ts'
import { keyOfCursor, listing } from './keyset.ts'
import type { Connection } from './open-database.ts'

type PartRow = Omit<BatchPart, 'files' | 'cells'> & { cells: string | null }
type ReportRow = Omit<BatchFileReport, 'differs'> & { key: number; differs: number }

/** Batches, read by a connection that may be read-only. */
export function sqliteBatchReader(db: Connection): BatchReader {
  const batches = batchRows(db)
  const newest = db.prepare<[number, number], StoredBatch>(
    `${batchColumns} where b.key < ? and b.phase <> 'abandoned' order by b.key desc limit ?`,
  )
  const next = db.prepare<[], StoredBatch>(
    `${batchColumns} where b.source = 'upload' and b.phase in ('listing', 'adding') and j.state = 'running'
    order by b.key limit 1`,
  )
  const count = db.prepare<[string], { state: BatchFileState; reading: FileState | null; files: number }>(`
    select l.state, f.state as reading, count(*) as files
    from batch b join batch_file l on l.batch = b.key left join file f on f.key = l.file
    where b.id = ? group by l.state, f.state`)
  const unpictured = db
    .prepare<[string], number>(`
      select count(*) from job where batch = (select key from batch where id = ?) and kind = 'picture'
        and state in ('queued', 'running')`)
    .pluck()
  const part = db.prepare<[string, number], PartRow>(`
    select d.key, d.name, d.title, d.cells, d.document from batch b join batch_document d on d.batch = b.key
    where b.id = ? and d.key > ?
      and exists (select 1 from batch_file f where f.part = d.key and f.state in ('listed', 'again'))
    order by d.key limit 1`)
  const toAdd = db.prepare<[number], BatchFileRow>(
    `${batchFileColumns} where part = ? and state in ('listed', 'again') order by position, key`,
  )
  const received = db.prepare<[string, string, number], BatchFileRow>(`
    ${batchFileColumns} where batch = (select key from batch where id = ?) and path > ? order by path limit ?`)
  const report = db.prepare<[string, number, number], ReportRow>(`
    select l.key, l.path, l.state, coalesce(f.bytes, l.bytes) as bytes, d.document, f.id as file, f.state as fileState, o.id as duplicateOf,
      (select count(*) from page p where p.file = f.key) as pages,
      coalesce(f.error, l.says, f.remark) as says, l.state = 'added' and f.key is not null and l.says is not null as differs
    from batch b join batch_file l on l.batch = b.key left join batch_document d on d.key = l.part
      left join file f on f.key = l.file left join file o on o.key = f.duplicate_of
    where b.id = ? and l.key > ? order by l.key limit ?`)

  return {
    async find(id) {
      const row = batches.byId(id)
      return row ? toBatch(row) : null
    },
    async list(slice) {
      const rows = newest.all(keyOfCursor(slice.cursor, Number.MAX_SAFE_INTEGER), slice.limit + 1)
      return listing(rows, slice, ({ key }) => key, toBatch)
    },
    async counts(id) {
      const files = { received: 0, listed: 0, again: 0, added: 0, failed: 0, 'passed-over': 0 }
      const reading = { queued: 0, running: 0, waiting: 0, done: 0, failed: 0 }
      for (const one of count.all(id)) {
        files[one.state] += one.files
        if (one.reading !== null) reading[one.reading] += one.files
      }
      return { files, reading }
    },
    async unpictured(id) {
      return unpictured.get(id) ?? 0
    },
    async report(id, slice) {
      const rows = report.all(id, keyOfCursor(slice.cursor, 0), slice.limit + 1)
      return listing(
        rows,
        slice,
        ({ key }) => key,
        ({ key: _, differs, ...row }) => ({ ...row, differs: differs === 1 }),
      )
    },
    async nextPart(id, after) {
      const found = part.get(id, after)
      if (!found) return null
      const cells = found.cells === null ? null : JSON.parse(found.cells)
      return { ...found, cells, files: toAdd.all(found.key) }
    },
    async received(id, after, limit) {
      return received.all(id, after, limit)
    },
    async next() {
      const row = next.get()
      return row ? toBatch(row) : null
    },
  }
}
