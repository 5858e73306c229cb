import type { Actor } from '../domain/access.ts'
import type { Batch } from '../domain/bulk/batch.ts'
import { asPlaced, type PlannedFile } from '../domain/bulk/group-folder.ts'
import { pathWithin } from '../domain/bulk/within.ts'
import { invalid, notFound } from '../domain/errors.ts'
import { allReceived, groupUploads, uploadedSource } from '../ingest/bulk/add-uploads.ts'
import { groupFound } from '../ingest/bulk/plan-batch.ts'
import { filesByPath, tryDescription } from '../ingest/bulk/try-description.ts'
import { collectionFinder, type FindCollection } from '../ingest/find-collection.ts'
import type { BatchReader, BatchWriter, KindReader } from '../ports/batches.ts'
import type { CollectionReader } from '../ports/collections.ts'
import type { Command } from '../ports/command.ts'
import type { FileStore } from '../ports/file-store.ts'
import type { Clock, NewId } from '../ports/identity.ts'
import type { TableReader } from '../ports/table-reader.ts'
import type { Received } from './store-upload.ts'

export type BatchActionDeps = {
  batches: BatchReader
  batchWriter: BatchWriter
  files: FileStore
  collections: CollectionReader
  tables: TableReader
  kindOf: KindReader
  newId: NewId
  clock: Clock
  wake(): void
}

type Said = Pick<Batch, 'name' | 'grouping' | 'skipKnown' | 'cells'>
/** What is said of uploads when they are to become documents; what is left out stands as it was said before. */
export type Chosen = Pick<Batch, 'manifest'> & Partial<Pick<Batch, 'groupings' | 'cells' | 'skipKnown'>>

/** Begins uploads that are to be grouped. */
export const beginUploads = (
  { batchWriter, newId, clock }: BatchActionDeps,
  actor: Actor,
  { name, grouping, skipKnown, cells }: Said,
  idempotency: Command['idempotency'],
): Promise<Batch> =>
  batchWriter.begin({
    ...{
      actor: actor.id,
      at: clock(),
      idempotency,
      id: newId('b'),
      source: 'upload',
      knownAs: null,
      job: null,
    },
    ...{ name, grouping, skipKnown, cells },
  })

/** A batch; ArchiveError('not-found') where there is none, or it was given up. */
export async function seeBatch({ batches }: Pick<BatchActionDeps, 'batches'>, id: string): Promise<Batch> {
  const batch = await batches.find(id)
  if (!batch || batch.phase === 'abandoned') throw notFound('upload')
  return batch
}

/** Keeps files that were received, each at the path that is its name: bytes first, then rows. */
export async function receiveUploads(
  deps: BatchActionDeps,
  id: string,
  uploads: readonly Received[],
): Promise<void> {
  await seeBatch(deps, id)
  if (uploads.length === 0) throw invalid('files', 'is required: send at least one file as "files".')
  const files = uploads.map(({ name, sha256, bytes }) => ({ path: pathWithin(name, 'files'), sha256, bytes }))
  for (const { path, sha256 } of uploads) await deps.files.put(path, sha256)
  await deps.batchWriter.receive({ batch: id, at: deps.clock(), files })
}

type Tried = {
  name: string
  title: string
  files: PlannedFile[]
  /** Why it would not be added. */
  wrong: string | null
}

/** What documents uploads would become: by a manifest, what was chosen for their folders, or the rules. */
export async function tryUploads(deps: BatchActionDeps, id: string, chosen: Chosen) {
  const batch = { ...(await seeBatch(deps, id)), ...chosen }
  const grouped = await groupUploads(deps, batch, await allReceived(deps.batches, id))
  const find = collectionFinder(deps.collections)
  const source = uploadedSource(deps.files)
  const documents = new Map<string, Tried>()
  const others: { path: string; state: 'passed-over' | 'failed'; message: string }[] = []
  for await (const found of grouped.folders) {
    const one = groupFound(found, batch, grouped.manifest)
    const files = filesByPath(found)
    for (const planned of one.documents) {
      const known = documents.get(planned.name)
      if (known) known.files = [...known.files, ...planned.files]
      else {
        const said = await saidOf(await tryDescription(planned, files, batch, source), find)
        documents.set(planned.name, {
          name: planned.name,
          title: planned.title,
          ...said,
          files: [...planned.files],
        })
      }
    }
    for (const { path, says } of one.passedOver) others.push({ path, state: 'passed-over', message: says })
    for (const { path, state, says } of found.others) others.push({ path, state, message: says })
  }
  for (const { path, says } of grouped.manifest?.unseen() ?? [])
    others.push({ path, state: 'failed', message: says })
  const inOrder = [...documents.values()].map(({ files, ...one }) => ({ ...one, files: asPlaced(files) }))
  return { documents: inOrder, others, byManifest: grouped.manifest !== null }
}

type Description = Awaited<ReturnType<typeof tryDescription>>

async function saidOf(description: Description, find: FindCollection) {
  if ('wrong' in description) return { wrong: description.wrong }
  const { collection, said } = description.row
  const found = collection === null ? null : await find(collection)
  const title = said.find(({ on, property }) => on === 'document' && property === 'title')?.value
  return {
    wrong: found && 'problem' in found ? found.problem : null,
    ...(title && typeof title.text === 'string' && { title: title.text }),
  }
}

/** Asks that uploads become documents; a manifest that is wrong is refused at once. */
export async function commitUploads(
  deps: BatchActionDeps,
  actor: Actor,
  id: string,
  chosen: Chosen,
  idempotency: Command['idempotency'],
): Promise<Batch> {
  const batch = { ...(await seeBatch(deps, id)), ...chosen }
  if (batch.source === 'upload') await groupUploads(deps, batch, await allReceived(deps.batches, id))
  const { newId, clock, batchWriter } = deps
  const committed = await batchWriter.commit({
    ...{ actor: actor.id, at: clock(), idempotency, id, job: newId('j'), ...chosen },
  })
  deps.wake()
  return committed
}
