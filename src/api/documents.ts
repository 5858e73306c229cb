import { z } from 'zod'
import { type AddDocumentDeps, addDocument } from '../actions/add-document.ts'
import { mayAnnotateThere } from '../actions/annotate.ts'
import { type UploadDeps, uploadsNamed } from '../actions/finish-upload.ts'
import { once, type Repeating } from '../actions/once.ts'
import { removeDocument, restoreDocument } from '../actions/remove-document.ts'
import { reviseDocument } from '../actions/revise-document.ts'
import { keepsArchive, see } from '../actions/see.ts'
import { type DatingDeps, seeAsOf } from '../actions/see-dating.ts'
import { type TellingDeps, tellDocument } from '../actions/tell-document.ts'
import { type Actor, isAnonymous } from '../domain/access.ts'
import { audienceOf } from '../domain/audience.ts'
import { type DocumentRecord, fileStates } from '../domain/document.ts'
import { ArchiveError } from '../domain/errors.ts'
import { documentAsJsonLd } from '../linked-data/present-document.ts'
import { accepted } from './accepted.ts'
import { demandedVersion } from './demanded-version.ts'
import {
  DescriptionBody,
  DocumentReply,
  FileParts,
  presentDocument,
  UploadIds,
  versionedTag,
} from './document-shape.ts'
import { filterOf, filters, slice, time } from './fields.ts'
import { descriptionOf, receiveFiles, uploadsOf } from './receive-files.ts'
import { type Outcome, type Route, route } from './route.ts'

export type DocumentRoutesDeps = AddDocumentDeps &
  DatingDeps &
  TellingDeps &
  Repeating &
  UploadDeps & { maxFile: number }

const NewDocumentBody = DescriptionBody.extend({ uploads: UploadIds }).meta({ id: 'NewDocument' })

const params = z.object({ documentId: z.string() })
const tags: [string] = ['Documents']
const jsonLd = 'application/ld+json'
const LinkedDocument = z.looseObject({ '@graph': z.array(z.unknown()) }).meta({ id: 'LinkedDocument' })

