import { setImmediate } from 'node:timers/promises'
import type { Actor } from '../domain/access.ts'
import { answeredFirst, targetsOf } from '../domain/annotation/answered-first.ts'
import { type GivenAnnotation, readGiven } from '../domain/annotation/given.ts'
import { answering } from '../domain/annotation/target.ts'
import { type Audience, audienceOf } from '../domain/audience.ts'
import { ArchiveError, type InputError, invalid } from '../domain/errors.ts'
import type { Imported, NewAnnotation } from '../ports/annotations.ts'
import { type AnnotateDeps, indexed } from './annotate.ts'
import { findAbout } from './find-about.ts'

/** What became of one annotation of a file; `id` is what it is called here. */
export type ImportOutcome =
  | { outcome: 'added' | 'known'; id: string; isDeleted: boolean }
  | { outcome: 'refused'; errors: readonly InputError[] }

/** The addresses of annotations of this archive: the id in one, or null, and the address of an id. */
export type OwnAddresses = { idIn(iri: string): string | null; of(id: string): string }

const batch = 50

/**
 * Adds the annotations of a file, and says of each, in their order, what became of it. One is known already that stands here
 * itself, or that was obtained from the address that it names. Each is checked as one that is posted alone, and has to be about
 * something of the archive. What is answered in the file is added before its answers, which then answer what it is called here.
 */
export async function importAnnotations(
  deps: AnnotateDeps,
  actor: Actor,
  given: readonly unknown[],
  own: OwnAddresses,
): Promise<ImportOutcome[]> {
  const audience = audienceOf(actor, deps.clock().slice(0, 10))
  const outcomes: ImportOutcome[] = []
  const read: { at: number; given: GivenAnnotation }[] = []
  for (const [at, one] of given.entries()) {
    outcomes[at] = { outcome: 'refused', errors: [] }
    await refusing(outcomes, at, async () => void read.push({ at, given: readGiven(one, own.idIn) }))
    if (at % batch === 0) await setImmediate()
  }
  const called = new Map<string, string>()
  let fresh: { at: number; given: GivenAnnotation; annotation: NewAnnotation }[] = []
  for (const { at, given } of answeredFirst(read)) {
    const added = new Set(fresh.flatMap((one) => one.given.iris))
    if (fresh.length === batch || targetsOf(given).some((iri) => added.has(iri))) await add()
    await refusing(outcomes, at, async () => {
      const known = await knownAs(deps, audience, given)
      if (known) note(at, given, { ...known, isNew: false })
      else fresh.push({ at, given, annotation: await prepared(deps, actor, audience, given, called, own) })
    })
  }
  await add()
  return outcomes

  async function add() {
    if (fresh.length === 0) return
    const annotations = fresh.map(({ annotation }) => annotation)
    const done = await deps.annotationWriter.addMany({
      actor: actor.id,
      at: deps.clock(),
      audience,
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

async function knownAs(deps: AnnotateDeps, audience: Audience, { own, iris }: GivenAnnotation) {
  const here = own === null ? null : await deps.annotations.find(own)
  return here
    ? { id: here.id, isDeleted: here.deletedAt !== null }
    : deps.annotations.obtainedFrom(audience, iris)
}

async function prepared(
  deps: AnnotateDeps,
  actor: Actor,
  audience: Audience,
  given: GivenAnnotation,
  called: ReadonlyMap<string, string>,
  own: OwnAddresses,
): Promise<NewAnnotation> {
  const here = new Map<string, string>()
  for (const source of targetsOf(given)) {
    const id = called.get(source) ?? (await deps.annotations.obtainedFrom(audience, [source]))?.id
    if (id !== undefined) here.set(source, own.of(id))
  }
  const body = answering(given.body, here)
  const about = await findAbout(deps, actor, body, null)
  if (about.document === null)
    throw invalid('target', 'names no page, document or annotation of this archive by any of its addresses.')
  return { id: deps.newId('a'), ...about, ...indexed(actor, body) }
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
