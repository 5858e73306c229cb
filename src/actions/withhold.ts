import type { Actor } from '../domain/access.ts'
import { analyse } from '../domain/analysis/analyse.ts'
import { codePoints } from '../domain/annotation/code-points.ts'
import { everybody } from '../domain/audience.ts'
import { cleanText } from '../domain/clean-text.ts'
import { invalid } from '../domain/errors.ts'
import type { Box } from '../domain/page/placed-words.ts'
import { foldedWords, standIn } from '../domain/redaction/cover.ts'
import type { Page, PageClass } from '../domain/text.ts'
import type { Command } from '../ports/command.ts'
import type { NewId } from '../ports/identity.ts'
import type { Redacted, WithholdingReader, WithholdingWriter } from '../ports/withholding.ts'
import { type PageAddress, type Reading, seePage } from './read-page.ts'
import { refuseLooseGroup, refuseOpenEmbargo } from './who-sees.ts'

export type WithholdingDeps = Reading & {
  withholding: WithholdingReader
  withholdingWriter: WithholdingWriter
  newId: NewId
}

/** What is to be withheld: regions in pixels of the page, wordings, and passages of its texts in code points. */
export type RedactionWish = {
  regions: readonly Box[]
  quotes: readonly string[]
  passages: readonly { revision: string; start: number; end: number }[]
  because: string
  tells: boolean
  until: string | null
}

/** Gives a page a class of its own, or (null) that of its document. */
export async function classifyPage(
  deps: WithholdingDeps,
  actor: Actor,
  address: PageAddress,
  own: PageClass | null,
): Promise<Page> {
  const { id } = await seePage(deps, actor, address)
  if (own) {
    refuseOpenEmbargo(own.visibility, own.embargoUntil)
    refuseLooseGroup(own.visibility, own.group)
  }
  await deps.withholdingWriter.classify({ actor: actor.id, at: deps.clock(), page: id, own })
  return seePage(deps, actor, address)
}

/**
 * Withholds regions and words of a page. Throws ArchiveError('invalid-input') for a region that leaves the page, and for
 * words that stand in none of its texts.
 */
export async function redactPage(
  deps: WithholdingDeps,
  actor: Actor,
  address: PageAddress,
  wish: RedactionWish,
  idempotency: Command['idempotency'],
): Promise<Redacted> {
  const page = await seePage(deps, actor, address)
  const { regions, passages, because, tells, until } = wish
  const at = deps.clock()
  if (regions.length + passages.length + wish.quotes.length === 0)
    throw invalid('regions', 'or quotes or passages are required: say what is to be withheld.')
  if (until !== null && until <= at.slice(0, 10))
    throw invalid('until', 'is past: nothing would be withheld.')
  const texts = await deps.texts.revisions(page.id, everybody)
  for (const [index, quote] of wish.quotes.entries())
    if (!texts.some(({ content }) => standIn(content, foldedWords(quote))))
      throw invalid(`quotes.${index}`, 'stands in none of the texts of this page.')
  const quotes = wish.quotes.map(cleanText)
  for (const [index, { revision, start, end }] of passages.entries()) {
    const content = texts.find(({ id }) => id === revision)?.content
    if (content === undefined) throw invalid(`passages.${index}.revision`, 'is no revision of this page.')
    quotes.push(wordsWithin(content, start, end, `passages.${index}`))
  }
  return deps.withholdingWriter.redact({
    ...{ actor: actor.id, at, idempotency, id: deps.newId('x'), page: page.id },
    ...{ regions, frame: frameOf(page, regions), quotes: [...new Set(quotes)], because, tells, until },
  })
}

/** The redactions of a page that were not undone. */
export async function listRedactions(
  deps: WithholdingDeps,
  actor: Actor,
  address: PageAddress,
): Promise<Redacted[]> {
  return deps.withholding.redactions((await seePage(deps, actor, address)).id)
}

/** Takes a redaction back. Throws ArchiveError('not-found'). */
export async function undoRedaction(deps: WithholdingDeps, actor: Actor, id: string): Promise<void> {
  await deps.withholdingWriter.undo({ actor: actor.id, at: deps.clock(), id })
}

/** The whole words that a passage has a part in. */
function wordsWithin(content: string, start: number, end: number, path: string): string {
  const { codePointToUnit } = codePoints(content)
  const [from, to] = [codePointToUnit(start), codePointToUnit(end)]
  const words = analyse(content, null).filter((word) => word.start < to && from < word.end)
  const [first, last] = [words[0], words.at(-1)]
  if (!first || !last) throw invalid(path, 'holds no words.')
  return content.slice(first.start, last.end)
}

function frameOf({ width, height }: Page, regions: readonly Box[]) {
  if (regions.length === 0) return null
  if (width === null || height === null)
    throw invalid('regions', 'cannot be placed: this page has no size. Name the words instead.')
  for (const [index, [x, y, w, h]] of regions.entries())
    if (x + w > width || y + h > height)
      throw invalid(`regions.${index}`, `leaves the page of ${width}×${height} pixels.`)
  return { width, height }
}
