import { analyse } from '../../domain/analysis/analyse.ts'
import { unpackWords } from '../../domain/page/pack-words.ts'
import type { PlacedWords } from '../../domain/page/placed-words.ts'
import { findMatches, type Match } from '../../domain/search/matches.ts'
import type { SearchNode } from '../../domain/search/query.ts'
import { regionOf } from '../../domain/search/region.ts'
import { snippet } from '../../domain/search/snippet.ts'
import type { Connection } from '../open-database.ts'
import { type ReadingSource, readingText, textOf } from './reading-text.ts'

/** A reading on a page of that id, as it was written. */
type PageReading = ReadingSource & { row: number; id: string; language: string | null }

/** A snippet of a reading, and where on the page the words found stand, in the frame of the text's own boxes. */
export type Cut = Pick<PageReading, 'id' | 'kind' | 'revision' | 'masked' | 'language'> & {
  html: string
  found: PlacedWords | null
}

/** Cuts snippets out of readings on pages, by their row numbers. A reading never changes, so neither do they. */
export function snippets(db: Connection) {
  const readText = readingText(db)
  const readingsOf = db.prepare<[string], PageReading>(`
    select r.rowid as row, r.kind, r.layer, r.language, r.document, r.revision, r.masked, p.id
    from json_each(?) k cross join reading r on r.rowid = k.value join page p on p.key = r.page`)
  // All texts at once: a statement costs more to start than to find another row.
  const contents = db.prepare<[string], { key: number; content: Buffer; words: Buffer | null }>(`
    select t.key, cast(t.content as blob) as content, t.words
    from json_each(?) k cross join text_revision t on t.key = k.value`)
  const maskedText = db.prepare<[number], { content: Buffer; words: Buffer | null }>(
    'select cast(content as blob) as content, words from masked_text where key = ?',
  )

  return (rows: readonly number[], query: SearchNode | null): Map<number, Cut> => {
    const cuts = new Map<number, Cut>()
    if (rows.length === 0) return cuts
    const uncut = readingsOf.all(JSON.stringify(rows))
    const revisions = uncut.flatMap(({ kind, revision, masked }) =>
      kind === 'page' && masked === null ? [revision] : [],
    )
    const texts = new Map(contents.all(JSON.stringify(revisions)).map((text) => [text.key, text]))
    for (const reading of uncut) {
      const read =
        reading.masked !== null
          ? maskedText.get(reading.masked)
          : reading.kind === 'page'
            ? texts.get(reading.revision ?? 0)
            : null
      const text = read === null ? readText(reading) : textOf(read?.content)
      const { id, kind, revision, masked, language } = reading
      const { html, found } =
        read?.words && query ? cutAll(text, read.words, query) : { html: cutPart(text, query), found: null }
      cuts.set(reading.row, { id, kind, revision, masked, language, html, found })
    }
    return cuts
  }
}

/** The snippet of a text and the words of the whole of it that the query finds, by one reading of it. */
function cutAll(text: string, packed: Uint8Array, query: SearchNode) {
  const words = analyse(text, null)
  const matches = findMatches(query, text, words)
  return { html: snippet(text, words, matches), found: unpackWords(packed, within(matches)) }
}

/** Whether a word shares a character with one of the matches; to be asked in their order. */
function within(matches: readonly Match[]): (start: number, end: number) => boolean {
  let at = 0
  return (start, end) => {
    while ((matches[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++
    return (matches[at]?.start ?? Number.POSITIVE_INFINITY) < end
  }
}

/** The snippet of a text of which only the part is read in which it is cut. */
function cutPart(text: string, query: SearchNode | null): string {
  const { start, end } = query === null ? { start: 0, end: text.length } : regionOf(text, query)
  const part = text.slice(start, end)
  const words = analyse(part, null)
  const matches = query === null ? [] : findMatches(query, part, words)
  if (query !== null && matches.length === 0 && part.length < text.length) {
    const all = analyse(text, null)
    return snippet(text, all, findMatches(query, text, all))
  }
  return snippet(part, words, matches, { isCutBefore: start > 0, isCutAfter: end < text.length })
}
