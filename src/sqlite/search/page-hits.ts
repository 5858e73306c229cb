import { analyse } from '../../domain/analysis/analyse.ts'
import { findMatches } from '../../domain/search/matches.ts'
import type { SearchNode } from '../../domain/search/query.ts'
import { regionOf } from '../../domain/search/region.ts'
import { snippet } from '../../domain/search/snippet.ts'
import type { PageHit } from '../../ports/search-index.ts'
import type { Connection } from '../open-database.ts'
import { type ReadingSource, readingText, textOf } from './reading-text.ts'

type PlaceRow = ReadingSource & { at: number; id: string; label: string | null; number: number }

/** Readings as the pages that people are shown, each with a snippet; what stands on no page has none. */
export function pageHits(db: Connection) {
  const readText = readingText(db)
  // All places at once: a statement costs more to start than to find another row.
  const places = db.prepare<[string], PlaceRow>(`
    select k.key as at, r.kind, r.document, r.revision, p.id, p.label, wp.number
    from json_each(?) k cross join reading r on r.rowid = k.value join page p on p.key = r.page
    join witness_page wp on wp.page = p.key join witness w on w.key = wp.witness and w.document = r.document
    order by w.ordinal desc`)
  const contents = db.prepare<[string], { key: number; content: Buffer }>(`
    select t.key, cast(t.content as blob) as content
    from json_each(?) k cross join text_revision t on t.key = k.value`)
  const annotationId = db.prepare<[number | null], string>('select id from annotation where key = ?').pluck()

  function hitsOf(shown: readonly PlaceRow[], query: SearchNode | null): PageHit[] {
    const revisions = shown.flatMap(({ kind, revision }) => (kind === 'page' ? [revision] : []))
    const texts = new Map(contents.all(JSON.stringify(revisions)).map(({ key, content }) => [key, content]))
    return shown.map((place) => {
      const { id, number, label, kind, revision } = place
      if (kind === 'page') {
        const text = textOf(texts.get(revision ?? 0))
        return { id, number, label, snippet: snippetOf(text, query), boxes: [] }
      }
      const annotation = annotationId.get(revision) ?? ''
      return { id, number, label, snippet: snippetOf(readText(place), query), boxes: [], annotation }
    })
  }

  function placesOf(rows: readonly number[]): Map<number, PlaceRow> {
    // The first witness comes last and stays.
    return new Map(places.all(JSON.stringify(rows)).map((place) => [place.at, place]))
  }

  return {
    /** One for each reading, by their row numbers, in their order; null for what stands on no page. */
    of(rows: readonly number[], query: SearchNode | null): (PageHit | null)[] {
      const placed = placesOf(rows)
      const hits = hitsOf([...placed.values()], query)
      const hitAt = new Map([...placed.keys()].map((at, which) => [at, hits[which]]))
      return rows.map((_, at) => hitAt.get(at) ?? null)
    },
    /** The first `most` of those after a page number, by page number; only these are cut into snippets. */
    after(number: number, most: number, rows: readonly number[], query: SearchNode | null): PageHit[] {
      const places = [...placesOf(rows).values()]
        .filter((place) => place.number > number)
        .sort((a, b) => a.number - b.number)
      return hitsOf(places.slice(0, most), query)
    },
  }
}

function snippetOf(text: string, query: SearchNode | null): string {
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
