import { parse } from 'csv-parse/sync'
import type { Request } from 'express'
import { ArchiveError, invalid } from '../domain/errors.ts'
import { readBytes } from './json-body.ts'

/**
 * The rows of a table in UTF-8 (RFC 4180), each by the names in its header. Faults: `too-large` over `limit` bytes,
 * `invalid-input` with the line where it is no table, or has none of these columns.
 */
export async function readCsv(
  req: Request,
  limit: number,
  needed: readonly string[],
): Promise<Record<string, string>[]> {
  const bytes = await readBytes(req, limit)
  const rows = rowsIn(bytes)
  const [header = {}] = rows
  if (rows.length > 0 && !needed.some((name) => name in header))
    throw invalid('', `The table has none of these columns: ${needed.join(', ')}.`)
  return rows
}

function rowsIn(bytes: Buffer): Record<string, string>[] {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return parse(text, { columns: true, bom: true, skip_empty_lines: true, relax_column_count_less: true })
  } catch (error) {
    if (error instanceof TypeError) throw new ArchiveError('invalid-input', 'The table is not UTF-8.')
    const { lines } = error as { lines?: number }
    throw invalid('', `This is no table in CSV${lines === undefined ? '' : `, at line ${lines}`}.`)
  }
}