/** Documents: added, listed, read, revised, deleted, restored. */
export const documentRoutes = (deps: DocumentRoutesDeps): Route[] => [
  route({
    id: 'addDocument',
    method: 'post',
    path: '/documents',
    tags,
    access: 'archivist',
    summary: 'Add a document, with files or without',
    consumes: ['multipart/form-data', 'application/json'],
    parse: async (req, res, limits) =>
      descriptionOf(await receiveFiles(deps.files, deps.maxFile, req, res, limits)),
    form: z.object({ description: NewDocumentBody, files: FileParts.optional() }),
    body: NewDocumentBody,
    status: 201,
    reply: DocumentReply,
    faults: [
      'too-large',
      'malformed-json',
      'unsupported-media-type',
      'idempotency-mismatch',
      'in-progress',
      'disk-full',
    ],
    handle: async ({ body, req, actor, idempotencyKey, baseUrl }) => {
      const { uploads: named, ...description } = body
      const uploads = [...uploadsOf(req), ...(await uploadsNamed(deps, named ?? []))]
      const request = ['addDocument', description, uploads.map(({ name, sha256 }) => [name, sha256])]
      const added = await once(deps, actor.id, idempotencyKey, request, (idempotency) =>
        addDocument(deps, actor, { description, uploads, idempotency }),
      )
      return {
        ...presented(added, actor, deps.clock()),
        headers: { Location: `${baseUrl}/api/v1/documents/${added.id}` },
      }
    },
  }),
  route({
    id: 'listDocuments',
    method: 'get',
    path: '/documents',
    tags,
    access: 'reader',
    summary: 'The documents, newest first',
    query: z.object({
      ...filters,
      fileState: z.enum(fileStates).optional().meta({ description: 'Documents with a file in this state' }),
      disputed: z.enum(['true', 'false']).default('false').meta({
        description: 'Those of whose claims the best disagree, or whose evidence cannot hold together',
      }),
      deleted: z
        .enum(['true', 'false'])
        .default('false')
        .meta({ description: 'The deleted ones; for archivists' }),
      ...slice,
    }),
    status: 200,
    reply: z.object({ items: z.array(DocumentReply), next: z.string().nullable() }),
    faults: ['invalid-input', 'forbidden'],
    handle: async ({ query, actor }) => {
      const audience = audienceOf(actor, deps.clock().slice(0, 10))
      const deleted = query.deleted === 'true'
      if (deleted && !keepsArchive(actor)) {
        throw new ArchiveError(
          isAnonymous(actor) ? 'unauthenticated' : 'forbidden',
          'Deleted documents are listed for archivists.',
        )
      }
      const filter = {
        ...filterOf(query),
        fileState: query.fileState,
        disputed: query.disputed === 'true',
        deleted,
      }
      const { items, next } = await deps.documents.list(audience, filter, query)
      return { body: { items: items.map((record) => presentDocument(record, actor, deps.clock())), next } }
    },
  }),
  route({
    id: 'readDocument',
    method: 'get',
    path: '/documents/:documentId',
    tags,
    access: 'reader',
    summary: 'A document, now or as its description stood at a time',
    params,
    query: z.object({ asOf: time.optional() }),
    status: 200,
    reply: DocumentReply,
    alternatives: [jsonLd],
    faults: ['not-found', 'gone'],
    handle: async ({ params, query, actor, req, baseUrl }) => {
      const record = await seeAsOf(deps, actor, params.documentId, query.asOf)
      const may = await mayAnnotateThere(deps, actor, record.id)
      const shown = presented(record, actor, deps.clock(), may ? { mayAnnotate: true } : {})
      if (accepted(req, 'application/json', jsonLd) !== jsonLd) return shown
      const linked = documentAsJsonLd(baseUrl, await tellDocument(deps, actor, record, query.asOf))
      const instead = { mediaType: jsonLd, text: JSON.stringify(linked) }
      return { ...shown, etag: versionedTag(record.version, linked), instead }
    },
  }),
  route({
    id: 'exportDocumentAsJsonLd',
    method: 'get',
    path: '/documents/:documentId/export.jsonld',
    tags,
    access: 'reader',
    summary: 'All that is said of a document as JSON-LD, at an address that has it in no other form',
    params,
    status: 200,
    produces: jsonLd,
    reply: LinkedDocument,
    faults: ['not-found', 'gone'],
    handle: async ({ params, actor, baseUrl }) => {
      const record = await see(deps, actor, params.documentId)
      const body = documentAsJsonLd(baseUrl, await tellDocument(deps, actor, record))
      return { body: body as z.input<typeof LinkedDocument> }
    },
  }),
  route({
    id: 'reviseDocument',
    method: 'patch',
    path: '/documents/:documentId',
    tags,
    access: 'archivist',
    summary: 'Change the description: each field makes claims that supersede the ones shown',
    params,
    body: DescriptionBody,
    status: 200,
    reply: DocumentReply,
    faults: ['not-found', 'gone', 'precondition-failed', 'malformed-json'],
    handle: async ({ params, body, actor, ifMatch }) => {
      const version = demandedVersion(ifMatch)
      return presented(
        await reviseDocument(deps, actor, params.documentId, body, version),
        actor,
        deps.clock(),
      )
    },
  }),
  route({
    id: 'removeDocument',
    method: 'delete',
    path: '/documents/:documentId',
    tags,
    access: 'archivist',
    summary: 'Delete a document; a tombstone stays, and an administrator can restore it',
    params,
    status: 204,
    faults: ['not-found', 'gone', 'precondition-failed'],
    handle: ({ params, actor, ifMatch }) =>
      removeDocument(deps, actor, params.documentId, demandedVersion(ifMatch)),
  }),
  route({
    id: 'restoreDocument',
    method: 'post',
    path: '/documents/:documentId/restore',
    tags,
    access: 'administrator',
    summary: 'Restore a deleted document',
    params,
    status: 200,
    reply: DocumentReply,
    faults: ['not-found', 'precondition-failed', 'idempotency-mismatch', 'in-progress'],
    handle: async ({ params, actor, ifMatch, idempotencyKey }) => {
      const { documentId } = params
      const expectedVersion = demandedVersion(ifMatch)
      const request = ['restoreDocument', documentId]
      const restored = await once(deps, actor.id, idempotencyKey, request, (idempotency) =>
        restoreDocument(deps, actor, documentId, { expectedVersion, idempotency }),
      )
      return presented(restored, actor, deps.clock())
    },
  }),
]

/** A document as an actor is shown it, with the tag of its version. */
export function presented(
  record: DocumentRecord,
  actor: Actor,
  at: string,
  also: { mayAnnotate?: true } = {},
): Outcome<z.input<typeof DocumentReply>> & { etag: string } {
  const body = { ...presentDocument(record, actor, at), ...also }
  return { body, etag: versionedTag(record.version, body) }
}
