import type { Batch, BatchFile } from '../../domain/bulk/batch.ts'
import { isLitter } from '../../domain/bulk/kind-of-file.ts'
import { type Manifest, readManifest } from '../../domain/bulk/manifest.ts'
import { folderOf } from '../../domain/bulk/within.ts'
import { ArchiveError } from '../../domain/errors.ts'
import type { BatchReader, KindReader } from '../../ports/batches.ts'
import type { FileStore } from '../../ports/file-store.ts'
import type { TableReader } from '../../ports/table-reader.ts'
import { type AddBatchDeps, addBatch, type Source } from './add-batch.ts'
import { type FoundFolder, planBatch } from './plan-batch.ts'

export type AddUploadsDeps = AddBatchDeps & { tables: TableReader; kindOf: KindReader; files: FileStore }

const rowsAtOnce = 1000
const sliceMs = 1000

/**
 * Goes on with the oldest uploads that were asked to become documents, as a folder would; false where there are none. A
 * manifest that is wrong says so of every file: nothing is added, and the uploads stay.
 */
export async function addNextUploads(deps: AddUploadsDeps, stopping: AbortSignal): Promise<boolean> {
  const batch = await deps.batches.next()
  if (batch === null) return false
  if (batch.phase === 'listing' && !(await plan(deps, batch, stopping))) return false
  // Not to the end: whoever waits for a single file goes before.
  const soon = AbortSignal.any([stopping, AbortSignal.timeout(sliceMs)])
  return addBatch(deps, batch, uploadedSource(deps.files), () => {}, soon)
}

async function plan(deps: AddUploadsDeps, batch: Batch, stopping: AbortSignal): Promise<boolean> {
  const files = await allReceived(deps.batches, batch.id)
  try {
    const { folders, manifest } = await groupUploads(deps, batch, files)
    return await planBatch(deps, batch, folders, { manifest, isNew: false, stopping })
  } catch (error) {
    if (!(error instanceof ArchiveError) || error.fault !== 'invalid-input') throw error
    const { id, round } = batch
    const at = deps.clock()
    const pending = files.filter(({ state }) => state !== 'added')
    const others = pending.map(({ path }) => ({ path, state: 'failed' as const, says: error.message }))
    await deps.batchWriter.plan({ batch: id, round, at, documents: [], found: [], others })
    return deps.batchWriter.planned({ batch: id, round, at })
  }
}

/** All files that were uploaded to a batch, by their paths. */
export async function allReceived(batches: BatchReader, id: string): Promise<BatchFile[]> {
  const files: BatchFile[] = []
  for (;;) {
    const some = await batches.received(id, files.at(-1)?.path ?? '', rowsAtOnce)
    files.push(...some)
    if (some.length < rowsAtOnce) return files
  }
}

/**
 * Uploaded files by folder, and the manifest: the one that came with the request, else a `manifest.csv` in the folder that
 * all lie in. Throws ArchiveError('invalid-input') for a manifest that is wrong.
 */
export async function groupUploads(
  { files: store, tables, kindOf }: Pick<AddUploadsDeps, 'files' | 'tables' | 'kindOf'>,
  batch: Batch,
  files: readonly BatchFile[],
): Promise<{ folders: AsyncIterable<FoundFolder>; manifest: Manifest | null }> {
  // What a manifest named before and nobody sent is on the list, too.
  const common = commonFolder(files.filter(({ sha256 }) => sha256 !== null).map(({ path }) => path))
  const inside = common === '' ? 'manifest.csv' : `${common}/manifest.csv`
  const table = batch.manifest === null ? files.find(({ path }) => path === inside) : undefined
  const manifest =
    batch.manifest !== null
      ? await readManifest(numbered(batch.manifest))
      : table?.sha256
        ? await store.withLocalFile(table.sha256, (path) => readManifest(tables.rows(path), common))
        : null
  const byFolder = Map.groupBy(files, ({ path }) => folderOf(path))
  async function* folders(): AsyncGenerator<FoundFolder> {
    for (const [folder, inIt] of byFolder) {
      const found: FoundFolder['files'][number][] = []
      const others: FoundFolder['others'][number][] = []
      for (const file of inIt) {
        const { path } = file
        if (file === table) others.push({ path, state: 'passed-over', says: 'It is the manifest.' })
        else if (file.sha256 === null)
          others.push({ path, state: 'failed', says: 'A manifest named it, but it was never sent.' })
        else if (path.split('/').some(isLitter))
          others.push({ path, state: 'passed-over', says: 'It is hidden, or left there by a system.' })
        else if (file.bytes === 0)
          others.push({ path, state: 'failed', says: 'It is empty: there is nothing to keep.' })
        else
          found.push({
            ...file,
            kind: await store.withLocalFile(file.sha256, (local) => kindOf(local, path)),
          })
      }
      const title = folder.slice(folder.lastIndexOf('/') + 1) || batch.name
      yield { folder, title, files: found, others }
    }
  }
  return { folders: folders(), manifest }
}

async function* numbered(rows: readonly Readonly<Record<string, unknown>>[]) {
  for (const [at, cells] of rows.entries()) yield { number: at + 1, cells, fault: null }
}

function commonFolder(paths: readonly string[]): string {
  let common = folderOf(paths[0] ?? '')
  for (const path of paths) while (common !== '' && !path.startsWith(`${common}/`)) common = folderOf(common)
  return common
}

/** Uploads lie in the file store already. */
export function uploadedSource(files: FileStore): Source {
  return {
    async take({ path, bytes, sha256 }) {
      if (sha256 === null)
        throw new ArchiveError('unreadable-file', 'Its bytes did not come: upload it again.')
      return { received: { name: path, sha256, bytes }, changed: null }
    },
    async read({ path, bytes, sha256 }, most) {
      if (sha256 === null || bytes > most)
        throw new ArchiveError('unreadable-file', `${path} has more than ${most} bytes, or none.`)
      const chunks: Buffer[] = []
      for await (const chunk of await files.openRange(sha256, 0, Math.max(0, bytes - 1))) chunks.push(chunk)
      return Buffer.concat(chunks)
    },
  }
}
