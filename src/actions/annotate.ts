import { type Actor, decide, mayUse, mayUseSomewhere } from '../domain/access.ts'
import { analyse, indexText } from '../domain/analysis/analyse.ts'
import { openToAll, type Sharing } from '../domain/annotation/circle.ts'
import type { WebAnnotation } from '../domain/annotation/model.ts'
import { searchableText } from '../domain/annotation/text-body.ts'
import { ArchiveError, invalid } from '../domain/errors.ts'
import type { AnnotationWriter, StoredAnnotation } from '../ports/annotations.ts'
import type { Command } from '../ports/command.ts'
import type { NewId } from '../ports/identity.ts'
import { type AboutDeps, findAbout } from './find-about.ts'
import { seeAnnotation } from './read-annotation.ts'
import { keepsArchive } from './see.ts'

export type AnnotateDeps = AboutDeps & { annotationWriter: AnnotationWriter; newId: NewId }

/**
 * Keeps an annotation and the place in the page's text that it is anchored to. `within` is the document whose
 * container it was posted to: it must then be about that document. `wish` is its name, unless another has it. Throws ArchiveError('invalid-input') when the
 * passage that it quotes is not on the page.
 */
export async function annotate(
  deps: AnnotateDeps,
  actor: Actor,
  body: WebAnnotation,
  { within, wish, sharing }: { within: string | null; wish: string | null; sharing: Sharing | null },
  idempotency: Command['idempotency'],
): Promise<StoredAnnotation> {
  refuseStrangeGroup(actor, sharing)
  const about = await findAbout(deps, actor, body, within)
  await demandThere(deps, actor, about.document)
  const id = deps.newId('a')
  return deps.annotationWriter.add({
    ...about,
    ...indexed(actor, body),
    actor: actor.id,
    at: deps.clock(),
    idempotency,
    id,
    wish,
    sharing: sharing ?? openToAll,
  })
}

/** Puts another annotation in the place of one. */
export async function changeAnnotation(
  deps: AnnotateDeps,
  actor: Actor,
  id: string,
  { body, sharing }: { body: WebAnnotation; sharing: Sharing | null },
  expectedVersion: number | null,
): Promise<StoredAnnotation> {
  const before = await seeAnnotation(deps, actor, id)
  refuseOthers(actor, before)
  if (sharing?.group !== before.sharing.group) refuseStrangeGroup(actor, sharing)
  await demandThere(deps, actor, before.document)
  const { canonical } = before.body
  if (canonical !== undefined && body.canonical !== undefined && body.canonical !== canonical)
    throw new ArchiveError(
      'conflict',
      'canonical: names where this annotation comes from, and stays (Web Annotation Protocol 5.3).',
    )
  // A new body says nothing new about the passage, which may have moved or gone since it was anchored.
  const same = JSON.stringify(body.target) === JSON.stringify(before.body.target)
  const about = same ? { ...before, answers: undefined } : await findAbout(deps, actor, body, null)
  await demandThere(deps, actor, about.document)
  const { document, page, revision, anchor, answers } = about
  return deps.annotationWriter.change({
    ...{ document, page, revision, anchor },
    ...(answers !== undefined && { answers }),
    ...(sharing && { sharing }),
    ...indexed(actor, canonical === undefined ? body : { ...body, canonical }),
    actor: actor.id,
    at: deps.clock(),
    expectedVersion,
    id,
  })
}

/** Deletes an annotation; its tombstone stays. */
export async function removeAnnotation(
  deps: AnnotateDeps,
  actor: Actor,
  id: string,
  expectedVersion: number | null,
): Promise<void> {
  const before = await seeAnnotation(deps, actor, id)
  refuseOthers(actor, before)
  await demandThere(deps, actor, before.document)
  await deps.annotationWriter.remove({ actor: actor.id, at: deps.clock(), expectedVersion, id })
}

/** People change what they wrote; those who keep the archive may change anybody's. */
function refuseOthers(actor: Actor, { createdBy }: StoredAnnotation): void {
  if (createdBy === actor.id || keepsArchive(actor)) return
  throw new ArchiveError(
    'forbidden',
    'This annotation is somebody else’s: only its author or an archivist can change it.',
  )
}

/** People share with the groups that they are in, those who keep the archive with any. */
export function refuseStrangeGroup(actor: Actor, sharing: Sharing | null): void {
  const { group } = sharing ?? openToAll
  if (group === null || keepsArchive(actor) || actor.groups?.includes(group)) return
  throw invalid('archive.group', 'is not a group that you are in.')
}

/** Whether an actor may annotate something about a document because of what they are in its collections. */
export const mayAnnotateThere = async (
  { documents }: Pick<AboutDeps, 'documents'>,
  actor: Actor,
  document: string,
): Promise<boolean> =>
  !mayUse(actor, 'annotator') &&
  mayUseSomewhere(actor, 'annotator') &&
  decide(actor, 'annotator', await documents.around(document))

/** Who annotates in some collections only, annotates what is about something that lies in them. */
export async function demandThere(
  { documents }: Pick<AboutDeps, 'documents'>,
  actor: Actor,
  document: string | null,
): Promise<void> {
  if (mayUse(actor, 'annotator')) return
  if (document !== null && (await mayAnnotateThere({ documents }, actor, document))) return
  throw new ArchiveError(
    'forbidden',
    'You annotate what lies in some collections; this does not, or is about nothing of this archive.',
  )
}

/** An annotation with the folded words that it is found by. */
export const indexed = (actor: Actor, body: WebAnnotation) => ({
  body,
  seesAll: keepsArchive(actor),
  words: indexText(analyse(searchableText(body), null)),
})
