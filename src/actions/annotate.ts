import type { Actor } from '../domain/access.ts'
import { analyse, indexText } from '../domain/analysis/analyse.ts'
import { type Anchor, makeAnchor } from '../domain/annotation/anchor.ts'
import type { WebAnnotation } from '../domain/annotation/model.ts'
import { type PageTarget, pageOfSource, pageTargets } from '../domain/annotation/target.ts'
import { searchableText } from '../domain/annotation/text-body.ts'
import { audienceOf } from '../domain/audience.ts'
import { ArchiveError, invalid } from '../domain/errors.ts'
import type {
  AnnotationReader,
  AnnotationWriter,
  PutAnnotation,
  StoredAnnotation,
} from '../ports/annotations.ts'
import type { Command } from '../ports/command.ts'
import type { NewId } from '../ports/identity.ts'
import { seeAnnotation } from './read-annotation.ts'
import { type Reading, readPage } from './read-page.ts'
import { admit, keepsArchive } from './see.ts'

export type AnnotateDeps = Reading & {
  annotations: AnnotationReader
  annotationWriter: AnnotationWriter
  newId: NewId
}

type About = Pick<PutAnnotation, 'document' | 'page' | 'revision' | 'anchor'>

/**
 * Keeps an annotation and the place in the page's text that it is anchored to. `within` is the document whose
 * container it was posted to: it must then be about that document. `wish` is its name, unless another has it. Throws ArchiveError('invalid-input') when the
 * passage that it quotes is not on the page.
 */
export async function annotate(
  deps: AnnotateDeps,
  actor: Actor,
  body: WebAnnotation,
  { within, wish }: { within: string | null; wish: string | null },
  idempotency: Command['idempotency'],
): Promise<StoredAnnotation> {
  const about = await findAbout(deps, actor, body, within)
  const id = deps.newId('a')
  return deps.annotationWriter.add({
    ...about,
    ...indexed(body),
    actor: actor.id,
    at: deps.clock(),
    idempotency,
    id,
    wish,
  })
}

/** Puts another annotation in the place of one. */
export async function changeAnnotation(
  deps: AnnotateDeps,
  actor: Actor,
  id: string,
  body: WebAnnotation,
  expectedVersion: number | null,
): Promise<StoredAnnotation> {
  const before = await seeAnnotation(deps, actor, id)
  refuseOthers(actor, before)
  // A new body says nothing new about the passage, which may have moved or gone since it was anchored.
  const same = JSON.stringify(body.target) === JSON.stringify(before.body.target)
  const about = same ? before : await findAbout(deps, actor, body, null)
  const { document, page, revision, anchor } = about
  return deps.annotationWriter.change({
    ...{ document, page, revision, anchor },
    ...indexed(body),
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
  refuseOthers(actor, await seeAnnotation(deps, actor, id))
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

const indexed = (body: WebAnnotation) => ({ body, words: indexText(analyse(searchableText(body), null)) })

/** The first target that is a thing of the archive decides what the annotation is about. */
async function findAbout(
  deps: AnnotateDeps,
  actor: Actor,
  body: WebAnnotation,
  within: string | null,
): Promise<About> {
  if (within !== null) await admit(deps, actor, within)
  const targets = pageTargets(body)
  for (const target of targets) {
    const about = await aboutTarget(deps, actor, target)
    if (about === null) continue
    if (within !== null && about.document !== within) {
      throw invalid(
        'target',
        'is in another document than this container: post it there, or to /annotations/.',
      )
    }
    return about
  }
  return { document: within, page: null, revision: null, anchor: null }
}

async function aboutTarget(deps: AnnotateDeps, actor: Actor, target: PageTarget): Promise<About | null> {
  const source = pageOfSource(target.source)
  if (source === null) return null
  if (source.kind === 'document') {
    await admit(deps, actor, source.document)
    return { document: source.document, page: null, revision: null, anchor: null }
  }
  if (source.kind === 'annotation') return aboutAnswered(deps, actor, source.annotation)
  const address = source.kind === 'page' ? await placeOf(deps, actor, source.page) : source
  const { page, text } = await readPage(deps, actor, address, { layer: null, revision: null })
  const anchor = target.selectors.length > 0 ? anchorIn(target, text?.content ?? '') : null
  return { document: address.document, page: page.id, revision: text?.id ?? null, anchor }
}

/** A reply is about what the annotation is about that it answers; another server's annotation is nothing of ours. */
async function aboutAnswered(deps: AnnotateDeps, actor: Actor, id: string): Promise<About | null> {
  if (!(await deps.annotations.find(id))) return null
  const { document, page } = await seeAnnotation(deps, actor, id)
  return document === null ? null : { document, page, revision: null, anchor: null }
}

/** Where a page stands; one that the actor may not see is as if it were absent. */
async function placeOf(deps: AnnotateDeps, actor: Actor, page: string) {
  const place = await deps.texts.place(page, audienceOf(actor, deps.clock().slice(0, 10)))
  if (place) return place
  throw invalid('target', 'is a page that this archive does not have.')
}

function anchorIn(target: PageTarget, text: string): Anchor {
  const anchor = makeAnchor(target.selectors, text)
  if ('kind' in anchor) throw invalid('target.selector', anchor.message)
  return anchor
}
