import { analyse } from '../../domain/analysis/analyse.ts'
import { findMatches } from '../../domain/search/matches.ts'
import type { SearchNode } from '../../domain/search/query.ts'
import { regionOf } from '../../domain/search/region.ts'
import { snippet } from '../../domain/search/snippet.ts'
import type { PageHit } from '../../ports/search-index.ts'
import type { Connection } from '../open-database.ts'
import type { FoundReading } from './found.ts'
import { readingText } from './reading-text.ts'

type PlaceRow = { at: number; id: string; label: string | null; number: number }

/** Readings as the pages that people are shown, each with a snippet; what stands on no page has none. */
export function pageHits(db: Connection) {
  const textOf = readingText(db)
  // All places at once: a statement costs more to start than to find another row.
  const places = db.prepare<unknown[], PlaceRow>(`
    select k.key as at, p.id, p.label, wp.number
    from json_each(:wanted) k cross join page p on p.key = k.value ->> 0
    join witness_page wp on wp.page = p.key join witness w on w.key = wp.witness and w.document = k.value ->> 1
    order by w.ordinal desc`)
  const annotationId = db.prepare<[number | null], string>('select id from annotation where key = ?').pluck()

  function hitOf(reading: FoundReading, place: PlaceRow, query: SearchNode | null): PageHit {
    const { id, number, label } = place
    const hit: PageHit = { id, number, label, snippet: snippetOf(textOf(reading), query), boxes: [] }
    return reading.kind === 'annotation'
      ? { ...hit, annotation: annotationId.get(reading.revision) ?? '' }
      : hit
  }

  function placesOf(readings: readonly FoundReading[]): Map<number, PlaceRow> {
    const wanted = JSON.stringify(readings.map(({ page, document }) => [page, document]))
    // The first witness comes last and stays.
    return new Map(places.all({ wanted }).map((place) => [place.at, place]))
  }

  return {
    /** One for each reading, in their order. */
    of(readings: readonly FoundReading[], query: SearchNode | null): (PageHit | null)[] {
      const placed = placesOf(readings)
      return readings.map((reading, at) => {
        const place = placed.get(at)
        return place ? hitOf(reading, place, query) : null
      })
    },
    /** The first `most` of those after a page number, by page number; only these are cut into snippets. */
    after(
      number: number,
      most: number,
      readings: readonly FoundReading[],
      query: SearchNode | null,
    ): PageHit[] {
      return [...placesOf(readings).values()]
        .filter((place) => place.number > number)
        .sort((a, b) => a.number - b.number)
        .slice(0, most)
        .flatMap((place) => {
          const reading = readings[place.at]
          return reading ? [hitOf(reading, place, query)] : []
        })
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
