import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { addDocument } from '../actions/add-document.ts'
import type { Received } from '../actions/store-upload.ts'
import type { Archive } from '../app.ts'
import { type DocumentRecord, type Visibility, visibilities } from '../domain/document.ts'
import { ArchiveError, invalid } from '../domain/errors.ts'
import type { FileStore } from '../ports/file-store.ts'
import { type Progress, progressOn } from './progress.ts'
import type { Opening } from './serve.ts'
import { untilRead } from './until-read.ts'

export type AddOptions = { title?: string; language?: string; type?: string; visibility?: string }

const actor = { id: 'command line', role: 'administrator' } as const

/**
 * Adds files, and the files in folders, each as a document, and waits until they are read: by itself, or by a server
 * that serves the archive meanwhile. 0 when all were added and read, 1 when some were not.
 */
export async function add({ open }: Opening, paths: readonly string[], options: AddOptions): Promise<number> {
  const visibility = visibilityOf(options.visibility)
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
        added.push(await addFile(archive, path, { ...options, visibility }))
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

async function addFile(
  archive: Archive,
  path: string,
  options: AddOptions & { visibility: Visibility },
): Promise<DocumentRecord> {
  const { title, language, type, visibility } = options
  const upload = await receive(archive.deps.files, path)
  const description = { title, language, type, visibility }
  return addDocument(archive.deps, actor, { description, uploads: [upload], idempotency: null })
}

async function receive(files: FileStore, path: string): Promise<Received> {
  const incoming = await files.incoming()
  const hash = createHash('sha256')
  let bytes = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      bytes += chunk.length
      hash.update(chunk)
      next(null, chunk)
    },
  })
  await pipeline(createReadStream(path), measure, createWriteStream(incoming))
  return { path: incoming, name: basename(path), sha256: hash.digest('hex'), bytes }
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

/** Whoever holds the lock runs the jobs: this process, unless a server does. */
async function ownOrFollow(archive: Archive): Promise<() => void> {
  try {
    const unlock = archive.lock()
    await archive.run()
    return unlock
  } catch (error) {
    if (error instanceof ArchiveError && error.fault === 'locked') return () => {}
    throw error
  }
}

function report(file: Awaited<ReturnType<typeof untilRead>>): string {
  if (!file) return 'A document was deleted meanwhile'
  const says = file.error ?? (file.state === 'waiting' ? 'kept, waits for recognition' : 'read')
  const twice = file.duplicateOf ? ` (the same bytes as ${file.duplicateOf.file})` : ''
  return `${file.name}: ${says}${twice}`
}

/** The regular files named and those in the folders named, in natural order; hidden ones and links are passed over. */
async function filesIn(paths: readonly string[]): Promise<{ files: string[]; missing: string[] }> {
  const files: string[] = []
  const missing: string[] = []
  for (const path of paths) {
    const found = await stat(path).catch(() => null)
    if (found?.isFile()) files.push(path)
    else if (found?.isDirectory()) files.push(...(await filesBelow(path)))
    else missing.push(path)
  }
  return { files, missing }
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const inOrder = new Intl.Collator('en', { numeric: true })
  return entries
    .filter(
      (entry) => entry.isFile() && !join(entry.parentPath, entry.name).slice(folder.length).includes('/.'),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(inOrder.compare)
}

function visibilityOf(given = 'public'): Visibility {
  const known = visibilities.find((visibility) => visibility === given && visibility !== 'embargoed')
  if (known) return known
  throw invalid('--visibility', 'is public, members or restricted.')
}
