import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Actor } from '../domain/access.ts'
import { answeredFirst, targetsOf } from '../domain/annotation/answered-first.ts'
import { type GivenAnnotation, readGiven } from '../domain/annotation/given.ts'
import { answering } from '../domain/annotation/target.ts'
import { type Onlooker, onlookerOf } from '../domain/audience.ts'
import { ArchiveError, type InputError, invalid } from '../domain/errors.ts'
import type { Imported, NewAnnotation } from '../ports/annotations.ts'
import type { Command } from '../ports/command.ts'
import { type AnnotateDeps, demandThere, indexed, refuseStrangeGroup } from './annotate.ts'
import { findAbout } from './find-about.ts'
import { isFor } from './read-annotation.ts'

/** What became of one annotation of a file; `id` is what it is called here. */
export type ImportOutcome =
  | { outcome: 'added' | 'known'; id: string; isDeleted: boolean }
  | { outcome: 'would-add' }
  | { outcome: 'refused'; errors: readonly InputError[] }

/** `isDry`: only what would become of them is told. */
export type ImportWish = { isDry: boolean; idempotency: Command['idempotency'] }

/** The addresses of annotations of this archive: the id in one, or null, and the address of an id. */
export type OwnAddresses = { idIn(iri: string): string | null; of(id: string): string }

const batch = 50

/**
 * Adds the annotations of a file, and says of each, in their order, what became of it. One is known already that stands here
 * itself, or that was obtained from the address that it names. Each is checked as one that is posted alone, and has to be about
 * something of the archive. What is answered in the file is added before its answers, which then answer what it is called here.
 * With an Idempotency-Key each has an id that follows from that, so that what was begun and is sent again is not added twice.
 */
export async function importAnnotations(
  deps: AnnotateDeps,
  actor: Actor,
  given: readonly unknown[],
  own: OwnAddresses,
  { isDry, idempotency }: ImportWish,
): Promise<ImportOutcome[]> {
  const onlooker = onlookerOf(actor, deps.clock().slice(0, 10))
  const outcomes: ImportOutcome[] = []
  const read: { at: number; given: GivenAnnotation }[] = []
  for (const [at, one] of given.entries()) {
    outcomes[at] = { outcome: 'refused', errors: [] }
    await refusing(outcomes, at, async () => void read.push({ at, given: readGiven(one, own.idIn) }))
    if (at % batch === 0) await setImmediate()
  }
  const called = new Map<string, string>()
  const would = new Set<string>()
  let fresh: { at: number; given: GivenAnnotation; annotation: NewAnnotation }[] = []
  for (const { at, given } of answeredFirst(read)) {
    const added = new Set(fresh.flatMap((one) => one.given.iris))
    if (fresh.length === batch || targetsOf(given).some((iri) => added.has(iri))) await add()
    await refusing(outcomes, at, async () => {
      const known = (await begunBefore(at)) ?? (await knownAs(deps, actor, onlooker, given))
      if (known) note(at, given, { ...known, isNew: false })
      else if (isDry && targetsOf(given).some((iri) => would.has(iri))) dream(at, given)
      else {
        const annotation = await prepared(deps, actor, onlooker, given, called, own)
        if (isDry) dream(at, given)
        else fresh.push({ at, given, annotation: { ...annotation, id: idOf(at) } })
      }
    })
  }
  await add()
  if (idempotency && !isDry)
    await deps.annotationWriter.keepOutcome({
      ...{ actor: actor.id, at: deps.clock(), idempotency, outcome: outcomes },
    })
  return outcomes

  /** What would be added is there for what answers it, and for what is the same. */
  function dream(at: number, { iris }: GivenAnnotation) {
    const isTwice = iris.some((iri) => would.has(iri))
    outcomes[at] = isTwice ? { outcome: 'known', id: '', isDeleted: false } : { outcome: 'would-add' }
    for (const iri of iris) would.add(iri)
  }

  /** What a request with the same key added that did not come to its end. */
  async function begunBefore(at: number) {
    const before = idempotency && !isDry ? await deps.annotations.find(idOf(at)) : null
    return before && { id: before.id, isDeleted: before.deletedAt !== null }
  }

  function idOf(at: number): string {
    if (!idempotency) return deps.newId('a')
    const name = JSON.stringify([actor.id, idempotency, at])
    return `a${createHash('sha256').update(name).digest('hex').slice(0, 32)}`
  }

  async function add() {
    if (fresh.length === 0) return
    const annotations = fresh.map(({ annotation }) => annotation)
    const done = await deps.annotationWriter.addMany({
      actor: actor.id,
      at: deps.clock(),
      onlooker,
      annotations,
    })
    for (const [index, { at, given }] of fresh.entries()) {
      const imported = done[index]
      if (imported) note(at, given, imported)
    }
    fresh = []
  }

  function note(at: number, { iris }: GivenAnnotation, { id, isDeleted, isNew }: Imported) {
    outcomes[at] = { outcome: isNew ? 'added' : 'known', id, isDeleted }
    for (const iri of iris) called.set(iri, id)
  }
}

async function knownAs(deps: AnnotateDeps, actor: Actor, onlooker: Onlooker, { own, iris }: GivenAnnotation) {
  const here = own === null ? null : await deps.annotations.find(own)
  return here && isFor(onlooker, actor, here)
    ? { id: here.id, isDeleted: here.deletedAt !== null }
    : deps.annotations.obtainedFrom(onlooker, iris)
}

async function prepared(
  deps: AnnotateDeps,
  actor: Actor,
  onlooker: Onlooker,
  given: GivenAnnotation,
  called: ReadonlyMap<string, string>,
  own: OwnAddresses,
): Promise<Omit<NewAnnotation, 'id'>> {
  const here = new Map<string, string>()
  for (const source of targetsOf(given)) {
    const id = called.get(source) ?? (await deps.annotations.obtainedFrom(onlooker, [source]))?.id
    if (id !== undefined) here.set(source, own.of(id))
  }
  const { sharing } = given
  refuseStrangeGroup(actor, sharing)
  const body = answering(given.body, here)
  const about = await findAbout(deps, actor, body, null)
  await demandThere(deps, actor, about.document)
  if (about.document === null)
    throw invalid('target', 'names no page, document or annotation of this archive by any of its addresses.')
  return { ...about, ...indexed(actor, body), ...(sharing && { sharing }) }
}

/** Notes what refuses one, so that the others go on; what is nobody's input is thrown. */
async function refusing(outcomes: ImportOutcome[], at: number, run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof ArchiveError) || error.fault === 'internal') throw error
    const errors = error.errors.length > 0 ? error.errors : [{ path: 'target', message: error.message }]
    outcomes[at] = { outcome: 'refused', errors }
  }
}
