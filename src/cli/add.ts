import { rm } from 'node:fs/promises'
import { z } from 'zod'
import { addDocument } from '../actions/add-document.ts'
import { DescriptionBody } from '../api/document-shape.ts'
import type { Archive } from '../app.ts'
import type { DocumentRecord } from '../domain/document.ts'
import { invalid } from '../domain/errors.ts'
import { filesIn } from './files-in.ts'
import { ownOrFollow } from './own-or-follow.ts'
import { type Progress, progressOn } from './progress.ts'
import { receive } from './receive.ts'
import type { Opening } from './serve.ts'
import { untilRead } from './until-read.ts'

export type AddOptions = {
  title?: string
  date?: string
  creator?: string
  language?: string
  type?: string
  visibility?: string
  /** Passes over files whose very bytes are in the archive already. */
  skipKnown?: boolean
}

const actor = { id: 'command line', role: 'administrator' } as const

/**
 * Adds files, and the files in folders, each as a document, and waits until they are read: by itself, or by a server
 * that serves the archive meanwhile. 0 when all were added and read, 1 when some were not.
 */
export async function add({ open }: Opening, paths: readonly string[], options: AddOptions): Promise<number> {
  const description = descriptionOf(options)
  const { files, missing } = await filesIn(paths)
  for (const path of missing) console.error(`${path}: there is no such file or folder`)
  if (options.title !== undefined && files.length > 1)
    throw invalid('--title', 'is for a single file: leave it out for several.')
  if (files.length === 0) return 1
  const archive = await open()
  const progress = progressOn(process.stderr)
  try {
    const added: DocumentRecord[] = []
    let failures = missing.length
    progress.begin('Adding', files.length)
    for (const path of files) {
      try {
        const document = await addFile(archive, path, description, options.skipKnown ?? false)
        if (document) added.push(document)
        else progress.say(`${path}: the archive has these bytes already; passed over`)
      } catch (error) {
        if (!(error instanceof Error)) throw error
        failures++
        progress.say(`${path}: ${error.message}`)
      }
      progress.step()
    }
    progress.end()
    failures += await readAll(archive, added, progress)
    return failures === 0 ? 0 : 1
  } finally {
    progress.end()
    await archive.close()
  }
}

/** Adds a file as a document; null where its bytes are known and known ones are to be passed over. */
async function addFile(
  { deps }: Archive,
  path: string,
  description: z.output<typeof Said>,
  skipKnown: boolean,
): Promise<DocumentRecord | null> {
  const upload = await receive(deps.files, path)
  if (skipKnown && (await deps.documents.namesBytes(upload.sha256))) {
    await rm(upload.path)
    return null
  }
  return addDocument(deps, actor, { description, uploads: [upload], idempotency: null })
}

/** Reads what was added and reports each file; returns how many could not be read. */
async function readAll(
  archive: Archive,
  added: readonly DocumentRecord[],
  progress: Progress,
): Promise<number> {
  const release = await ownOrFollow(archive)
  try {
    progress.begin('Reading', added.length)
    let failures = 0
    for (const { id } of added) {
      const file = await untilRead(archive.deps, id)
      if (file?.state === 'failed') failures++
      progress.say(report(file))
      progress.step()
    }
    progress.end()
    return failures
  } finally {
    release()
  }
}

function report(file: Awaited<ReturnType<typeof untilRead>>): string {
  if (!file) return 'A document was deleted meanwhile'
  const says = file.error ?? (file.state === 'waiting' ? 'kept, waits for recognition' : 'read')
  const twice = file.duplicateOf ? ` (the same bytes as ${file.duplicateOf.file})` : ''
  return `${file.name}: ${says}${twice}`
}

/** What may be said of a document on the command line. */
const Said = DescriptionBody.pick({
  title: true,
  date: true,
  creator: true,
  language: true,
  type: true,
}).extend({
  visibility: z.enum(['public', 'members', 'restricted'], 'is public, members or restricted').optional(),
})

function descriptionOf({ skipKnown: _, ...options }: AddOptions): z.output<typeof Said> {
  const read = Said.safeParse(options)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw invalid(`--${issue?.path.join('.')}`, issue?.message ?? 'cannot be read')
}
