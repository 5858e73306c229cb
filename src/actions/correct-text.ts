import type { Actor } from '../domain/access.ts'
import { analyse, indexText } from '../domain/analysis/analyse.ts'
import { cleanText } from '../domain/clean-text.ts'
import type { Layer, TextRevision } from '../domain/text.ts'
import type { Command } from '../ports/command.ts'
import type { NewId } from '../ports/identity.ts'
import type { TextWriter } from '../ports/texts.ts'
import { type PageAddress, type Reading, seePage } from './read-page.ts'

export type Correction = Pick<Command, 'idempotency'> & {
  layer: Layer
  language: string | null
  content: string
  /** The revision that it starts from; null says nothing. */
  basedOn: string | null
  /** The revision that the caller saw as the page's text, from an If-Match. */
  ifCurrent?: string | null
}

/** Adds a revision to a page's text. Throws ArchiveError('conflict') when `basedOn` is not the newest any more. */
export async function correctText(
  deps: Reading & { textWriter: TextWriter; newId: NewId },
  actor: Actor,
  address: PageAddress,
  correction: Correction,
): Promise<TextRevision> {
  const page = await seePage(deps, actor, address)
  const content = cleanText(correction.content)
  return deps.textWriter.correct({
    ...correction,
    actor: actor.id,
    at: deps.clock(),
    id: deps.newId('v'),
    page: page.id,
    content,
    words: indexText(analyse(content, correction.language)),
  })
}
