import { z } from 'zod'
import type { Chosen } from '../actions/upload-batch.ts'
import { batchFileStates, phases } from '../domain/bulk/batch.ts'
import { folderGroupings } from '../domain/bulk/group-folder.ts'
import { fileStates, visibilities } from '../domain/document.ts'
import { edtf, language, text } from './fields.ts'

const All = z.object({
  date: edtf.optional(),
  creator: text(1000).optional(),
  type: text(200).optional(),
  language: language.optional(),
  collection: z.string().max(100).optional(),
  visibility: z.enum(visibilities).optional(),
})

/** What uploads begin with. */
export const Begun = z
  .object({
    name: text(500)
      .default('Uploads')
      .meta({ description: 'Names the document of images outside any folder' }),
    grouping: z.enum(['folder', 'file']).default('folder'),
    skipKnown: z.boolean().default(false),
    all: All.default({}).meta({ description: 'What is said of each document that does not say it itself' }),
  })
  .meta({ id: 'NewUploads' })

/** What is said of uploads when they are to become documents. */
export const Committed = z.object({
  manifest: z
    .array(z.looseObject({ path: z.string() }))
    .max(50_000)
    .nullish()
    .meta({ description: 'Rows that say which files make which documents, by the columns of a manifest' }),
  groupings: z
    .record(z.string().max(4096), z.enum(folderGroupings))
    .refine((chosen) => Object.keys(chosen).length <= 50_000, 'are for more than 50,000 folders')
    .nullish()
    .meta({
      description:
        'What single folders become instead of the grouping of the whole, by their paths (the empty one: what lies in no folder); none: nothing. Left out, what was said last',
    }),
  skipKnown: z.boolean().nullish().meta({ description: 'Instead of what was said when they began' }),
  all: All.nullish().meta({ description: 'Instead of what was said when they began' }),
})
type Committed = z.output<typeof Committed>

/** The same as actions take it; what was left out stands as it was said before. */
export const chosenIn = ({ manifest, groupings, skipKnown, all }: Committed): Chosen => ({
  manifest: manifest ?? null,
  ...(groupings && { groupings }),
  ...(typeof skipKnown === 'boolean' && { skipKnown }),
  ...(all && { cells: all }),
})

const Counts = z.record(z.enum(batchFileStates), z.int())
/** A batch as replies tell of it. */
export const UploadsReply = z
  .object({
    id: z.string(),
    source: z.enum(['folder', 'upload']),
    name: z.string(),
    phase: z.enum(phases),
    grouping: z.enum(['folder', 'file']),
    groupings: z.record(z.string(), z.enum(folderGroupings)),
    skipKnown: z.boolean(),
    files: Counts.meta({ description: 'How many files are in which state' }),
    reading: z
      .record(z.enum(fileStates), z.int())
      .meta({ description: 'How far reading those is that were added' }),
    unattended: z.int().meta({
      description:
        'How many of those that wait for recognition no job will recognise as things stand: it is off, lacks a language, or was cancelled',
    }),
    job: z.object({ id: z.string() }).nullable(),
    createdBy: z.string(),
    createdAt: z.string(),
  })
  .meta({ id: 'Uploads' })

/** What became of a file of a batch. */
export const FileReport = z
  .object({
    path: z.string(),
    state: z
      .string()
      .meta({ description: 'received, listed, failed or passed-over; once added, how far reading is' }),
    bytes: z.int(),
    document: z.string().nullable(),
    title: z.string().nullable().meta({ description: 'The title of the document' }),
    file: z.string().nullable(),
    pages: z.int(),
    duplicateOf: z
      .string()
      .nullable()
      .meta({ description: 'The first file of the archive with the same bytes' }),
    sameAs: z.string().nullable().meta({
      description: 'As long as it became nothing: an earlier file of these uploads with the same bytes',
    }),
    message: z.string().nullable(),
  })
  .meta({ id: 'UploadedFile' })

/** What a batch would become. */
export const Planned = z.object({
  documents: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      files: z.array(z.object({ path: z.string(), role: z.string() })),
      wrong: z.string().nullable().meta({ description: 'Why it would not be added' }),
    }),
  ),
  others: z.array(
    z.object({ path: z.string(), state: z.enum(['passed-over', 'failed']), message: z.string() }),
  ),
  byManifest: z.boolean().meta({ description: 'Whether a manifest says so, not the rules' }),
})

/** A document that a batch became. */
export const DocumentReport = z
  .object({
    id: z.string(),
    title: z.string(),
    files: z.int(),
    read: z
      .int()
      .meta({ description: 'How many of its files are read, and recognised where they are scans' }),
    failed: z.int(),
    pages: z.int().meta({ description: 'How many pages there are so far' }),
  })
  .meta({ id: 'UploadedDocument' })
