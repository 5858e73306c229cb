import type { Actor } from '../domain/access.ts'
import { invalid, notFound } from '../domain/errors.ts'
import { fileName } from '../domain/file-name.ts'
import { readHeader } from '../domain/import/columns.ts'
import type { Command, Listing, Slice } from '../ports/command.ts'
import type { FileStore } from '../ports/file-store.ts'
import type { Clock, NewId } from '../ports/identity.ts'
import type { Import, ImportReader, ImportWriter, ReportRow, RowOutcome } from '../ports/imports.ts'
import type { TableReader } from '../ports/table-reader.ts'
import type { Received } from './store-upload.ts'

export type ImportDeps = {
  imports: ImportReader
  importWriter: ImportWriter
  tables: TableReader
  files: FileStore
  newId: NewId
  clock: Clock
  wake(): void
}

export type ImportOptions = { dryRun: boolean; keepUnknown: boolean }

/**
 * Begins an import of a table that was received: its header is checked at once (ArchiveError('invalid-input') says what
 * is wrong with it), its rows are read by a job.
 */
export async function beginImport(
  deps: ImportDeps,
  actor: Actor,
  uploads: readonly Received[],
  options: ImportOptions,
  idempotency: Command['idempotency'],
): Promise<Import> {
  const [upload, another] = uploads
  if (!upload || another) throw invalid('files', 'must be exactly one table, CSV or JSON Lines.')
  const table = await deps.tables.open(upload.path)
  if (table.header) readHeader(table.header, options.keepUnknown)
  const total = await deps.tables.count(upload.path)
  await deps.files.put(upload.path, upload.sha256)
  const begun = await deps.importWriter.begin({
    actor: actor.id,
    at: deps.clock(),
    idempotency,
    id: deps.newId('i'),
    job: deps.newId('j'),
    name: fileName(upload.name),
    sha256: upload.sha256,
    format: table.format,
    assumed: table.assumed,
    total,
    ...options,
  })
  deps.wake()
  return begun
}

/** An import and how far it is. */
export async function seeImport({ imports }: Pick<ImportDeps, 'imports'>, id: string): Promise<Import> {
  const found = await imports.find(id)
  if (!found) throw notFound('import')
  return found
}

/** A page of what became of its rows, of all or those of one outcome. */
export const readReport = (
  { imports }: Pick<ImportDeps, 'imports'>,
  id: string,
  slice: Slice & { outcome?: RowOutcome },
): Promise<Listing<ReportRow>> => imports.report(id, slice)

/** What became of all of its rows, some at a time. */
export async function* wholeReport(
  { imports }: Pick<ImportDeps, 'imports'>,
  id: string,
): AsyncGenerator<ReportRow[]> {
  let cursor: string | null = null
  do {
    const page: Listing<ReportRow> = await imports.report(id, { limit: 1000, cursor })
    yield page.items
    cursor = page.next
  } while (cursor !== null)
}
