import type { Batch } from '../../domain/bulk/batch.ts'
import { ArchiveError } from '../../domain/errors.ts'
import { columnOf, unknownColumn } from '../../domain/import/columns.ts'
import { type RowRead, readRow } from '../../domain/import/row.ts'
import type { BatchPart, BatchSource } from '../../ports/batches.ts'

const mostBytes = 1_000_000

/** A description as it was read; `assumed` is told with the file that it came from. */
export type DescriptionRead = { row: RowRead; assumed: string | null }

/**
 * What is said of a document of a batch: by a file beside it, else by a manifest, else of all in the batch. Throws
 * ArchiveError('unreadable-file') that says what of it is wrong.
 */
export async function readDescription(
  batch: Pick<Batch, 'cells'>,
  part: BatchPart,
  source: BatchSource<unknown>,
): Promise<DescriptionRead> {
  const cells = byColumn(batch.cells, part.cells ?? {})
  for (const file of part.files.filter(({ role }) => role === 'metadata')) {
    const said = objectOf(await source.read(file, mostBytes), file.path)
    refuseOdd(said)
    Object.assign(cells, byColumn(said))
  }
  const row = readRow({ ...cells, title: cells.title ?? part.title }, false)
  const told = (isWrong: boolean) =>
    row.remarks
      .filter(({ kind }) => (kind === 'wrong') === isWrong)
      .map(({ column, says }) => `${column}: ${says}`)
      .join(' ')
  if (row.refused)
    throw new ArchiveError('unreadable-file', `What is said of the document is wrong. ${told(true)}`)
  return { row, assumed: told(false) || null }
}

function byColumn(...all: Readonly<Record<string, unknown>>[]): Record<string, unknown> {
  const cells: Record<string, unknown> = {}
  for (const [name, value] of all.flatMap((one) => Object.entries(one)))
    if (value !== null && value !== undefined) cells[columnOf(name) ?? name] = value
  return cells
}

/** A file beside a document has the fields of a request, whose values are texts; a table may have numbers and more. */
function refuseOdd(said: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(said)) {
    const isBlank = value === null || (typeof value === 'string' && value.trim() === '')
    const says =
      columnOf(name) === undefined && !isBlank
        ? unknownColumn(name)
        : typeof value === 'number'
          ? 'must be a text: write it in quotes.'
          : null
    if (says !== null)
      throw new ArchiveError('unreadable-file', `What is said of the document is wrong. ${name}: ${says}`)
  }
}

function objectOf(bytes: Uint8Array, path: string): Record<string, unknown> {
  try {
    const said: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (typeof said === 'object' && said !== null && !Array.isArray(said))
      return said as Record<string, unknown>
  } catch {}
  throw new ArchiveError('unreadable-file', `${path} should say what the document is, but is no JSON object.`)
}
