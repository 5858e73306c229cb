import { realpath, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { Archive } from '../../app.ts'
import type { Grouping } from '../../domain/bulk/group-folder.ts'
import { type Manifest, readManifest } from '../../domain/bulk/manifest.ts'
import { ArchiveError } from '../../domain/errors.ts'
import { addBatch } from '../../ingest/bulk/add-batch.ts'
import { planBatch } from '../../ingest/bulk/plan-batch.ts'
import type { TableReader } from '../../ports/table-reader.ts'
import type { Progress } from '../progress.ts'
import { folderSource } from './folder-source.ts'
import { shownName } from './shown-name.ts'
import { type Walking, walkFolder } from './walk-folder.ts'

export type FolderOptions = {
  /** What is said of each document that does not say it itself, by the columns of an import. */
  cells: Readonly<Record<string, unknown>>
  grouping: Grouping
  skipKnown: boolean
  /** What the batch is called; without it the folder's real path. */
  batch: string | null
  manifest: string | null
  /** Where the report is written, which is no part of the folder. */
  report: string | null
}

const actor = { id: 'command line', role: 'administrator' } as const

/**
 * Adds the documents of a folder as a batch, or goes on with it where it was added before. Returns the id of the batch and
 * whether all was dealt with: not where `stopping` aborts, or the batch was cancelled meanwhile.
 */
export async function addFolder(
  { deps, home }: Archive,
  folder: string,
  options: FolderOptions,
  progress: Progress,
  stopping: AbortSignal,
): Promise<{ batch: string; isDone: boolean }> {
  const root = await realpath(folder)
  const { manifest, walking } = await walkingOf(deps, root, home, options)
  const batch = await deps.batchWriter.begin({
    ...{ actor: actor.id, at: deps.clock(), id: deps.newId('b'), job: deps.newId('j'), source: 'folder' },
    name: basename(root) || root,
    knownAs: options.batch === null ? `folder ${root}` : `batch ${options.batch}`,
    grouping: options.grouping,
    skipKnown: options.skipKnown,
    cells: options.cells,
  })
  const folders = walkFolder(root, walking)
  const isListed = await planBatch(deps, batch, folders, { manifest, isNew: true, stopping })
  if (!isListed) return { batch: batch.id, isDone: false }
  const { listed, again } = (await deps.batches.counts(batch.id)).files
  let failures = 0
  let done = 0
  progress.begin('Adding', listed + again)
  const isDone = await addBatch(
    deps,
    batch,
    folderSource(root, deps.files, deps.maxFile),
    ({ path, state, says }) => {
      if (state === 'failed') failures++
      if (says !== null && process.stderr.isTTY) progress.say(`${shownName(path)}: ${says}`)
      progress.reach(++done, listed + again, failures)
    },
    stopping,
  )
  progress.end()
  return { batch: batch.id, isDone }
}

/** How a folder is to be walked, with its manifest, if it has one or one is named. */
export async function walkingOf(
  deps: { tables: TableReader } & Pick<Archive['deps'], 'kindOf' | 'maxFile'>,
  root: string,
  home: string,
  { manifest: named, report }: Pick<FolderOptions, 'manifest' | 'report'>,
): Promise<{ manifest: Manifest | null; walking: Walking }> {
  const except = [
    await realpath(home).catch(() => resolve(home)),
    ...(report === null ? [] : [resolve(report)]),
  ]
  const inside = join(root, 'manifest.csv')
  const path = named ?? ((await isFile(inside)) ? inside : null)
  const walking = { kindOf: deps.kindOf, maxFile: deps.maxFile, except, manifest: path && resolve(path) }
  if (path === null) return { manifest: null, walking }
  if (!(await isFile(path)))
    throw new ArchiveError('invalid-input', `--manifest: ${path} is no file that can be read.`)
  return { manifest: await readManifest(deps.tables.rows(path)), walking }
}

const isFile = (path: string) =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
