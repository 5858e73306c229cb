import type { BatchFileState } from '../domain/bulk/batch.ts'
import type { FileState } from '../domain/document.ts'
import type {
  BatchDocument,
  BatchFileConcern,
  BatchFileReport,
  BatchPart,
  BatchReader,
} from '../ports/batches.ts'
import {
  type BatchFileRow,
  batchColumns,
  batchFileColumns,
  batchRows,
  type StoredBatch,
  toBatch,
} from './batch-rows.ts'
import { isUnattended } from './job-rows.ts'
import { keyOfCursor, listing } from './keyset.ts'
import type { Connection } from './open-database.ts'

type PartRow = Omit<BatchPart, 'files' | 'cells'> & { cells: string | null }
type ReportRow = Omit<BatchFileReport, 'differs'> & { key: number; differs: number }

// Of what became nothing yet: the first file of the archive, and the first of the batch before it, with the same bytes.
const knownTo = `iif(l.file is null and l.bytes > 0,
  (select k.id from file k where k.sha256 = l.sha256 order by k.key limit 1), null)`
const before = `iif(l.file is null and l.bytes > 0, (
  select m.path from batch_file m where m.sha256 = l.sha256 and m.batch = l.batch and m.key < l.key order by m.key limit 1
), null)`

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
  const unattended = db
    .prepare<[string], number>(`
      select count(*) from batch b join batch_file l on l.batch = b.key join file f on f.key = l.file
      where b.id = ? and ${isUnattended}`)
    .pluck()
  const unpictured = db
    .prepare<[string], number>(`
      select count(*) from job where batch = (select key from batch where id = ?) and kind = 'picture'
        and state in ('queued', 'running')`)
    .pluck()
  // From the files that are still to be added, however many were added before them.
  const part = db.prepare<[string, number], PartRow>(`
    select d.key, d.name, d.title, d.cells, d.document from batch_document d where d.key = (
      select f.part from batch_file f indexed by batch_file_to_add
      where f.batch = (select key from batch where id = ?) and f.part > ? and f.state in ('listed', 'again')
      order by f.part limit 1)`)
  const toAdd = db.prepare<[number], BatchFileRow>(
    `${batchFileColumns} where part = ? and state in ('listed', 'again') order by position, key`,
  )
  const received = db.prepare<[string, string, number], BatchFileRow>(`
    ${batchFileColumns} where batch = (select key from batch where id = ?) and path > ? order by path limit ?`)
  const reportOf = (concern: string) =>
    db.prepare<[string, number, number], ReportRow>(`
    select l.key, l.path, l.state, coalesce(f.bytes, l.bytes) as bytes, d.document, de.title, f.id as file,
      f.state as fileState, coalesce(o.id, ${knownTo}) as duplicateOf, ${before} as sameAs,
      (select count(*) from page p where p.file = f.key) as pages,
      coalesce(f.error, l.says, f.remark) as says, l.state = 'added' and f.key is not null and l.says is not null as differs
    from batch b join batch_file l on l.batch = b.key left join batch_document d on d.key = l.part
      left join document x on x.id = d.document left join description de on de.document = x.key
      left join file f on f.key = l.file left join file o on o.key = f.duplicate_of
    where b.id = ? and l.key > ? and ${concern} order by l.key limit ?`)
  const reports: Record<BatchFileConcern | 'all', ReturnType<typeof reportOf>> = {
    all: reportOf('true'),
    failed: reportOf("(l.state = 'failed' or f.state = 'failed')"),
    'passed-over': reportOf("l.state = 'passed-over'"),
    duplicates: reportOf(`(f.duplicate_of is not null or ${knownTo} is not null or ${before} is not null)`),
  }
  const documents = db.prepare<[string, number, number], BatchDocument & { key: number }>(`
    select d.key, d.document as id, de.title, count(*) as files, coalesce(sum(f.state = 'done'), 0) as read,
      coalesce(sum(f.state = 'failed' or l.state = 'failed'), 0) as failed,
      coalesce(sum((select count(*) from page p where p.file = f.key)), 0) as pages
    from batch b join batch_document d on d.batch = b.key join document x on x.id = d.document
      join description de on de.document = x.key
      join batch_file l on l.part = d.key and l.role <> 'metadata' left join file f on f.key = l.file
    where b.id = ? and d.key > ? and x.deleted_at is null group by d.key order by d.key limit ?`)

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
      return { files, reading, unattended: reading.waiting > 0 ? (unattended.get(id) ?? 0) : 0 }
    },
    async unpictured(id) {
      return unpictured.get(id) ?? 0
    },
    async documents(id, slice) {
      const rows = documents.all(id, keyOfCursor(slice.cursor, 0), slice.limit + 1)
      return listing(
        rows,
        slice,
        ({ key }) => key,
        ({ key: _, ...row }) => row,
      )
    },
    async report(id, slice, only = null) {
      const rows = reports[only ?? 'all'].all(id, keyOfCursor(slice.cursor, 0), slice.limit + 1)
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
