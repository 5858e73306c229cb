import type { Actor } from '../domain/access.ts'
import type { Batch } from '../domain/bulk/batch.ts'
import { pathWithin } from '../domain/bulk/within.ts'
import { invalid, notFound } from '../domain/errors.ts'
import { allReceived, groupUploads } from '../ingest/bulk/add-uploads.ts'
import { groupFound } from '../ingest/bulk/plan-batch.ts'
import type { BatchReader, BatchWriter, KindReader } from '../ports/batches.ts'
import type { Command } from '../ports/command.ts'
import type { FileStore } from '../ports/file-store.ts'
import type { Clock, NewId } from '../ports/identity.ts'
import type { TableReader } from '../ports/table-reader.ts'
import type { Received } from './store-upload.ts'

export type BatchActionDeps = {
  batches: BatchReader
  batchWriter: BatchWriter
  files: FileStore
  tables: TableReader
  kindOf: KindReader
  newId: NewId
  clock: Clock
  wake(): void
}

type Said = Pick<Batch, 'name' | 'grouping' | 'skipKnown' | 'cells'>

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

/** What documents uploads would become, by the rules or a manifest. */
export async function tryUploads(deps: BatchActionDeps, id: string, manifest: Batch['manifest']) {
  const batch = { ...(await seeBatch(deps, id)), manifest }
  const grouped = await groupUploads(deps, batch, await allReceived(deps.batches, id))
  const documents: { name: string; title: string; files: { path: string; role: string }[] }[] = []
  const others: { path: string; message: string }[] = []
  for await (const found of grouped.folders) {
    const one = groupFound(found, batch, grouped.manifest)
    for (const { name, title, files } of one.documents) {
      const known = documents.find((document) => document.name === name)
      const more = files.map(({ path, role }) => ({ path, role }))
      if (known) known.files.push(...more)
      else documents.push({ name, title, files: more })
    }
    for (const { path, says } of [...one.passedOver, ...found.others]) others.push({ path, message: says })
  }
  for (const { path, says } of grouped.manifest?.unseen() ?? []) others.push({ path, message: says })
  return { documents, others }
}

/** Asks that uploads become documents; a manifest that is wrong is refused at once. */
export async function commitUploads(
  deps: BatchActionDeps,
  actor: Actor,
  id: string,
  manifest: Batch['manifest'],
  idempotency: Command['idempotency'],
): Promise<Batch> {
  const batch = { ...(await seeBatch(deps, id)), manifest }
  if (batch.source === 'upload') await groupUploads(deps, batch, await allReceived(deps.batches, id))
  const { newId, clock, batchWriter } = deps
  const committed = await batchWriter.commit({
    ...{ actor: actor.id, at: clock(), idempotency, id, manifest, job: newId('j') },
  })
  deps.wake()
  return committed
}
