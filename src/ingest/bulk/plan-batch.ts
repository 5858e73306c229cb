import type { Batch } from '../../domain/bulk/batch.ts'
import { type Grouped, groupFolder, type PlannedDocument } from '../../domain/bulk/group-folder.ts'
import type { KindOfFile } from '../../domain/bulk/kind-of-file.ts'
import type { Manifest } from '../../domain/bulk/manifest.ts'
import type { BatchWriter, FoundInFolder, PlanBatch } from '../../ports/batches.ts'
import type { Clock } from '../../ports/identity.ts'

/** What lies directly in a folder; `others` are what cannot be taken, and why. */
export type FoundFolder = {
  folder: string
  title: string
  files: readonly (FoundInFolder & { kind: KindOfFile })[]
  others: PlanBatch['others']
}

const filesAtOnce = 1000

/** What documents a folder holds, by the rules or by the manifest. */
export const groupFound = (
  { folder, title, files }: FoundFolder,
  { grouping, groupings }: Pick<Batch, 'grouping' | 'groupings'>,
  manifest: Manifest | null,
): Grouped => {
  const chosen = Object.hasOwn(groupings, folder) ? groupings[folder] : grouping
  if (manifest) return manifest.group(files)
  if (chosen !== 'none') return groupFolder({ folder, title }, files, chosen ?? grouping)
  return { documents: [], passedOver: files.map(({ path }) => ({ path, says: leftOut })) }
}

const leftOut = 'It was left out: its folder is to become nothing.'

/**
 * Notes what documents the folders of a batch hold, some files in each transaction, so that adding them can begin and go
 * on. `isNew` files are put on the batch's list; else they are there. False where the batch was cancelled meanwhile, or it
 * is to stop.
 */
export async function planBatch(
  { batchWriter, clock }: { batchWriter: BatchWriter; clock: Clock },
  batch: Batch,
  folders: AsyncIterable<FoundFolder>,
  { manifest, isNew, stopping }: { manifest: Manifest | null; isNew: boolean; stopping: AbortSignal },
): Promise<boolean> {
  const { id, round } = batch
  const plan = (some: Partial<PlanBatch>) =>
    batchWriter.plan({ batch: id, round, at: clock(), documents: [], found: [], others: [], ...some })
  for await (const found of folders) {
    if (stopping.aborted) return false
    const { documents, passedOver } = groupFound(found, batch, manifest)
    const over = passedOver.map((one) => ({ ...one, state: 'passed-over' as const }))
    const byPath = new Map(found.files.map(({ kind: _, ...file }) => [file.path, file]))
    for (const some of inPieces(documents)) {
      const files = some.flatMap((document) => document.files.flatMap(({ path }) => byPath.get(path) ?? []))
      if (!(await plan({ documents: some, found: isNew ? files : [] }))) return false
    }
    if (!(await plan({ others: [...over, ...found.others] }))) return false
  }
  const unseen = manifest?.unseen().map((one) => ({ ...one, state: 'failed' as const })) ?? []
  if (unseen.length > 0 && !(await plan({ others: unseen }))) return false
  return batchWriter.planned({ batch: id, round, at: clock() })
}

/** Documents by so many files at once; one with more is divided. */
function* inPieces(documents: readonly PlannedDocument[]): Generator<PlannedDocument[]> {
  let piece: PlannedDocument[] = []
  let room = filesAtOnce
  for (const document of documents) {
    for (let from = 0; from < document.files.length; ) {
      const files = document.files.slice(from, from + room)
      piece.push({ ...document, files })
      from += files.length
      room -= files.length
      if (room > 0) continue
      yield piece
      piece = []
      room = filesAtOnce
    }
  }
  if (piece.length > 0) yield piece
}
