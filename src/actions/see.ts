import { type Actor, maySee, mayUse } from '../domain/access.ts'
import type { DocumentRecord } from '../domain/document.ts'
import { ArchiveError, notFound } from '../domain/errors.ts'
import type { DocumentReader } from '../ports/documents.ts'
import type { Clock } from '../ports/identity.ts'

export type Seeing = { documents: DocumentReader; clock: Clock }

/**
 * The document as an actor may see it. What they may not see is as if it were absent; what was deleted is
 * ArchiveError('gone') to those who could see it.
 */
export async function see(
  { documents, clock }: Seeing,
  actor: Actor,
  id: string,
  asOf?: string,
): Promise<DocumentRecord> {
  const record = await documents.find(id, asOf)
  if (!record || !mayKnow(actor, record, clock())) throw notFound('document')
  if (record.deletedAt)
    throw new ArchiveError('gone', 'This document was deleted. An administrator can restore it.')
  return record
}

/** Whether an actor may know that a document exists, at a time. */
export function mayKnow(actor: Actor, record: DocumentRecord, at: string): boolean {
  const { visibility, embargoUntil, deletedAt } = record
  return maySee(actor, { visibility, embargoUntil, deleted: deletedAt !== null }, at.slice(0, 10))
}

/** Whether an actor is shown what only those who keep the archive need, such as where else the same bytes lie. */
export const keepsArchive = (actor: Actor): boolean => mayUse(actor, 'archivist')
