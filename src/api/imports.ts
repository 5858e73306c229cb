import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { beginImport, type ImportDeps, readReport, seeImport, wholeReport } from '../actions/import-table.ts'
import { once, type Repeating } from '../actions/once.ts'
import { invalid } from '../domain/errors.ts'
import { type Import, type ReportRow, rowOutcomes } from '../ports/imports.ts'
import { contentDisposition } from './content-disposition.ts'
import { csvHead, csvText, csvType } from './csv-text.ts'
import { FileParts } from './document-shape.ts'
import { slice } from './fields.ts'
import { type Multipart, receiveFiles, uploadsOf } from './receive-files.ts'
import { type Route, route } from './route.ts'

export type ImportRoutesDeps = ImportDeps & Repeating & { maxFile: number }

const tags: [string] = ['Imports']
const params = z.object({ importId: z.string() })
const flag = z.enum(['true', 'false']).default('false')
const Options = z.object({
  dryRun: flag.meta({ description: 'Only say what would be added' }),
  keepUnknown: flag.meta({ description: 'Keep columns that are not known as a note' }),
})

const count = z.int()
const ImportReply = z
  .object({
    id: z.string(),
    state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
    name: z.string(),
    format: z.enum(['csv', 'jsonl']),
    dryRun: z.boolean(),
    keepUnknown: z.boolean(),
    assumed: z.string().nullable().meta({ description: 'What was assumed to read it, such as an encoding' }),
    atRow: count.meta({ description: 'The last row that is dealt with' }),
    counts: z.object({ added: count, known: count, refused: count, wouldAdd: count }),
    error: z.string().nullable().meta({ description: 'Where the table broke off, and why' }),
    job: z.object({ id: z.string() }),
    createdBy: z.string(),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: 'Import' })

const RowReply = z
  .object({
    row: z.int().meta({ description: 'As a spreadsheet counts: the header of a CSV is row 1' }),
    outcome: z.enum(rowOutcomes),
    key: z.string().nullable(),
    document: z.string().nullable(),
    remarks: z.array(
      z.object({ column: z.string(), kind: z.enum(['wrong', 'assumed', 'kept']), says: z.string() }),
    ),
  })
  .meta({ id: 'ImportedRow' })

/** Tables of documents: sent in, followed, reported row by row. */
export const importRoutes = (deps: ImportRoutesDeps): Route[] => [
  route({
    id: 'addImport',
    method: 'post',
    path: '/imports',
    tags,
    access: 'archivist',
    summary: 'Import a table of documents, CSV or JSON Lines; a job adds its rows',
    consumes: ['multipart/form-data'],
    parse: async (req, res, limits) =>
      optionsOf(await receiveFiles(deps.files, deps.maxFile, req, res, limits)),
    query: z.object({ dryRun: flag.optional(), keepUnknown: flag.optional() }),
    form: Options.extend({ files: FileParts }),
    body: Options,
    status: 201,
    reply: ImportReply,
    faults: ['too-large', 'unsupported-media-type', 'idempotency-mismatch', 'in-progress', 'disk-full'],
    handle: async ({ body, query, req, actor, idempotencyKey, baseUrl }) => {
      const options = {
        dryRun: [body.dryRun, query.dryRun].includes('true'),
        keepUnknown: [body.keepUnknown, query.keepUnknown].includes('true'),
      }
      const uploads = uploadsOf(req)
      const request = ['addImport', options, uploads.map(({ name, sha256 }) => [name, sha256])]
      const begun = await once(deps, actor.id, idempotencyKey, request, (idempotency) =>
        beginImport(deps, actor, uploads, options, idempotency),
      )
      return { body: present(begun), headers: { Location: `${baseUrl}/api/v1/imports/${begun.id}` } }
    },
  }),
  route({
    id: 'readImport',
    method: 'get',
    path: '/imports/:importId',
    tags,
    access: 'archivist',
    summary: 'How far an import is, with what became of its rows',
    params,
    query: z.object({
      ...slice,
      outcome: z.enum(rowOutcomes).optional().meta({ description: 'Only the rows of which this became' }),
    }),
    status: 200,
    reply: ImportReply.extend({
      report: z.object({ items: z.array(RowReply), next: z.string().nullable() }),
    }).meta({ id: 'ImportWithReport' }),
    faults: ['not-found', 'invalid-input'],
    handle: async ({ params: { importId }, query }) => {
      const found = await seeImport(deps, importId)
      const { items, next } = await readReport(deps, importId, query)
      return { body: { ...present(found), report: { items: items.map(presentRow), next } } }
    },
  }),
  route({
    id: 'readImportReport',
    method: 'get',
    path: '/imports/:importId/report.csv',
    tags,
    access: 'archivist',
    summary: 'What became of each row, as CSV',
    params,
    status: 200,
    produces: 'text/csv',
    faults: ['not-found'],
    respond: async ({ params: { importId }, req, res }) => {
      await seeImport(deps, importId)
      res.setHeader('Content-Type', csvType)
      res.setHeader('Content-Disposition', contentDisposition(`fonds-import-${importId}.csv`, csvType))
      if (req.method === 'HEAD') return void res.end()
      if (res.destroyed || req.socket.destroyed) return
      await pipeline(reportAsCsv(deps, importId), res)
    },
  }),
]

function optionsOf({ fields }: Multipart): unknown {
  const stray = Object.keys(fields).find((name) => !Object.hasOwn(Options.shape, name))
  if (stray !== undefined)
    throw invalid(stray, 'is not a field of this form: send "files", "dryRun" and "keepUnknown".')
  return fields
}

const present = ({ sha256: _, total: __, job, ...table }: Import): z.input<typeof ImportReply> => ({
  ...table,
  job: { id: job },
})

const presentRow = ({ number, remarks, ...row }: ReportRow): z.input<typeof RowReply> => ({
  row: number,
  ...row,
  remarks: [...remarks],
})

async function* reportAsCsv(deps: ImportDeps, id: string): AsyncGenerator<string> {
  yield csvHead(['row', 'outcome', 'key', 'document', 'wrong', 'assumed'])
  for await (const rows of wholeReport(deps, id)) {
    yield csvText(
      rows.map(({ number, outcome, key, document, remarks }) => {
        const said = (isWrong: boolean) =>
          remarks
            .filter(({ kind }) => (kind === 'wrong') === isWrong)
            .map(({ column, says }) => [column, says].filter((part) => part !== '').join(': '))
            .join(' ')
        return [number, outcome, key, document, said(true), said(false)]
      }),
    )
  }
}
