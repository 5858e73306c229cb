import { createReadStream } from 'node:fs'
import { CsvError, parse } from 'csv-parse'
import { ArchiveError, invalid } from '../../domain/errors.ts'
import { unguarded } from '../../domain/import/lists.ts'
import type { Table, TableReader, TableRow } from '../../ports/table-reader.ts'
import { countRows } from './count-rows.ts'
import { encodingOfFile } from './file-encoding.ts'
import { linesOf } from './lines.ts'

const mostOfRow = 1_000_000
// Beyond this a quote was surely never closed.
const mostHeld = 16_000_000
const tooLarge = 'is larger than 1 MB, the most that a row can have.'

type Opened = Table & { encoding: string; delimiter: string }

/** Reads CSV (RFC 4180, divided by commas, semicolons or tabs) and JSON Lines, as streams. */
export function tableReader(): TableReader {
  async function look(path: string): Promise<Opened | null> {
    const { encoding, assumed, isEmpty } = await encodingOfFile(path)
    if (isEmpty) return null
    const first = await firstLine(path, encoding)
    if (first.trimStart().startsWith('{'))
      return { format: 'jsonl', header: null, assumed, encoding, delimiter: '' }
    return { format: 'csv', header: [], assumed, encoding, delimiter: delimiterOf(first) }
  }

  async function lookInto(path: string): Promise<Opened> {
    const opened = await look(path)
    if (opened === null) throw invalid('files', 'is empty: there is nothing to import.')
    return opened
  }

  return {
    async open(path) {
      const { format, assumed, encoding, delimiter } = await lookInto(path)
      if (format === 'jsonl') return { format, header: null, assumed }
      const records = csvRecords(path, encoding, delimiter)
      try {
        const header = (await records.next()).value?.cells ?? []
        const row = await records.next()
        if (row.done) throw invalid('files', 'has a header and no row: there is nothing to import.')
        return { format, header, assumed }
      } catch (error) {
        if (error instanceof ArchiveError && error.fault === 'unreadable-file')
          throw invalid('files', error.message)
        throw error
      } finally {
        await records.return(undefined)
      }
    },

    async count(path) {
      const { format, encoding } = await lookInto(path)
      const rows = await countRows(decoded(path, encoding), format === 'csv')
      return format === 'csv' ? Math.max(0, rows - 1) : rows
    },

    async *rows(path) {
      const opened = await look(path)
      if (opened === null) return
      const { format, encoding, delimiter } = opened
      if (format === 'jsonl') yield* jsonRows(path, encoding)
      else yield* csvRows(path, encoding, delimiter)
    },
  }
}

async function* csvRows(path: string, encoding: string, delimiter: string): AsyncGenerator<TableRow> {
  let header: string[] | null = null
  let number = 0
  for await (const { cells, size } of csvRecords(path, encoding, delimiter)) {
    number++
    if (header === null) {
      header = cells
      continue
    }
    if (size > mostOfRow) yield { number, cells: null, fault: `The row ${tooLarge}` }
    else if (cells.length > header.length) {
      const fault = `The row has ${cells.length} cells, the header ${header.length}: a value with the dividing sign in it needs quotes.`
      yield { number, cells: null, fault }
    } else {
      const named = header.map((name, at) => [name, unguarded(cells[at] ?? '')])
      yield { number, cells: Object.fromEntries(named), fault: null }
    }
  }
}

async function* csvRecords(
  path: string,
  encoding: string,
  delimiter: string,
): AsyncGenerator<{ cells: string[]; size: number }> {
  const records: string[][] = []
  let failure: Error | null = null
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: mostHeld,
    // Taken here and not from the stream, which forgets what it has read when it breaks off.
    on_record: (record: string[]) => {
      records.push(record)
      return null
    },
  })
  parser.on('error', (error) => {
    failure = error
  })
  parser.resume()
  function* taken() {
    for (const cells of records.splice(0))
      yield { cells, size: cells.reduce((sum, cell) => sum + cell.length, 0) }
    if (failure instanceof CsvError) throw new ArchiveError('unreadable-file', csvFault(failure))
    if (failure) throw failure
  }
  try {
    for await (const piece of decoded(path, encoding)) {
      await new Promise<void>((resolve) => parser.write(piece, () => resolve()))
      yield* taken()
    }
    await new Promise<void>((resolve) => parser.end(() => resolve()))
    yield* taken()
  } finally {
    parser.destroy()
  }
}

function csvFault(error: CsvError): string {
  const line = 'lines' in error ? ` in line ${error.lines}` : ''
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return `A quote that opens${line} is never closed.`
  if (error.code === 'CSV_MAX_RECORD_SIZE') return `The row${line} does not end: a quote is never closed.`
  return `It is not well-formed CSV${line}: a quote inside a value is written twice, and such a value stands in quotes.`
}

async function* jsonRows(path: string, encoding: string): AsyncGenerator<TableRow> {
  let number = 0
  for await (const line of linesOf(decoded(path, encoding), mostOfRow)) {
    number++
    if (line === null) yield { number, cells: null, fault: `The line ${tooLarge}` }
    else if (line.trim() !== '') yield { number, ...objectOf(line) }
  }
}

function objectOf(line: string): Pick<TableRow, 'cells' | 'fault'> {
  try {
    const cells: unknown = JSON.parse(line)
    if (typeof cells === 'object' && cells !== null && !Array.isArray(cells))
      return { cells: cells as Record<string, unknown>, fault: null }
  } catch {}
  return { cells: null, fault: 'The line is no JSON object.' }
}

async function* decoded(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

async function firstLine(path: string, encoding: string): Promise<string> {
  for await (const line of linesOf(decoded(path, encoding), mostOfRow))
    if (line?.trim() !== '') return line ?? ''
  return ''
}

/** The sign that divides the header most often, outside of quotes. */
function delimiterOf(header: string): string {
  const bare = header.replace(/"(?:[^"]|"")*"/g, '')
  const count = (sign: string) => bare.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}
