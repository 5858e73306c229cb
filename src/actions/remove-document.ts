import type { Actor } from '../domain/access.ts'
import type { DocumentRecord } from '../domain/document.ts'
import type { Command } from '../ports/command.ts'
import type { DocumentWriter } from '../ports/documents.ts'
import { admit, type Seeing } from './see.ts'

type Deps = Seeing & { documentWriter: DocumentWriter }

/** Leaves a tombstone: nothing of the document is found any more, and nothing of it is lost. */
export async function removeDocument(
  deps: Deps,
  actor: Actor,
  id: string,
  expectedVersion: number | null,
): Promise<void> {
  await admit(deps, actor, id)
  await deps.documentWriter.remove({ actor: actor.id, at: deps.clock(), expectedVersion, id })
}

/** Takes a tombstone away; a document that stands stays as it is. */
export function restoreDocument(
  deps: Deps,
  actor: Actor,
  id: string,
  { expectedVersion, idempotency }: Pick<Command, 'expectedVersion' | 'idempotency'>,
): Promise<DocumentRecord> {
  const command = { actor: actor.id, at: deps.clock(), expectedVersion, idempotency, id }
  return deps.documentWriter.restore(command)
}
