import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { once, type Repeating } from '../actions/once.ts'
import {
  type BatchActionDeps,
  beginUploads,
  commitUploads,
  receiveUploads,
  seeBatch,
  tryUploads,
} from '../actions/upload-batch.ts'
import { invalid } from '../domain/errors.ts'
import { batchFileConcerns } from '../ports/batches.ts'
import { reportAsCsv, stateOf } from './batch-report.ts'
import { contentDisposition } from './content-disposition.ts'
import { csvType } from './csv-text.ts'
import { FileParts } from './document-shape.ts'
import { slice } from './fields.ts'
import { receiveFiles, uploadsOf } from './receive-files.ts'
import { type Route, route } from './route.ts'
import {
  Begun,
  Committed,
  chosenIn,
  DocumentReport,
  FileReport,
  Planned,
  UploadsReply,
} from './upload-shape.ts'

export type UploadRoutesDeps = BatchActionDeps & Repeating & { maxFile: number }

const tags: [string] = ['Uploads']
const params = z.object({ uploadId: z.string() })

/** Many files that are uploaded, grouped as a folder would be, and made documents of. */
export const uploadRoutes = (deps: UploadRoutesDeps): Route[] => {
  const presented = async (id: string): Promise<z.input<typeof UploadsReply>> => {
    const { manifest: _, cells: __, round: ___, job, ...batch } = await seeBatch(deps, id)
    return { ...batch, ...(await deps.batches.counts(id)), job: job === null ? null : { id: job } }
  }
  return [
    route({
      id: 'addUploads',
      method: 'post',
      path: '/uploads',
      tags,
      access: 'archivist',
      summary: 'Begin uploads that are to be grouped into documents',
      body: Begun,
      status: 201,
      reply: UploadsReply,
      faults: ['malformed-json', 'idempotency-mismatch', 'in-progress'],
      handle: async ({ body, actor, idempotencyKey, baseUrl }) => {
        const begun = await once(deps, actor.id, idempotencyKey, ['addUploads', body], (idempotency) =>
          beginUploads(deps, actor, { ...body, cells: body.all }, idempotency),
        )
        return {
          body: await presented(begun.id),
          headers: { Location: `${baseUrl}/api/v1/uploads/${begun.id}` },
        }
      },
    }),
    route({
      id: 'listUploads',
      method: 'get',
      path: '/uploads',
      tags,
      access: 'archivist',
      summary: 'Uploads and folders that were added, newest first',
      query: z.object(slice),
      status: 200,
      reply: z.object({ items: z.array(UploadsReply), next: z.string().nullable() }),
      faults: ['invalid-input'],
      handle: async ({ query }) => {
        const { items, next } = await deps.batches.list(query)
        const shown = []
        for (const { id } of items) shown.push(await presented(id))
        return { body: { items: shown, next } }
      },
    }),
    route({
      id: 'readUploads',
      method: 'get',
      path: '/uploads/:uploadId',
      tags,
      access: 'archivist',
      summary: 'How far uploads, or a folder, are, with what became of each file',
      params,
      query: z.object({
        ...slice,
        only: z.enum(batchFileConcerns).optional().meta({ description: 'Reports these files alone' }),
      }),
      status: 200,
      reply: UploadsReply.extend({
        report: z.object({ items: z.array(FileReport), next: z.string().nullable() }),
      }).meta({ id: 'UploadsWithReport' }),
      faults: ['not-found', 'invalid-input'],
      handle: async ({ params: { uploadId }, query }) => {
        const shown = await presented(uploadId)
        const { items, next } = await deps.batches.report(uploadId, query, query.only)
        const reported = items.map(({ says, fileState: _, differs: __, ...one }, at) => {
          const given = items[at] ?? { state: one.state, fileState: null }
          return { ...one, state: stateOf(given), message: says }
        })
        return { body: { ...shown, report: { items: reported, next } } }
      },
    }),
    route({
      id: 'listUploadedDocuments',
      method: 'get',
      path: '/uploads/:uploadId/documents',
      tags,
      access: 'archivist',
      summary: 'The documents that uploads, or a folder, became so far, and how far reading each is',
      params,
      query: z.object(slice),
      status: 200,
      reply: z.object({ items: z.array(DocumentReport), next: z.string().nullable() }),
      faults: ['not-found', 'invalid-input'],
      handle: async ({ params: { uploadId }, query }) => {
        await seeBatch(deps, uploadId)
        return { body: await deps.batches.documents(uploadId, query) }
      },
    }),
    route({
      id: 'readUploadsReport',
      method: 'get',
      path: '/uploads/:uploadId/report.csv',
      tags,
      access: 'archivist',
      summary: 'What became of each file, as CSV',
      params,
      status: 200,
      produces: 'text/csv',
      faults: ['not-found'],
      respond: async ({ params: { uploadId }, req, res }) => {
        await seeBatch(deps, uploadId)
        res.setHeader('Content-Type', csvType)
        res.setHeader('Content-Disposition', contentDisposition(`fonds-uploads-${uploadId}.csv`, csvType))
        if (req.method === 'HEAD') return void res.end()
        if (res.destroyed || req.socket.destroyed) return
        await pipeline(reportAsCsv(deps.batches, uploadId), res)
      },
    }),
    route({
      id: 'addUploadedFiles',
      method: 'post',
      path: '/uploads/:uploadId/files',
      tags,
      access: 'archivist',
      summary: 'Send files to uploads; the name of each may be its path within the folder',
      params,
      consumes: ['multipart/form-data'],
      parse: async (req, res, limits) => {
        const { fields } = await receiveFiles(deps.files, deps.maxFile, req, res, limits)
        const [stray] = Object.keys(fields)
        if (stray !== undefined) throw invalid(stray, 'is not a field of this form: send files as "files".')
        return {}
      },
      form: z.object({ files: FileParts }),
      body: z.object({}),
      status: 201,
      reply: UploadsReply,
      faults: ['not-found', 'conflict', 'too-large', 'unsupported-media-type', 'disk-full'],
      handle: async ({ params: { uploadId }, req }) => {
        await receiveUploads(deps, uploadId, uploadsOf(req))
        return { body: await presented(uploadId) }
      },
    }),
    route({
      id: 'planUploads',
      method: 'post',
      path: '/uploads/:uploadId/plan',
      tags,
      access: 'archivist',
      summary: 'What documents uploads would become; nothing is changed',
      params,
      body: Committed.default({}),
      status: 200,
      reply: Planned,
      faults: ['not-found', 'malformed-json'],
      handle: async ({ params: { uploadId }, body }) => ({
        body: await tryUploads(deps, uploadId, chosenIn(body)),
      }),
    }),
    route({
      id: 'commitUploads',
      method: 'post',
      path: '/uploads/:uploadId/commit',
      tags,
      access: 'archivist',
      summary: 'Make documents of uploads; a job adds and reads them',
      params,
      body: Committed.default({}),
      status: 200,
      reply: UploadsReply,
      faults: ['not-found', 'conflict', 'malformed-json', 'idempotency-mismatch', 'in-progress'],
      handle: async ({ params: { uploadId }, body, actor, idempotencyKey }) => {
        const chosen = chosenIn(body)
        const request = ['commitUploads', uploadId, chosen]
        await once(deps, actor.id, idempotencyKey, request, (idempotency) =>
          commitUploads(deps, actor, uploadId, chosen, idempotency),
        )
        return { body: await presented(uploadId) }
      },
    }),
    route({
      id: 'abandonUploads',
      method: 'delete',
      path: '/uploads/:uploadId',
      tags,
      access: 'archivist',
      summary: 'Give uploads up of which nothing was made',
      params,
      status: 204,
      faults: ['not-found', 'conflict'],
      handle: async ({ params: { uploadId }, actor }) => {
        await deps.batchWriter.abandon({ actor: actor.id, at: deps.clock(), id: uploadId })
      },
    }),
  ]
}
