import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { type ExportDocumentsDeps, exportDocuments } from '../actions/export-documents.ts'
import { columns } from '../domain/import/columns.ts'
import { cellsOf, type WrittenRow } from '../domain/import/written-row.ts'
import { contentDisposition } from './content-disposition.ts'
import { type Context, type Route, route } from './route.ts'

const common = {
  method: 'get',
  tags: ['Imports'] as [string],
  access: 'reader',
  status: 200,
  faults: [],
} as const

const csvText = (rows: readonly (readonly string[])[]) =>
  stringify([...rows], { record_delimiter: 'windows', quote_record_delimiter: true })

const formats = {
  csv: {
    contentType: 'text/csv; charset=utf-8; header=present',
    // Without the mark spreadsheets take it for another encoding.
    head: `\ufeff${csvText([columns])}`,
    write: (rows: readonly WrittenRow[]) => csvText(rows.map(cellsOf)),
  },
  jsonl: {
    contentType: 'application/jsonl',
    head: '',
    write: (rows: readonly WrittenRow[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
  },
}

/** All documents that one may see, in the columns of an import. */
export const exportDocumentsRoutes = (deps: ExportDocumentsDeps): Route[] => [
  route({
    ...common,
    id: 'exportDocumentsAsCsv',
    path: '/export.csv',
    summary: 'All documents that you may see as CSV, in the columns of an import',
    produces: 'text/csv',
    respond: (asked) => send(deps, asked, 'csv'),
  }),
  route({
    ...common,
    id: 'exportDocumentsAsJsonl',
    path: '/export.jsonl',
    summary: 'All documents that you may see as JSON Lines, in the members of an import',
    produces: 'application/jsonl',
    reply: z.looseObject({ key: z.string(), title: z.string() }).meta({ id: 'ExportedDocument' }),
    respond: (asked) => send(deps, asked, 'jsonl'),
  }),
]

/** What goes wrong after the first batch breaks the connection, so that nobody takes a part for the whole. */
async function send(
  deps: ExportDocumentsDeps,
  { actor, req, res }: Context<unknown, unknown, unknown>,
  format: keyof typeof formats,
): Promise<void> {
  const { contentType, head, write } = formats[format]
  res.setHeader('Content-Type', contentType)
  const name = `fonds-${deps.clock().slice(0, 10)}.${format}`
  res.setHeader('Content-Disposition', contentDisposition(name, contentType))
  if (req.method === 'HEAD') return void res.end()
  if (res.destroyed || req.socket.destroyed) return
  async function* written() {
    yield head
    for await (const rows of exportDocuments(deps, actor)) yield write(rows)
  }
  await pipeline(written(), res)
}
