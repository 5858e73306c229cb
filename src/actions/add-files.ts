import type { Actor } from '../domain/access.ts'
import type { DocumentRecord, FileRole } from '../domain/document.ts'
import type { Command } from '../ports/command.ts'
import type { AddDocumentDeps } from './add-document.ts'
import { admit, type Seeing } from './see.ts'
import { type Held, type Received, storeUpload } from './store-upload.ts'

export type NewFiles = Pick<Command, 'idempotency' | 'expectedVersion'> & {
  document: string
  /** Null: the first witness. */
  witness: string | null
  role: FileRole | null
  uploads: readonly (Received | Held)[]
}

/** Adds files to a witness of a document. Throws ArchiveError('not-found' or 'gone') where there is no such thing. */
export async function addFiles(
  deps: AddDocumentDeps & Seeing,
  actor: Actor,
  input: NewFiles,
): Promise<DocumentRecord> {
  const { document, witness, role, idempotency, expectedVersion } = input
  await admit(deps, actor, document)
  const files = []
  for (const upload of input.uploads) files.push(await storeUpload(deps, upload, role))
  const added = await deps.documentWriter.addFiles({
    actor: actor.id,
    at: deps.clock(),
    idempotency,
    expectedVersion,
    document,
    witness,
    files,
    job: deps.newId('j'),
  })
  deps.wake()
  return added
}
