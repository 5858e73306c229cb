import type { Actor } from '../domain/access.ts'
import { ArchiveError, notFound } from '../domain/errors.ts'
import type { Layer, Page, TextRevision } from '../domain/text.ts'
import type { TextReader } from '../ports/texts.ts'
import { admit, audienceNow, type Seeing } from './see.ts'

export type Reading = Seeing & { texts: TextReader }

export type PageAddress = { document: string; witness: string | null; number: number }

/** A page that the actor may see. Throws ArchiveError('not-found' or 'gone'). */
export async function seePage(deps: Reading, actor: Actor, address: PageAddress): Promise<Page> {
  await admit(deps, actor, address.document)
  const page = await deps.texts.page(
    address.document,
    address.witness,
    address.number,
    audienceNow(deps, actor),
  )
  if (!page) throw notFound('page')
  return page
}

/** A page with its text: of the best layer, of the one asked for, or one revision of it; null where it has none. */
export async function readPage(
  deps: Reading,
  actor: Actor,
  address: PageAddress,
  wanted: { layer: Layer | null; revision: string | null },
): Promise<{ page: Page; text: TextRevision | null }> {
  const page = await seePage(deps, actor, address)
  const audience = audienceNow(deps, actor)
  if (wanted.revision === null)
    return { page, text: await deps.texts.newest(page.id, wanted.layer, audience) }
  const text = await deps.texts.revision(wanted.revision, audience)
  if (text?.page !== page.id) throw notFound('revision of this page')
  if (wanted.layer !== null && text.layer !== wanted.layer) {
    throw new ArchiveError(
      'not-found',
      `That revision is of the layer ${text.layer}, not of ${wanted.layer}.`,
    )
  }
  return { page, text }
}

/** What tells one state of a document's whole text from another. */
export async function stampOfText(deps: Reading, actor: Actor, document: string): Promise<string> {
  await admit(deps, actor, document)
  return deps.texts.stamp(document, audienceNow(deps, actor))
}

/** All pages' texts in order, a hundred pages at a time; '' where a page has none. */
export async function* readWholeText(
  deps: Reading,
  actor: Actor,
  document: string,
  layer: Layer | null,
): AsyncGenerator<string> {
  await admit(deps, actor, document)
  const step = 100
  for (let from = 1; ; from += step) {
    const contents = await deps.texts.contents(document, layer, from, step, audienceNow(deps, actor))
    yield* contents
    if (contents.length < step) return
  }
}
