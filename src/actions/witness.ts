import type { Actor } from '../domain/access.ts'
import { audienceOf } from '../domain/audience.ts'
import {
  claimsOfChangedThing,
  claimsOfSaid,
  type PlacedDraft,
  type Said,
} from '../domain/claim/claims-of-change.ts'
import { claimOf } from '../domain/claim.ts'
import { ArchiveError, notFound } from '../domain/errors.ts'
import { type MarkContent, refuseImpossible } from '../domain/witness/mark.ts'
import type { WitnessRecord } from '../domain/witness/witness.ts'
import type { Command } from '../ports/command.ts'
import type { Clock, NewId } from '../ports/identity.ts'
import type { WitnessReader, WitnessWriter } from '../ports/witnesses.ts'
import { admit, type Seeing, see } from './see.ts'
import { admitSubject, type SeeingSubjects } from './see-subject.ts'
import { uponWhatStands } from './upon-what-stands.ts'

export type WitnessDeps = SeeingSubjects & {
  witnesses: WitnessReader
  witnessWriter: WitnessWriter
  newId: NewId
  clock: Clock
}

type Conditions = Pick<Command, 'idempotency' | 'expectedVersion'>

/** A witness of a document that the actor may see. */
export async function seeWitness(deps: WitnessDeps, actor: Actor, id: string): Promise<WitnessRecord> {
  await admitSubject(deps, actor, { type: 'witness', id })
  const found = await deps.witnesses.find(audienceOf(actor, deps.clock().slice(0, 10)), id)
  if (!found) throw notFound('witness')
  return found
}

/** The witnesses of a document that the actor may see, in their order. */
export async function listWitnesses(
  deps: Seeing & Pick<WitnessDeps, 'witnesses'>,
  actor: Actor,
  document: string,
  asOf?: string,
): Promise<WitnessRecord[]> {
  if (asOf === undefined) await admit(deps, actor, document)
  else await see(deps, actor, document, asOf)
  return deps.witnesses.ofDocument(audienceOf(actor, deps.clock().slice(0, 10)), document, asOf)
}

/** Adds a witness to a document, with its marks: what is said of it becomes claims. */
export async function addWitness(
  deps: WitnessDeps,
  actor: Actor,
  document: string,
  { said, marks }: { said: readonly Said[]; marks: readonly MarkContent[] },
  conditions: Conditions,
): Promise<WitnessRecord> {
  await admit(deps, actor, document)
  const id = deps.newId('w')
  for (const [index, mark] of marks.entries()) refuseImpossibleAt(`marks.${index}.`, mark)
  return deps.witnessWriter.add({
    ...conditions,
    ...command(deps, actor, claimsOfSaid({ type: 'witness', id }, said)),
    id,
    document,
    marks: marks.map((content) => ({ id: deps.newId('m'), content })),
  })
}

/** Changes what is said of a witness by claims that supersede the ones shown. */
export async function reviseWitness(
  deps: WitnessDeps,
  actor: Actor,
  id: string,
  said: readonly Said[],
  expectedVersion: number | null,
): Promise<WitnessRecord> {
  const see = () => seeWitness(deps, actor, id)
  return uponWhatStands(expectedVersion, see, async (_, version) => {
    const drafts = claimsOfChangedThing({ type: 'witness', id }, await deps.witnesses.claims(id), said)
    return deps.witnessWriter.revise({ ...command(deps, actor, drafts), id, expectedVersion: version })
  })
}

function command(deps: WitnessDeps, actor: Actor, drafts: readonly PlacedDraft[]) {
  const at = deps.clock()
  return {
    actor: actor.id,
    at,
    claims: drafts.map(({ path: _, ...draft }) => claimOf(deps.newId('c'), draft, actor.id, at)),
    paths: drafts.map(({ path }) => path),
  }
}

function refuseImpossibleAt(path: string, mark: MarkContent): void {
  try {
    refuseImpossible(mark)
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error
    const errors = error.errors.map((one) => ({ ...one, path: `${path}${one.path}` }))
    throw new ArchiveError(error.fault, `${path}${error.message}`, errors)
  }
}
