import type { Actor } from '../domain/access.ts'
import { claimOf } from '../domain/claim.ts'
import { claimsOfChange, type DescriptionInput } from '../domain/description.ts'
import type { DocumentRecord } from '../domain/document.ts'
import { invalid } from '../domain/errors.ts'
import type { DocumentWriter } from '../ports/documents.ts'
import type { NewId } from '../ports/identity.ts'
import { type Seeing, see } from './see.ts'
import { uponWhatStands } from './upon-what-stands.ts'
import { type Showing, shownAfter } from './who-sees.ts'

export type Change = DescriptionInput & Showing

/**
 * Changes a document's description by claims that supersede the ones shown. With an expected version another one in
 * the archive is ArchiveError('precondition-failed'); without, the change is made upon whatever stands.
 */
export async function reviseDocument(
  deps: Seeing & { documentWriter: DocumentWriter; newId: NewId },
  actor: Actor,
  id: string,
  change: Change,
  expectedVersion: number | null,
): Promise<DocumentRecord> {
  const seeing = () => see(deps, actor, id)
  return uponWhatStands(expectedVersion, seeing, (seen, version) =>
    revise(deps, actor, seen, change, version),
  )
}

async function revise(
  deps: Seeing & { documentWriter: DocumentWriter; newId: NewId },
  actor: Actor,
  seen: DocumentRecord,
  change: Change,
  expectedVersion: number,
): Promise<DocumentRecord> {
  const { visibility, embargoUntil, group, ...given } = change
  // An author that is an agent is shown by name: who sends that back says nothing new.
  const { creator, ...others } = given
  const fields = creator === undefined || creator === seen.description.creator ? others : given
  if (fields.title === null) throw invalid('title', 'cannot be taken away: give another title.')
  const shown = shownAfter(seen, { visibility, embargoUntil, group })
  const at = deps.clock()
  const witness = seen.witnesses[0]?.id ?? ''
  const drafts = claimsOfChange(seen.id, witness, await deps.documents.claims(seen.id), fields)
  const claims = drafts.map((draft) => claimOf(deps.newId('c'), draft, actor.id, at))
  return deps.documentWriter.revise({
    actor: actor.id,
    at,
    expectedVersion,
    id: seen.id,
    claims,
    ...shown,
  })
}
