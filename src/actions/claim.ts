import type { Actor } from '../domain/access.ts'
import { audienceOf } from '../domain/audience.ts'
import { targetsOfValue } from '../domain/claim/targets.ts'
import { readValue } from '../domain/claim/value.ts'
import { propertyOf } from '../domain/claim/vocabulary.ts'
import { type Claim, type ClaimDraft, claimOf, type Subject } from '../domain/claim.ts'
import { cleanText } from '../domain/clean-text.ts'
import { invalid, notFound } from '../domain/errors.ts'
import type { ClaimReader, ClaimWriter } from '../ports/claims.ts'
import type { Command } from '../ports/command.ts'
import type { NewId } from '../ports/identity.ts'
import { admitSubject, type SeeingSubjects } from './see-subject.ts'

export type ClaimDeps = SeeingSubjects & { claims: ClaimReader; claimWriter: ClaimWriter; newId: NewId }

/** What someone says beside the property: the value as given, and how sure of it they are. */
export type Saying = Partial<
  Pick<Claim, 'polarity' | 'rank' | 'reasons' | 'certainty' | 'nature' | 'sources' | 'note'>
> & { value?: unknown }

type Conditions = Pick<Command, 'idempotency' | 'expectedVersion'>

/** A claim with what it revised and what revised it, oldest first; a revised one is of version 2. */
export type ClaimWithHistory = { claim: Claim; history: readonly Claim[]; version: number }

/** Adds a claim about something that the actor may see. ArchiveError('invalid-input') names what is wrong by its path. */
export async function addClaim(
  deps: ClaimDeps,
  actor: Actor,
  subject: Subject,
  { property, ...saying }: Saying & { property: string },
  conditions: Conditions,
): Promise<Claim> {
  await admitSubject(deps, actor, subject)
  const value = readValue(propertyOf(subject.type, property), saying.value)
  const claim = complete(deps, actor, { ...saying, subject, property, value })
  return deps.claimWriter.add({ ...conditions, actor: actor.id, at: claim.recordedAt, claim })
}

/** Says a claim anew: what is not said is taken over from it. ArchiveError('conflict') where it was revised already. */
export async function reviseClaim(
  deps: ClaimDeps,
  actor: Actor,
  id: string,
  saying: Saying,
  conditions: Conditions,
): Promise<Claim> {
  const { claim: before } = await seeClaim(deps, actor, id)
  const value =
    saying.value === undefined
      ? before.value
      : readValue(propertyOf(before.subject.type, before.property), saying.value)
  const claim = complete(deps, actor, { ...before, ...saying, value, revisionOf: before.id })
  return deps.claimWriter.revise({ ...conditions, actor: actor.id, at: claim.recordedAt, claim })
}

/** A claim that the actor may see, with its history. */
export async function seeClaim(deps: ClaimDeps, actor: Actor, id: string): Promise<ClaimWithHistory> {
  const audience = audienceOf(actor, deps.clock().slice(0, 10))
  const claim = await deps.claims.find(audience, id)
  if (!claim) throw notFound('claim')
  await admitSubject(deps, actor, claim.subject).catch((error) => {
    throw error.fault === 'not-found' ? notFound('claim') : error
  })
  const history = await deps.claims.history(audience, id)
  return { claim, history, version: history.some(({ revisionOf }) => revisionOf === id) ? 2 : 1 }
}

function complete(deps: ClaimDeps, actor: Actor, draft: ClaimDraft): Claim {
  const claim = claimOf(deps.newId('c'), draft, actor.id, deps.clock())
  const itself = targetsOfValue(claim.value).find(({ id }) => id === claim.subject.id)
  if (itself) throw invalid(itself.path, `is the ${claim.subject.type} itself.`)
  if (claim.reasons.length > 0 && claim.rank !== 'deprecated')
    throw invalid('reasons', 'say why a claim is deprecated: leave them out for another rank.')
  const cited = claim.sources.map((citation) => ({
    ...citation,
    quote: citation.quote && cleanText(citation.quote),
  }))
  return { ...claim, sources: cited, reasons: [...new Set(claim.reasons)] }
}
