import { z } from 'zod'
import type { AddDocumentDeps } from '../actions/add-document.ts'
import { addFiles } from '../actions/add-files.ts'
import { type UploadDeps, uploadsNamed } from '../actions/finish-upload.ts'
import { once, type Repeating } from '../actions/once.ts'
import { admit, audienceNow, type Seeing } from '../actions/see.ts'
import type { Actor } from '../domain/access.ts'
import { fileRoles, type StoredFile } from '../domain/document.ts'
import { ArchiveError, invalid, notFound } from '../domain/errors.ts'
import type { WithholdingReader } from '../ports/withholding.ts'
import { contentDisposition } from './content-disposition.ts'
import { demandedVersion } from './demanded-version.ts'
import { DocumentReply, FileParts, FileReply, presentFile, UploadIds } from './document-shape.ts'
import { presented } from './documents.ts'
import { receiveFiles, uploadsOf } from './receive-files.ts'
import { type Route, route } from './route.ts'
import { sendBytes } from './send-bytes.ts'

export type FileRoutesDeps = AddDocumentDeps &
  Seeing &
  Repeating &
  UploadDeps & { maxFile: number; withholding: WithholdingReader }

const AddedFiles = z.object({
  witness: z.string().nullish(),
  role: z.enum(fileRoles).nullish(),
  uploads: UploadIds,
})
const params = z.object({ fileId: z.string() })
const tags: [string] = ['Files']

/** Files: added to a document, described, and their bytes given back as they came. */
export const fileRoutes = (deps: FileRoutesDeps): Route[] => [
  route({
    id: 'addFiles',
    method: 'post',
    path: '/documents/:documentId/files',
    tags,
    access: 'archivist',
    summary: 'Add files to a witness of a document (default: the first)',
    params: z.object({ documentId: z.string() }),
    consumes: ['multipart/form-data', 'application/json'],
    parse: async (req, res, limits) =>
      (await receiveFiles(deps.files, deps.maxFile, req, res, limits)).fields,
    form: AddedFiles.omit({ uploads: true }).extend({ files: FileParts }),
    body: AddedFiles,
    status: 201,
    reply: DocumentReply,
    faults: [
      'not-found',
      'gone',
      'too-large',
      'unsupported-media-type',
      'precondition-failed',
      'idempotency-mismatch',
      'in-progress',
      'disk-full',
    ],
    handle: async ({ params, body, req, actor, idempotencyKey, ifMatch, baseUrl }) => {
      const uploads = [...uploadsOf(req), ...(await uploadsNamed(deps, body.uploads ?? []))]
      if (uploads.length === 0)
        throw invalid('files', 'is required: send at least one file as "files", or name uploads.')
      const document = params.documentId
      const input = { document, witness: body.witness ?? null, role: body.role ?? null }
      const request = ['addFiles', input, uploads.map(({ name, sha256 }) => [name, sha256])]
      const added = await once(deps, actor.id, idempotencyKey, request, (idempotency) =>
        addFiles(deps, actor, { ...input, uploads, idempotency, expectedVersion: demandedVersion(ifMatch) }),
      )
      return {
        ...presented(added, actor, deps.clock()),
        headers: { Location: `${baseUrl}/api/v1/documents/${added.id}` },
      }
    },
  }),
  route({
    id: 'readFile',
    method: 'get',
    path: '/files/:fileId',
    tags,
    access: 'reader',
    summary: 'What is known of a file',
    params,
    status: 200,
    reply: FileReply.extend({ document: z.string(), witness: z.string(), uploadedAt: z.string() }).meta({
      id: 'FileWithPlace',
    }),
    faults: ['not-found', 'gone'],
    handle: async ({ params, actor }) => {
      const file = await seeFile(deps, actor, params.fileId)
      const { document, witness, uploadedAt } = file
      return { body: { ...presentFile(file, actor), document, witness, uploadedAt } }
    },
  }),
  route({
    id: 'readFileContent',
    method: 'get',
    path: '/files/:fileId/content',
    tags,
    access: 'reader',
    summary: 'The original, byte for byte; answers Range',
    params,
    query: z.object({ download: z.enum(['true', 'false']).default('false') }),
    status: 200,
    produces: 'application/octet-stream',
    faults: ['not-found', 'gone', 'forbidden', 'precondition-failed', 'range-not-satisfiable'],
    respond: async ({ params, query, actor, req, res }) => {
      const file = await seeFile(deps, actor, params.fileId)
      if (await deps.withholding.ofFile(file.id, audienceNow(deps, actor)))
        throw new ArchiveError(
          'forbidden',
          'Parts of this file are withheld from you: its original is not given out, but its pages are, as far as you may see them.',
        )
      const { sha256, bytes, mediaType, name, uploadedAt } = file
      await sendBytes(req, res, {
        size: bytes,
        etag: `"${sha256}"`,
        lastModified: new Date(uploadedAt),
        mediaType: servedAs(file),
        disposition: contentDisposition(name, mediaType, query.download === 'true'),
        open: (from, to) => deps.files.openRange(sha256, from, to),
      })
    },
  }),
]

/** Browsers guess the encoding of a text that does not name it; what was read without a remark is UTF-8. */
function servedAs({ mediaType, state, remark }: StoredFile): string {
  const isUtf8 = mediaType.startsWith('text/') && state === 'done' && remark === null
  return isUtf8 ? `${mediaType}; charset=utf-8` : mediaType
}

/** A file that the actor may see. Throws ArchiveError('not-found' or 'gone'). */
export async function seeFile(deps: Seeing, actor: Actor, id: string): Promise<StoredFile> {
  const file = await deps.documents.file(id)
  if (!file) throw notFound('file')
  await admit(deps, actor, file.document).catch((error) => {
    throw error?.fault === 'not-found' ? notFound('file') : error
  })
  return file
}
