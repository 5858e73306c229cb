import { rm } from 'node:fs/promises'
import { z } from 'zod'
import { addDocument } from '../actions/add-document.ts'
import { untilRead } from '../actions/until-read.ts'
import { DescriptionBody } from '../api/document-shape.ts'
import type { Archive } from '../app.ts'
import type { DocumentRecord } from '../domain/document.ts'
import { invalid } from '../domain/errors.ts'
import { addFolder, type FolderOptions } from './add/add-folder.ts'
import { pathsGiven } from './add/paths-given.ts'
import { sayReport, untilBatchRead, writeReport } from './add/read-batch.ts'
import { refuseUnwritable } from './add/report-place.ts'
import { shownName } from './add/shown-name.ts'
import { type Trial, tryFolder } from './add/try-folder.ts'
import { type Jobs, jobsOf } from './own-or-follow.ts'
import { type Progress, progressOn } from './progress.ts'
import { receive } from './receive.ts'
import type { Opening } from './serve.ts'

export type AddOptions = {
  title?: string
  date?: string
  creator?: string
  language?: string
  type?: string
  visibility?: string
  /** Passes over files whose very bytes are in the archive already. */
  skipKnown?: boolean
  /** Makes each file of a folder a document. */
  eachFile?: boolean
  manifest?: string
  batch?: string
  report?: string
  dryRun?: boolean
}

const actor = { id: 'command line', role: 'administrator' } as const
const interrupted = 130

/**
 * Adds files, each as a document, and folders, each as a batch, and waits until they are read: by itself, or by a server
 * that serves the archive meanwhile. 0 when all were added and read, 1 when some were not, 130 when it was interrupted.
 */
export async function add(
  { open, config, trial }: Opening & { trial: () => Trial },
  paths: readonly string[],
  options: AddOptions,
): Promise<number> {
  const description = descriptionOf(options)
  const { files, folders, missing } = await pathsGiven(paths)
  for (const path of missing) console.error(`${shownName(path)}: there is no such file or folder`)
  refuseMisfits(options, files, folders)
  if (files.length + folders.length === 0) return 1
  if (options.dryRun) return tryAll(trial(), config.home, files, folders, folderOptions(options))
  if (options.report !== undefined) await refuseUnwritable(options.report)
  const archive = await open()
  const jobs = jobsOf(archive)
  const progress = progressOn(process.stderr)
  const stop = stopOnSignals()
  try {
    let failures = missing.length
    if (files.length > 0) failures += await addFiles(archive, files, description, options, progress, jobs)
    for (const folder of folders) {
      if (stop.signal.aborted) break
      failures += await addWholeFolder(archive, folder, folderOptions(options), progress, jobs, stop.signal)
    }
    if (stop.signal.aborted)
      console.error('Stopped. Run the same command again to go on: nothing is added twice.')
    return stop.signal.aborted ? interrupted : failures === 0 ? 0 : 1
  } finally {
    progress.end()
    stop.forget()
    await archive.close()
    jobs.release()
  }
}

/** Adds files that were named one by one, and reads them; returns how many that went wrong with. */
async function addFiles(
  archive: Archive,
  files: readonly string[],
  description: z.output<typeof Said>,
  { skipKnown = false }: AddOptions,
  progress: Progress,
  jobs: Jobs,
): Promise<number> {
  const added: DocumentRecord[] = []
  let failures = 0
  progress.begin('Adding', files.length)
  for (const path of files) {
    try {
      const document = await addFile(archive, path, description, skipKnown)
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
  return failures + (await readAll(archive, added, progress, jobs))
}

/** Adds a folder and reads it, says and writes what became of its files; returns how many went wrong. */
async function addWholeFolder(
  archive: Archive,
  folder: string,
  options: FolderOptions,
  progress: Progress,
  jobs: Jobs,
  stopping: AbortSignal,
): Promise<number> {
  await jobs.ensure()
  const { batch, isDone } = await addFolder(archive, folder, options, progress, stopping)
  const isRead = isDone && (await untilBatchRead(archive, batch, progress, stopping, jobs.ensure))
  progress.end()
  if (options.report !== null) await writeReport(archive, batch, options.report)
  if (stopping.aborted) return 0
  const wrong = await sayReport(archive, batch, progress, process.stderr.isTTY)
  if (isRead) return wrong
  console.error(`${folder}: the job was cancelled meanwhile. Run the same command again to go on.`)
  return wrong + 1
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
  jobs: Jobs,
): Promise<number> {
  await jobs.ensure()
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
}

async function tryAll(
  trial: Trial,
  home: string,
  files: readonly string[],
  folders: readonly string[],
  options: FolderOptions,
): Promise<number> {
  for (const path of files) console.log(`${shownName(path)}  1 file`)
  let wrong = 0
  for (const folder of folders) wrong += await tryFolder(trial, home, folder, options)
  return wrong === 0 ? 0 : 1
}

function report(file: Awaited<ReturnType<typeof untilRead>>): string {
  if (!file) return 'A document was deleted meanwhile'
  const says = file.error ?? (file.state === 'waiting' ? 'kept, waits for recognition' : 'read')
  const twice = file.duplicateOf ? ` (the same bytes as ${file.duplicateOf.file})` : ''
  return `${file.name}: ${says}${twice}`
}

/** Aborts at the first SIGINT or SIGTERM; the second does what it always does. */
function stopOnSignals(): { signal: AbortSignal; forget(): void } {
  const stop = new AbortController()
  const abort = () => stop.abort()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, abort)
  return {
    signal: stop.signal,
    forget: () => {
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, abort)
    },
  }
}

function refuseMisfits(options: AddOptions, files: readonly string[], folders: readonly string[]): void {
  if (options.title !== undefined && (files.length > 1 || folders.length > 0))
    throw invalid('--title', 'is for a single file: leave it out for several.')
  for (const name of ['manifest', 'batch', 'report'] as const)
    if (options[name] !== undefined && folders.length !== 1)
      throw invalid(`--${name}`, 'is for a single folder.')
}

function folderOptions(options: AddOptions): FolderOptions {
  const { date, creator, language, type, visibility, skipKnown = false, eachFile = false } = options
  const { batch = null, manifest = null, report = null } = options
  const cells = Object.fromEntries(
    Object.entries({ date, creator, language, type, visibility }).filter(([, value]) => value !== undefined),
  )
  return { cells, grouping: eachFile ? 'file' : 'folder', skipKnown, batch, manifest, report }
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

function descriptionOf({
  title,
  date,
  creator,
  language,
  type,
  visibility,
}: AddOptions): z.output<typeof Said> {
  const read = Said.safeParse({ title, date, creator, language, type, visibility })
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw invalid(`--${issue?.path.join('.')}`, issue?.message ?? 'cannot be read')
}
