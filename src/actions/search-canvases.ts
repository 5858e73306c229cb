import type { Actor } from '../domain/access.ts'
import { analyse } from '../domain/analysis/analyse.ts'
import type { Audience } from '../domain/audience.ts'
import { invalid } from '../domain/errors.ts'
import type { PlacedWords } from '../domain/page/placed-words.ts'
import type { ContentScope } from '../domain/search/content-query.ts'
import type { TextRevision } from '../domain/text.ts'
import type { CanvasEntry } from '../ports/canvases.ts'
import { listAnnotations } from './read-annotation.ts'
import { type Asked, type SearchDeps, searchWithin } from './search.ts'
import { admit, audienceNow } from './see.ts'
import { type CanvasDeps, type CanvasText, type Standing, textOf } from './see-canvas.ts'

export type ContentSearchDeps = CanvasDeps & SearchDeps

/** A text of a page with the places in it that a query finds: [start, end) in code points. */
export type TextFound = {
  entry: CanvasEntry
  revision: TextRevision
  placed: PlacedWords | null
  passages: [start: number, end: number][]
}

/** What somebody said that a query finds, on the page that it is about, where it is about one of this document. */
export type NoteFound = Standing & { entry: CanvasEntry | null; text: CanvasText }

/** `asked` is what is told of a search of the texts; null where none was made. */
export type ContentFound = {
  texts: TextFound[]
  notes: NoteFound[]
  next: string | null
  asked: Asked | null
}

/** So many pages with a text that answers, and so many notes, come at once. */
const atOnce = 25
const notesAtOnce = 100

/**
 * Searches the texts of a document's pages and what people say of it, the texts first. Without words all of what people
 * say is found, and no text. Throws ArchiveError('not-found' or 'gone'), and 'invalid-query' with the column.
 */
export async function searchCanvases(
  deps: ContentSearchDeps,
  actor: Actor,
  document: string,
  { q, scope, cursor }: { q: string; scope: ContentScope; cursor: string | null },
): Promise<ContentFound> {
  await admit(deps, actor, document)
  const [stage, place] = stageOf(cursor)
  const audience = audienceNow(deps, actor)
  let asked: Asked | null = null
  let texts: TextFound[] = []
  if (scope.texts && q.trim() !== '' && stage === 'texts') {
    const found = await searchWithin(deps, actor, document, { q, limit: atOnce, cursor: place })
    asked = found
    texts = await Promise.all(
      found.items.map(async ({ id, revision, passages }) => {
        const entry = await deps.canvases.find(document, id, audience)
        const text = await deps.texts.revision(revision, audience)
        return entry && text
          ? [{ entry, revision: text, placed: await deps.texts.placed(text.id, audience), passages }]
          : []
      }),
    ).then((pages) => pages.flat())
    if (found.next !== null) return { texts, notes: [], next: `t${found.next}`, asked }
  }
  if (!scope.notes) return { texts, notes: [], next: null, asked }
  const words = analyse(q, null).map(({ word }) => word)
  const filter = { document, words, motivations: scope.motivations }
  const slice = { limit: notesAtOnce, cursor: stage === 'notes' ? place : null }
  const { items, next } = await listAnnotations(deps, actor, filter, slice)
  const notes = await Promise.all(items.map((standing) => noteFound(deps, document, standing, audience)))
  return { texts, notes, next: next === null ? null : `n${next}`, asked }
}

async function noteFound(
  deps: CanvasDeps,
  document: string,
  standing: Standing,
  audience: Audience,
): Promise<NoteFound> {
  const { page } = standing.annotation
  const entry = page === null ? null : await deps.canvases.find(document, page, audience)
  const text = entry && standing.anchor ? await textOf(deps, entry.id, null, audience) : null
  return { ...standing, entry, text }
}

function stageOf(cursor: string | null): ['texts' | 'notes', string | null] {
  if (cursor === null) return ['texts', null]
  const place = cursor.slice(1)
  if (cursor.startsWith('t') && place !== '') return ['texts', place]
  if (cursor.startsWith('n') && place !== '') return ['notes', place]
  throw invalid('cursor', 'is not one that this search gave: start without a cursor.')
}
