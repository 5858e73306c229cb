import type { Batch, BatchFile } from '../../domain/bulk/batch.ts'
import type { PlannedDocument } from '../../domain/bulk/group-folder.ts'
import { ArchiveError } from '../../domain/errors.ts'
import type { BatchSource } from '../../ports/batches.ts'
import type { FoundFolder } from './plan-batch.ts'
import { type DescriptionRead, readDescription } from './read-description.ts'

/** What lies in a folder by its paths, so that each file is found at once however many there are. */
export const filesByPath = ({ files }: FoundFolder): FilesByPath =>
  new Map(files.map((file) => [file.path, file]))

export type FilesByPath = ReadonlyMap<string, FoundFolder['files'][number]>

/** Reads what would be said of a document to be, or the sentence that says what of it is wrong. */
export async function tryDescription(
  document: PlannedDocument,
  found: FilesByPath,
  batch: Pick<Batch, 'cells'>,
  source: BatchSource<unknown>,
): Promise<DescriptionRead | { wrong: string }> {
  const files = document.files
    .filter(({ role }) => role === 'metadata')
    .flatMap(({ path, role }): BatchFile[] => {
      const file = found.get(path)
      return file ? [{ sha256: null, ...file, role, state: 'listed' }] : []
    })
  const { name, title, cells = null } = document
  try {
    return await readDescription(batch, { key: 0, name, title, cells, document: null, files }, source)
  } catch (error) {
    if (error instanceof ArchiveError) return { wrong: error.message }
    throw error
  }
}
