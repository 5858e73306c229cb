import { type Actor, mayUse } from '../domain/access.ts'
import { type Audience, audienceOf, sees } from '../domain/audience.ts'
import type { DocumentRecord } from '../domain/document.ts'
import { ArchiveError, notFound } from '../domain/errors.ts'
import type { DocumentReader, Guard } from '../ports/documents.ts'
import type { Clock } from '../ports/identity.ts'

export type Seeing = { documents: DocumentReader; clock: Clock }

/**
 * The document as an actor may see it. What they may not see is as if it were absent; what was deleted is
 * ArchiveError('gone') to those who could see it.
 */
export async function see(deps: Seeing, actor: Actor, id: string, asOf?: string): Promise<DocumentRecord> {
  await admit(deps, actor, id)
  const record = await deps.documents.find(id, thenFor(deps, actor, asOf))
  if (!record) throw notFound('document')
  return record
}

/** Passes where the actor may see the document; the faults are those of `see`. */
export async function admit({ documents, clock }: Seeing, actor: Actor, id: string): Promise<void> {
  const guard = await documents.guard(id)
  if (!guard || !mayKnow(actor, guard, clock())) throw notFound('document')
  if (guard.deletedAt)
    throw new ArchiveError('gone', 'This document was deleted. An administrator can restore it.')
}

/** Whether an actor may know that a document exists, at a time. */
export const mayKnow = (actor: Actor, { audience }: Guard, at: string): boolean =>
  sees(audienceOf(actor, at.slice(0, 10)), audience)

/** A time at which an actor looks at a document, with what they may see today. */
export const thenFor = (deps: Pick<Seeing, 'clock'>, actor: Actor, asOf?: string) =>
  asOf === undefined ? undefined : { asOf, audience: audienceNow(deps, actor) }

/** What an actor may see today. */
export const audienceNow = ({ clock }: Pick<Seeing, 'clock'>, actor: Actor): Audience =>
  audienceOf(actor, clock().slice(0, 10))

/** Whether an actor is shown what only those who keep the archive need, such as where else the same bytes lie. */
export const keepsArchive = (actor: Actor): boolean => mayUse(actor, 'archivist')
