import type { Actor } from '../domain/access.ts'
import { type Anchor, makeAnchor } from '../domain/annotation/anchor.ts'
import type { WebAnnotation } from '../domain/annotation/model.ts'
import { type PageTarget, pageOfSource, pageTargets } from '../domain/annotation/target.ts'
import { audienceOf } from '../domain/audience.ts'
import { invalid } from '../domain/errors.ts'
import { meantAt } from '../domain/redaction/mask.ts'
import type { TextRevision } from '../domain/text.ts'
import type { AnnotationReader, PutAnnotation } from '../ports/annotations.ts'
import { seeAnnotation } from './read-annotation.ts'
import { type Reading, readPage } from './read-page.ts'
import { admit } from './see.ts'

export type AboutDeps = Reading & { annotations: AnnotationReader }

/** The thing of the archive that an annotation is about, as far as it is about one, and where its passage stands. */
export type About = Pick<PutAnnotation, 'document' | 'page' | 'revision' | 'anchor' | 'answers'>

/**
 * What an annotation is about: the first of its targets that is a thing of the archive which the actor may see decides. With
 * `within` it must be about that document. Throws ArchiveError('invalid-input') where a passage that it quotes is not on the page.
 */
export async function findAbout(
  deps: AboutDeps,
  actor: Actor,
  body: WebAnnotation,
  within: string | null,
): Promise<About> {
  if (within !== null) await admit(deps, actor, within)
  let answers: string | null = null
  for (const target of pageTargets(body)) {
    const { about, answered } = await aboutTarget(deps, actor, target)
    answers ??= answered
    if (about === null) continue
    if (within !== null && about.document !== within) {
      throw invalid(
        'target',
        'is in another document than this container: post it there, or to /annotations/.',
      )
    }
    return { ...about, answers }
  }
  return { document: within, page: null, revision: null, anchor: null, answers }
}

type Place = Omit<About, 'answers'>
/** What one target is, and the annotation that it is; null for what is nothing of ours. */
type Told = { about: Place | null; answered: string | null }

async function aboutTarget(deps: AboutDeps, actor: Actor, target: PageTarget): Promise<Told> {
  const source = pageOfSource(target.source)
  if (source === null) return { about: null, answered: null }
  if (source.kind === 'document') {
    await admit(deps, actor, source.document)
    const about = { document: source.document, page: null, revision: null, anchor: null }
    return { about, answered: null }
  }
  if (source.kind === 'annotation') return aboutAnswered(deps, actor, source.annotation)
  const address = source.kind === 'page' ? await placeOf(deps, actor, source.page) : source
  const { page, text } = await readPage(deps, actor, address, { layer: null, revision: null })
  if (page.withheld?.whole) throw invalid('target', 'is a page that is withheld from you.')
  const anchor = target.selectors.length > 0 ? anchorIn(target, text) : null
  const about = { document: address.document, page: page.id, revision: text?.id ?? null, anchor }
  return { about, answered: null }
}

/** A reply is about what the annotation is about that it answers; another server's annotation is nothing of ours. */
async function aboutAnswered(deps: AboutDeps, actor: Actor, id: string): Promise<Told> {
  if (!(await deps.annotations.find(id))) return { about: null, answered: null }
  const { document, page } = await seeAnnotation(deps, actor, id)
  const about = document === null ? null : { document, page, revision: null, anchor: null }
  return { about, answered: id }
}

/** Where a page stands; one that the actor may not see is as if it were absent. */
async function placeOf(deps: AboutDeps, actor: Actor, page: string) {
  const place = await deps.texts.place(page, audienceOf(actor, deps.clock().slice(0, 10)))
  if (place) return place
  throw invalid('target', 'is a page that this archive does not have.')
}

/** Found in the text as the actor reads it, whose words it keeps, and a passage of the whole. */
function anchorIn({ selectors }: PageTarget, text: TextRevision | null): Anchor {
  const anchor = makeAnchor(selectors, text?.content ?? '')
  if ('kind' in anchor) throw invalid('target.selector', anchor.message)
  return { ...anchor, ...meantAt(text?.cuts ?? [], anchor) }
}
