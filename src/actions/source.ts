import type { Actor } from '../domain/access.ts'
import { audienceOf } from '../domain/audience.ts'
import type { Claim } from '../domain/claim.ts'
import { ArchiveError, invalid, notFound } from '../domain/errors.ts'
import { readCsl } from '../domain/source/csl.ts'
import type { Source } from '../domain/source/source.ts'
import type { Mark } from '../domain/witness/mark.ts'
import type { ClaimReader } from '../ports/claims.ts'
import type { Command, Listing, Slice } from '../ports/command.ts'
import type { Clock, NewId } from '../ports/identity.ts'
import type { SourceReader, SourceWriter } from '../ports/sources.ts'
import type { WitnessReader } from '../ports/witnesses.ts'

export type SourceDeps = {
  sources: SourceReader
  sourceWriter: SourceWriter
  claims: ClaimReader
  newId: NewId
  clock: Clock
}

type Reading = Pick<SourceDeps, 'sources' | 'clock'>

const audienceNow = ({ clock }: Pick<SourceDeps, 'clock'>, actor: Actor) =>
  audienceOf(actor, clock().slice(0, 10))

/** A source; one that is a document which the actor may not see is as if it were absent. */
export async function seeSource(deps: Reading, actor: Actor, id: string): Promise<Source> {
  const source = await deps.sources.find(audienceNow(deps, actor), id)
  if (!source) throw notFound('source')
  return source
}

/** The sources that an actor may see, newest first. */
export const listSources = (
  deps: Reading,
  actor: Actor,
  q: string | null,
  slice: Slice,
): Promise<Listing<Source>> => deps.sources.list(audienceNow(deps, actor), q, slice)

/** The claims that rest on a source, as far as the actor may see what they are about. */
export async function claimsOnSource(
  deps: Reading & Pick<SourceDeps, 'claims'>,
  actor: Actor,
  id: string,
  slice: Slice,
): Promise<Listing<Claim>> {
  await seeSource(deps, actor, id)
  return deps.claims.restingOn(audienceNow(deps, actor), id, slice)
}

/** The marks that rest on a source, each with its document, as far as the actor may see that. */
export async function marksOnSource(
  deps: Reading & { witnesses: WitnessReader },
  actor: Actor,
  id: string,
  slice: Slice,
): Promise<Listing<Mark & { document: string }>> {
  await seeSource(deps, actor, id)
  return deps.witnesses.marksOn(audienceNow(deps, actor), id, slice)
}

/** Adds a work as CSL-JSON, or (`{document}` alone) a document of the archive, as a source. */
export async function addSource(
  deps: SourceDeps,
  actor: Actor,
  given: Readonly<Record<string, unknown>>,
  idempotency: Command['idempotency'],
): Promise<Source> {
  const command = { actor: actor.id, at: deps.clock(), idempotency, id: deps.newId('s') }
  const { document, ...rest } = given
  if (document === undefined || document === null)
    return deps.sourceWriter.add({ ...command, work: { csl: readCsl(given) } })
  if (typeof document !== 'string') throw invalid('document', 'must be the id of a document.')
  const [other] = Object.keys(rest)
  if (other !== undefined)
    throw invalid(other, 'cannot stand beside a document of the archive, which is described there.')
  return deps.sourceWriter.add({ ...command, work: { document } })
}

/** Changes variables of a work; one that is null is taken away. */
export async function reviseSource(
  deps: SourceDeps,
  actor: Actor,
  id: string,
  change: Readonly<Record<string, unknown>>,
  expectedVersion: number | null,
): Promise<Source> {
  const { work, version } = await seeSource(deps, actor, id)
  if (work.csl === null)
    throw new ArchiveError('conflict', 'This source is a document of the archive: change that document.')
  const csl = readCsl({ ...work.csl, ...change })
  const command = { actor: actor.id, at: deps.clock(), id, csl }
  return deps.sourceWriter.revise({ ...command, expectedVersion: expectedVersion ?? version })
}
