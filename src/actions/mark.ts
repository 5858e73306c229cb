import type { Actor } from '../domain/access.ts'
import { audienceOf } from '../domain/audience.ts'
import { ArchiveError, notFound } from '../domain/errors.ts'
import { type Mark, type MarkContent, refuseImpossible } from '../domain/witness/mark.ts'
import type { Command, Listing, Slice } from '../ports/command.ts'
import { admitSubject } from './see-subject.ts'
import type { WitnessDeps } from './witness.ts'

type Conditions = Pick<Command, 'idempotency' | 'expectedVersion'>

const audienceNow = ({ clock }: Pick<WitnessDeps, 'clock'>, actor: Actor) =>
  audienceOf(actor, clock().slice(0, 10))

/** A mark on a witness of a document that the actor may see; a deleted one is ArchiveError('gone'). */
export async function seeMark(deps: WitnessDeps, actor: Actor, id: string): Promise<Mark> {
  const mark = await deps.witnesses.mark(audienceNow(deps, actor), id)
  if (!mark) throw notFound('mark')
  await admitSubject(deps, actor, { type: 'witness', id: mark.witness }).catch((error) => {
    throw error.fault === 'not-found' ? notFound('mark') : error
  })
  if (mark.deletedAt) throw new ArchiveError('gone', 'This mark was deleted.')
  return mark
}

/** The marks on a witness of a document that the actor may see. */
export async function listMarks(
  deps: WitnessDeps,
  actor: Actor,
  witness: string,
  slice: Slice,
): Promise<Listing<Mark>> {
  await admitSubject(deps, actor, { type: 'witness', id: witness })
  return deps.witnesses.marks(audienceNow(deps, actor), witness, slice)
}

/** Records a mark on a witness. ArchiveError('invalid-input') for one that contradicts itself. */
export async function addMark(
  deps: WitnessDeps,
  actor: Actor,
  witness: string,
  content: MarkContent,
  conditions: Conditions,
): Promise<Mark> {
  await admitSubject(deps, actor, { type: 'witness', id: witness })
  refuseImpossible(content)
  const id = deps.newId('m')
  return deps.witnessWriter.addMark({ ...conditions, ...by(deps, actor), id, witness, content })
}

/** Changes what is said of a mark; what is left out stays. */
export async function changeMark(
  deps: WitnessDeps,
  actor: Actor,
  id: string,
  change: Partial<MarkContent>,
  expectedVersion: number | null,
): Promise<Mark> {
  const { kind, reading, asRead, date, inferred, because, sources, agent, place, page, box, ...mark } =
    await seeMark(deps, actor, id)
  const before = { kind, reading, asRead, date, inferred, because, sources, agent, place, page, box }
  const content = { ...before, ...change }
  refuseImpossible(content)
  const seen = { id, witness: mark.witness, expectedVersion: expectedVersion ?? mark.version }
  return deps.witnessWriter.changeMark({ ...by(deps, actor), ...seen, content })
}

/** Takes a mark away; its history stays. */
export async function removeMark(
  deps: WitnessDeps,
  actor: Actor,
  id: string,
  expectedVersion: number | null,
): Promise<void> {
  await seeMark(deps, actor, id)
  await deps.witnessWriter.removeMark({ ...by(deps, actor), id, expectedVersion })
}

const by = ({ clock }: Pick<WitnessDeps, 'clock'>, actor: Actor) => ({ actor: actor.id, at: clock() })
