import type { Actor } from '../domain/access.ts'
import { claimOf } from '../domain/claim.ts'
import { claimsOf, type DescriptionInput } from '../domain/description.ts'
import type { DocumentRecord, Visibility } from '../domain/document.ts'
import { invalid } from '../domain/errors.ts'
import { fileName } from '../domain/file-name.ts'
import type { Command } from '../ports/command.ts'
import type { DocumentWriter } from '../ports/documents.ts'
import type { Identifier } from '../ports/extractor.ts'
import type { FileStore } from '../ports/file-store.ts'
import type { Clock, NewId } from '../ports/identity.ts'
import { type Held, type Received, storeUpload } from './store-upload.ts'
import { refuseLooseGroup, refuseOpenEmbargo } from './who-sees.ts'

export type AddDocumentDeps = {
  documentWriter: DocumentWriter
  files: FileStore
  identifier: Identifier
  newId: NewId
  clock: Clock
  /** Tells who runs the jobs that there is work. */
  wake(): void
}

export type NewDocument = {
  description: DescriptionInput & {
    visibility?: Visibility | null
    embargoUntil?: string | null
    group?: string | null
  }
  uploads: readonly (Received | Held)[]
  idempotency: Command['idempotency']
}

/**
 * Adds a document with its first witness: bytes first, then, in one transaction, all that names them. A description
 * without a title takes the first file's name; without a file it is ArchiveError('invalid-input').
 */
export async function addDocument(
  deps: AddDocumentDeps,
  actor: Actor,
  { description, uploads, idempotency }: NewDocument,
): Promise<DocumentRecord> {
  const { newId, clock } = deps
  const { visibility: given, embargoUntil = null, group = null, ...fields } = description
  const visibility = given ?? 'public'
  const title = fields.title ?? (uploads[0] && fileName(uploads[0].name))
  if (title === undefined)
    throw invalid('title', 'is required where there are no files: say what the document is called.')
  refuseOpenEmbargo(visibility, embargoUntil)
  refuseLooseGroup(visibility, group)
  const at = clock()
  const id = newId('d')
  const witness = { id: newId('w'), label: 'First witness' }
  const drafts = claimsOf(id, witness.id, { ...fields, title })
  const claims = drafts.map((draft) => claimOf(newId('c'), draft, actor.id, at))
  const files = []
  for (const upload of uploads) files.push(await storeUpload(deps, upload, null))
  const job = files.length > 0 ? newId('j') : null
  const added = await deps.documentWriter.add({
    actor: actor.id,
    at,
    idempotency,
    id,
    visibility,
    embargoUntil,
    group,
    witness,
    claims,
    files,
    job,
  })
  deps.wake()
  return added
}
