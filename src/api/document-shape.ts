import { createHash } from 'node:crypto'
import { z } from 'zod'
import { keepsArchive, mayKnow } from '../actions/see.ts'
import type { Actor } from '../domain/access.ts'
import {
  type DocumentRecord,
  fileRoles,
  fileStates,
  type StoredFile,
  visibilities,
} from '../domain/document.ts'
import { edtf, language, text } from './fields.ts'

const Identifiers = z.array(z.object({ scheme: text(100), value: text(500) })).max(200)
const Subjects = z.array(text(500)).max(500)

/** What an archivist writes of who may see something. */
export const Showing = {
  visibility: z.enum(visibilities).nullish(),
  embargoUntil: z.iso.date('write a day such as 2031-01-01').nullish(),
  group: z
    .string()
    .max(100)
    .nullish()
    .meta({ description: 'The group that sees it where it is restricted; else archivists alone' }),
}

/** What an archivist writes of a document; every field may be left out. */
export const DescriptionBody = z
  .object({
    title: text(2000).nullish(),
    date: edtf.nullish(),
    creator: text(1000).nullish(),
    type: text(200).nullish(),
    language: language.nullish(),
    collection: z.string().max(100).nullish().meta({ description: 'The id of the collection it lies in' }),
    identifiers: Identifiers.nullish(),
    subjects: Subjects.nullish(),
    abstract: text(100_000).nullish(),
    rights: text(10_000).nullish(),
    ...Showing,
  })
  .meta({ id: 'Description' })

/** Uploads in pieces that are whole by now, by their ids: files that need not be sent again. */
export const UploadIds = z
  .array(z.string())
  .max(1000)
  .nullish()
  .meta({ description: 'Ids of uploads that were sent in pieces' })

/** Files as parts of a form. */
export const FileParts = z.array(z.string().meta({ format: 'binary' }))

const DateReply = z
  .object({
    edtf: z.string().nullable(),
    earliest: z.string().nullable(),
    latest: z.string().nullable(),
    status: z.enum(['stated', 'inferred', 'disputed', 'conflicting', 'unknown']),
  })
  .meta({ id: 'Date' })

export const FileReply = z
  .object({
    id: z.string(),
    name: z.string(),
    mediaType: z.string(),
    bytes: z.int(),
    sha256: z.string(),
    role: z.enum(fileRoles),
    state: z.enum(fileStates),
    error: z.string().nullable(),
    remark: z.string().nullable().meta({
      description:
        'What was assumed while reading, such as an encoding, and which pages of a transcription are matched to none',
    }),
    duplicateOf: z
      .string()
      .nullable()
      .meta({ description: 'The first file with the same bytes; shown to archivists' }),
  })
  .meta({ id: 'File' })

export const DocumentReply = z
  .object({
    id: z.string(),
    title: z.string(),
    date: DateReply,
    creator: z.string().nullable(),
    type: z.string().nullable(),
    language: z.string().nullable(),
    collection: z.string().nullable(),
    identifiers: Identifiers,
    subjects: Subjects,
    abstract: z.string().nullable(),
    rights: z.string().nullable(),
    disputed: z.array(z.string()).meta({
      description: 'The properties on which the best claims disagree',
    }),
    visibility: z.enum(visibilities),
    embargoUntil: z.string().nullable(),
    group: z.string().nullable(),
    narrowedBy: z.array(z.string()).optional().meta({
      description:
        'The ids of the collections around it that let fewer people see it than it says itself, where there are any',
    }),
    mayAnnotate: z.literal(true).optional().meta({
      description: 'Of one document: who asks may annotate it, because of a role in a collection',
    }),
    pageCount: z.int(),
    createdAt: z.string(),
    updatedAt: z.string(),
    deletedAt: z.string().optional().meta({ description: 'Only of deleted documents, in the list of those' }),
    witnesses: z.array(z.object({ id: z.string(), label: z.string(), files: z.array(FileReply) })),
    notes: z
      .array(z.object({ kind: z.string(), says: z.string(), see: z.string() }))
      .meta({ description: 'What misleads people about it, and the document to see' }),
    job: z.object({ id: z.string() }).nullable(),
  })
  .meta({ id: 'Document' })

export { DateReply }

/** A document as an actor is shown it at a time. */
export function presentDocument(
  record: DocumentRecord,
  actor: Actor,
  at: string,
): z.input<typeof DocumentReply> {
  const {
    description,
    witnesses,
    job,
    id,
    visibility,
    embargoUntil,
    group,
    narrowedBy,
    pageCount,
    createdAt,
    updatedAt,
  } = record
  const { identifiers, subjects, disputed, ...fields } = description
  return {
    id,
    ...fields,
    identifiers: [...identifiers],
    subjects: [...subjects],
    disputed: [...disputed],
    visibility,
    embargoUntil,
    group,
    ...(narrowedBy.length > 0 && { narrowedBy: [...narrowedBy] }),
    pageCount,
    createdAt,
    updatedAt,
    ...(record.deletedAt !== null && { deletedAt: record.deletedAt }),
    witnesses: witnesses.map(({ id, label, files }) => ({
      id,
      label,
      files: files.map((file) => presentFile(file, actor)),
    })),
    notes: record.notes
      .filter(({ guard }) => guard.deletedAt === null && mayKnow(actor, guard, at))
      .map(({ kind, says, see }) => ({ kind, says, see })),
    job: job === null ? null : { id: job },
  }
}

/** A file as an actor is shown it: where else its bytes lie is for those who keep the archive. */
export function presentFile(file: StoredFile, actor: Actor): z.input<typeof FileReply> {
  const { id, name, mediaType, bytes, sha256, role, state, error, duplicateOf } = file
  const remark = [file.remark, file.mismatch].filter((said) => said !== null).join('; ') || null
  const duplicate = keepsArchive(actor) ? (duplicateOf?.file ?? null) : null
  return { id, name, mediaType, bytes, sha256, role, state, error, remark, duplicateOf: duplicate }
}

/** A strong entity tag that carries the version, so that an If-Match survives what a job changes meanwhile. */
export const versionedTag = (version: number, body: unknown): string => `"${version}-${digestOf(body)}"`

const digestOf = (body: unknown): string =>
  createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 16)
