import type { Actor } from '../domain/access.ts'
import { analyse, indexText } from '../domain/analysis/analyse.ts'
import { everybody } from '../domain/audience.ts'
import { cleanText } from '../domain/clean-text.ts'
import { languageOf } from '../domain/language/language-of.ts'
import type { Layer, TextRevision } from '../domain/text.ts'
import type { Command } from '../ports/command.ts'
import type { NewId } from '../ports/identity.ts'
import type { TextWriter } from '../ports/texts.ts'
import { type PageAddress, type Reading, seePage } from './read-page.ts'

export type Correction = Pick<Command, 'idempotency'> & {
  layer: Layer
  /** Null: told from the text where it can be, else that of the revision it starts from. */
  language: string | null
  content: string
  /** The revision that it starts from; null: whichever is the newest of the layer. */
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
  const { texts } = deps
  const base = await (correction.basedOn
    ? texts.revision(correction.basedOn, everybody)
    : texts.newest(page.id, correction.layer, everybody))
  const language = correction.language ?? languageOf(content) ?? base?.language ?? null
  return deps.textWriter.correct({
    ...correction,
    language,
    actor: actor.id,
    at: deps.clock(),
    id: deps.newId('v'),
    page: page.id,
    content,
    words: indexText(analyse(content, language)),
  })
}
