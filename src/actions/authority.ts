import type { Actor } from '../domain/access.ts'
import { audienceOf } from '../domain/audience.ts'
import type { AgentKind, Authority, AuthorityType } from '../domain/authority/authority.ts'
import {
  claimsOfChangedThing,
  claimsOfSaid,
  type PlacedDraft,
  type Said,
} from '../domain/claim/claims-of-change.ts'
import { claimOf } from '../domain/claim.ts'
import type { DocumentRecord } from '../domain/document.ts'
import { invalid, notFound } from '../domain/errors.ts'
import type { AuthorityReader, AuthorityWriter } from '../ports/authorities.ts'
import type { Command, Listing, Slice } from '../ports/command.ts'
import type { DocumentReader } from '../ports/documents.ts'
import type { Clock, NewId } from '../ports/identity.ts'
import { uponWhatStands } from './upon-what-stands.ts'

export type AuthorityDeps = {
  authorities: AuthorityReader
  authorityWriter: AuthorityWriter
  newId: NewId
  clock: Clock
}

type Conditions = Pick<Command, 'idempotency' | 'expectedVersion'>

const prefixes = { agent: 'a', place: 'p', happening: 'h' } as const

/** The agent, place or happening, merged ones included; ArchiveError('not-found') where there is none. */
export async function seeAuthority(
  { authorities }: Pick<AuthorityDeps, 'authorities'>,
  type: AuthorityType,
  id: string,
): Promise<Authority> {
  const found = await authorities.find(type, id)
  if (!found) throw notFound(type)
  return found
}

/** The documents of which something names an agent, place or happening, as far as the actor may see them, and what does. */
export async function documentsNaming(
  deps: Pick<AuthorityDeps, 'authorities' | 'clock'> & { documents: DocumentReader },
  actor: Actor,
  type: AuthorityType,
  id: string,
  slice: Slice,
): Promise<Listing<{ document: DocumentRecord; properties: readonly string[] }>> {
  await seeAuthority(deps, type, id)
  const audience = audienceOf(actor, deps.clock().slice(0, 10))
  const { items, next } = await deps.authorities.documents(audience, id, slice)
  const found = await Promise.all(
    items.map(async ({ document, properties }) => ({
      document: await deps.documents.find(document),
      properties,
    })),
  )
  return {
    items: found.flatMap(({ document, properties }) => (document ? [{ document, properties }] : [])),
    next,
  }
}

/** Adds an agent, place or happening: what is said of it becomes claims. It needs a name. */
export async function addAuthority(
  deps: AuthorityDeps,
  actor: Actor,
  type: AuthorityType,
  { kind, said }: { kind: AgentKind | null; said: readonly Said[] },
  idempotency: Command['idempotency'],
): Promise<Authority> {
  const id = deps.newId(prefixes[type])
  refuseNameless(said)
  const drafts = claimsOfSaid({ type, id }, said)
  return deps.authorityWriter.add({ ...command(deps, actor, drafts), idempotency, type, id, kind })
}

/**
 * Changes what is said of a thing by claims that supersede the ones shown. Without an expected version it is made upon
 * whatever stands.
 */
export async function reviseAuthority(
  deps: AuthorityDeps,
  actor: Actor,
  type: AuthorityType,
  id: string,
  { kind, said }: { kind?: AgentKind; said: readonly Said[] },
  expectedVersion: number | null,
): Promise<Authority> {
  if (said.some(({ property }) => property === 'name')) refuseNameless(said)
  const see = () => seeAuthority(deps, type, id)
  return uponWhatStands(expectedVersion, see, async (_, version) => {
    const drafts = claimsOfChangedThing({ type, id }, await deps.authorities.claims(id), said)
    const revised = { ...command(deps, actor, drafts), type, id, kind }
    return deps.authorityWriter.revise({ ...revised, expectedVersion: version })
  })
}

/**
 * Lets one thing stand in the place of another; both keep their claims, and the one merged stays readable. `seen` is
 * whichever of the two the expected version is of.
 */
export async function mergeAuthority(
  deps: AuthorityDeps,
  actor: Actor,
  type: AuthorityType,
  pair: { from: string; into: string; seen: string },
  conditions: Conditions,
): Promise<Authority> {
  return deps.authorityWriter.merge({ ...conditions, actor: actor.id, at: deps.clock(), type, ...pair })
}

/** Undoes a merge: the thing that was merged stands for itself again, with its claims and what names it. */
export async function unmergeAuthority(
  deps: AuthorityDeps,
  actor: Actor,
  type: AuthorityType,
  id: string,
  conditions: Conditions,
): Promise<Authority> {
  return deps.authorityWriter.unmerge({ ...conditions, actor: actor.id, at: deps.clock(), type, id })
}

function command(deps: AuthorityDeps, actor: Actor, drafts: readonly PlacedDraft[]) {
  const at = deps.clock()
  return {
    actor: actor.id,
    at,
    claims: drafts.map(({ path: _, ...draft }) => claimOf(deps.newId('c'), draft, actor.id, at)),
    paths: drafts.map(({ path }) => path),
  }
}

function refuseNameless(said: readonly Said[]): void {
  const names = said.find(({ property }) => property === 'name')?.values ?? []
  if (names.length === 0) throw invalid('names', 'needs at least one name.')
}
