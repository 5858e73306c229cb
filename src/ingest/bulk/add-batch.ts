import { rm } from 'node:fs/promises'
import { type Held, type Received, storeUpload } from '../../actions/store-upload.ts'
import type { Batch, BatchFile } from '../../domain/bulk/batch.ts'
import { ArchiveError } from '../../domain/errors.ts'
import type {
  AddBatchPart,
  BatchPart,
  BatchReader,
  BatchSource,
  BatchWriter,
  Settled,
} from '../../ports/batches.ts'
import type { CollectionReader } from '../../ports/collections.ts'
import type { DocumentReader } from '../../ports/documents.ts'
import type { Identifier } from '../../ports/extractor.ts'
import type { FileStore } from '../../ports/file-store.ts'
import type { Clock, NewId } from '../../ports/identity.ts'
import { documentOfRow } from '../document-of-row.ts'
import { collectionFinder, type FindCollection } from '../find-collection.ts'
import { readDescription } from './read-description.ts'

export type AddBatchDeps = {
  batches: BatchReader
  batchWriter: BatchWriter
  documents: DocumentReader
  collections: CollectionReader
  files: FileStore
  identifier: Identifier
  newId: NewId
  clock: Clock
  wake(): void
}

export type Source = BatchSource<Received | Held>
/** Told of each file that is dealt with. */
export type Told = (file: Pick<Settled, 'path' | 'says'> & { state: Settled['state'] }) => void

type Adding = { deps: AddBatchDeps; batch: Batch; source: Source; told: Told; find: FindCollection }
type Ready = Pick<AddBatchPart, 'document' | 'described'>

const filesAtOnce = 100
const differs =
  'Its bytes have changed since it was added. The archive keeps those of then: add it by itself to have these, too.'
const late = 'The document was added before: what is said of it is changed by a request of its own.'

/**
 * Adds the documents of a batch that are still to be added, each with its first hundred files in one transaction, the
 * others a hundred at a time. A file that cannot be read fails by itself. False when it was stopped on the way, or cancelled.
 * Throws where the archive is at fault, such as a full disk: nothing is lost by beginning again.
 */
export async function addBatch(
  deps: AddBatchDeps,
  batch: Batch,
  source: Source,
  told: Told,
  stopping: AbortSignal,
): Promise<boolean> {
  const adding = { deps, batch, source, told, find: collectionFinder(deps.collections) }
  // What a crash cut short may have left bytes of the one document that it was at.
  let isLikelyKnown = batch.round > 1
  do {
    let part = await deps.batches.nextPart(batch.id, 0)
    while (part !== null) {
      if (stopping.aborted || !(await addPart(adding, part, isLikelyKnown, stopping))) return false
      isLikelyKnown = false
      part = await deps.batches.nextPart(batch.id, part.key)
    }
    // Another run may have found more meanwhile.
  } while (!(await deps.batchWriter.end({ batch: batch.id, at: deps.clock() })))
  return true
}

async function addPart(
  adding: Adding,
  part: BatchPart,
  isLikelyKnown: boolean,
  stopping: AbortSignal,
): Promise<boolean> {
  const { deps, batch } = adding
  await settle(adding, await lookAgain(adding, part))
  const fresh = part.files.filter(({ state, role }) => state === 'listed' && role !== 'metadata')
  let ready: Ready
  try {
    ready = await describe(adding, part)
  } catch (error) {
    await settle(adding, all(toAdd(part), 'failed', sentenceOf(error)))
    return true
  }
  let isThere = part.document !== null
  for (let from = 0; from < fresh.length; from += filesAtOnce) {
    if (stopping.aborted) return false
    const { files, others } = await takeAll(adding, fresh.slice(from, from + filesAtOnce), isLikelyKnown)
    if (files.length > 0) {
      const now = isThere ? { document: null, described: [] } : ready
      const command = {
        batch: batch.id,
        part: part.key,
        at: deps.clock(),
        job: deps.newId('j'),
        files,
        ...now,
      }
      try {
        if ((await deps.batchWriter.add(command)) === 'stopped') return false
      } catch (error) {
        await settle(adding, all(toAdd(part), 'failed', sentenceOf(error)))
        return true
      }
      isThere = true
      for (const { path } of files) adding.told({ path, state: 'added', says: null })
      deps.wake()
    }
    await settle(adding, others)
  }
  if (part.document !== null) await settle(adding, all(metadataOf(part), 'passed-over', late))
  else if (!isThere)
    await settle(adding, all(metadataOf(part), 'passed-over', 'Nothing that it describes was added.'))
  return true
}

const toAdd = (part: BatchPart) => part.files.filter(({ state }) => state === 'listed')
const metadataOf = (part: BatchPart) => toAdd(part).filter(({ role }) => role === 'metadata')

const all = (files: readonly BatchFile[], state: Settled['state'], says: string): Settled[] =>
  files.map(({ path }) => ({ path, state, says }))

async function settle({ deps, batch, told }: Adding, files: readonly Settled[]): Promise<void> {
  if (files.length === 0) return
  await deps.batchWriter.settle({ batch: batch.id, at: deps.clock(), files })
  for (const file of files) told(file)
}

/** The document that a part is to become; nothing where it became one. */
async function describe({ deps, batch, source, find }: Adding, part: BatchPart): Promise<Ready> {
  if (part.document !== null) return { document: null, described: [] }
  const { row, assumed } = await readDescription(batch, part, source)
  const collection = row.collection === null ? null : await find(row.collection)
  if (collection && 'problem' in collection) throw new ArchiveError('unreadable-file', collection.problem)
  const document = documentOfRow(deps, batch.createdBy, row, collection?.id ?? null)
  return { document, described: metadataOf(part).map(({ path }) => ({ path, says: assumed })) }
}

async function takeAll(adding: Adding, files: readonly BatchFile[], isLikelyKnown: boolean) {
  const { deps, batch, source } = adding
  const taken: AddBatchPart['files'][number][] = []
  const others: Settled[] = []
  for (const file of files) {
    const { path, role } = file
    try {
      const { received, changed } = await source.take(file, isLikelyKnown)
      if (batch.skipKnown && (await deps.documents.namesBytes(received.sha256))) {
        if ('path' in received) await rm(received.path, { force: true })
        others.push({ path, state: 'passed-over', says: 'The archive has these bytes already.' })
        continue
      }
      const stored = await storeUpload(deps, received, role === 'metadata' ? null : role)
      taken.push({ path, bytes: stored.bytes, changed, file: stored })
    } catch (error) {
      others.push({ path, state: 'failed', says: sentenceOf(error) })
    }
  }
  return { files: taken, others }
}

/** What was added and may have changed since: by its bytes. */
async function lookAgain({ source }: Adding, part: BatchPart): Promise<Settled[]> {
  const settled: Settled[] = []
  for (const file of part.files.filter(({ state }) => state === 'again')) {
    const { path, sha256, role } = file
    if (role === 'metadata') {
      settled.push({ path, state: 'added', says: late })
      continue
    }
    try {
      const { received } = await source.take(file, true)
      if ('path' in received) await rm(received.path, { force: true })
      settled.push({ path, state: 'added', says: received.sha256 === sha256 ? null : differs })
    } catch (error) {
      settled.push({ path, state: 'added', says: sentenceOf(error) })
    }
  }
  return settled
}

/** What is wrong with a file, or with what is said of a document; anything else is thrown on. */
function sentenceOf(error: unknown): string {
  const ofInput = ['unreadable-file', 'invalid-input', 'gone', 'not-found']
  if (error instanceof ArchiveError && ofInput.includes(error.fault)) return error.message
  throw error
}
