import type { Actor } from '../domain/access.ts'
import { audienceOf } from '../domain/audience.ts'
import { propertyOf } from '../domain/claim/vocabulary.ts'
import type { Claim, Subject } from '../domain/claim.ts'
import type { ClaimFilter, ClaimReader } from '../ports/claims.ts'
import type { Listing, Slice } from '../ports/command.ts'
import { admitSubject, type SeeingSubjects } from './see-subject.ts'

/** A page of the claims about a thing, as an actor may see them. */
export async function listClaims(
  deps: SeeingSubjects & { claims: ClaimReader },
  actor: Actor,
  subject: Subject,
  filter: ClaimFilter,
  slice: Slice,
): Promise<Listing<Claim>> {
  if (filter.property !== undefined) propertyOf(subject.type, filter.property)
  await admitSubject(deps, actor, subject)
  return deps.claims.list(audienceOf(actor, deps.clock().slice(0, 10)), subject, filter, slice)
}
