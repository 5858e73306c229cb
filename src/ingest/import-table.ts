import { ArchiveError } from '../domain/errors.ts'
import { type Remark, readRow } from '../domain/import/row.ts'
import type { CollectionReader } from '../ports/collections.ts'
import type { FileStore } from '../ports/file-store.ts'
import type { Clock, NewId } from '../ports/identity.ts'
import type { Import, ImportReader, ImportRow, ImportWriter } from '../ports/imports.ts'
import type { TableReader, TableRow } from '../ports/table-reader.ts'
import { documentOfRow } from './document-of-row.ts'
import { collectionFinder, type FindCollection } from './find-collection.ts'

export type ImportTableDeps = {
  imports: ImportReader
  importWriter: ImportWriter
  collections: CollectionReader
  tables: TableReader
  files: FileStore
  newId: NewId
  clock: Clock
}

const rowsAtOnce = 100

/**
 * Goes on with an import from the row where it stands, a batch in each transaction, to its end. A table that breaks off
 * ends it with a sentence; what was added stays, and its keys are known. Throws where the archive is at fault.
 */
export async function importTable(
  deps: ImportTableDeps,
  table: Import,
  stopping: AbortSignal,
): Promise<void> {
  const { importWriter, files, tables, clock } = deps
  const find = collectionFinder(deps.collections)
  const error = await files.withLocalFile(table.sha256, async (path) => {
    let after = table.atRow
    let batch: ImportRow[] = []
    const write = async () => {
      if (batch.length === 0) return true
      const goesOn = await importWriter.addRows({ import: table.id, at: clock(), after, rows: batch })
      after = batch.at(-1)?.number ?? after
      batch = []
      return goesOn
    }
    try {
      for await (const row of tables.rows(path)) {
        if (row.number <= table.atRow) continue
        batch.push(await readTableRow(deps, table, row, find))
        if (batch.length < rowsAtOnce) continue
        if (!(await write())) return 'stopped'
        if (stopping.aborted) return 'stopped'
      }
      return (await write()) ? null : 'stopped'
    } catch (error) {
      if (!(error instanceof ArchiveError) || error.fault !== 'unreadable-file') throw error
      return (await write()) ? error : 'stopped'
    }
  })
  if (error === 'stopped') return
  await importWriter.end({ import: table.id, at: clock(), error: error?.message ?? null })
}

/** A row with the ids of what it adds. Without a key of its own it has that of its place in these very bytes. */
async function readTableRow(
  { newId, clock }: ImportTableDeps,
  table: Import,
  { number, cells, fault }: TableRow,
  find: FindCollection,
): Promise<ImportRow> {
  if (cells === null) {
    const remarks: Remark[] = [{ column: '', kind: 'wrong', says: fault ?? 'The row cannot be read.' }]
    return { number, key: null, remarks, document: null }
  }
  const read = readRow(cells, table.keepUnknown)
  const remarks = [...read.remarks]
  const collection = read.collection === null ? null : await find(read.collection)
  if (collection && 'problem' in collection)
    remarks.push({ column: 'collection', kind: 'wrong', says: collection.problem })
  const key = read.key ?? `${table.sha256}:${number}`
  if (read.refused || (collection && 'problem' in collection))
    return { number, key: read.key, remarks, document: null }
  const document = documentOfRow({ newId, clock }, table.createdBy, read, collection?.id ?? null)
  return { number, key, remarks, document }
}
