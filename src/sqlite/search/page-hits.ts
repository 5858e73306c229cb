import { analyse } from '../../domain/analysis/analyse.ts'
import { findMatches } from '../../domain/search/matches.ts'
import type { SearchNode } from '../../domain/search/query.ts'
import { snippet } from '../../domain/search/snippet.ts'
import type { PageHit } from '../../ports/search-index.ts'
import type { Connection } from '../open-database.ts'
import type { FoundReading } from './found.ts'
import { readingText } from './reading-text.ts'

type PlaceRow = { id: string; label: string | null; number: number }

/** Readings as the pages that people are shown, each with a snippet. */
export function pageHits(db: Connection) {
  const textOf = readingText(db)
  const place = db.prepare<[number, number], PlaceRow>(`
    select p.id, p.label, wp.number from page p join witness_page wp on wp.page = p.key
    join witness w on w.key = wp.witness where p.key = ? and w.document = ? order by w.ordinal limit 1`)
  const annotationId = db.prepare<[number | null], string>('select id from annotation where key = ?').pluck()
  return (reading: FoundReading, query: SearchNode | null): PageHit | null => {
    const at = reading.page === null ? undefined : place.get(reading.page, reading.document)
    if (!at) return null
    const text = textOf(reading)
    const words = analyse(text, null)
    const matches = query === null ? [] : findMatches(query, text, words)
    const hit: PageHit = { ...at, snippet: snippet(text, words, matches), boxes: [] }
    return reading.kind === 'annotation'
      ? { ...hit, annotation: annotationId.get(reading.revision) ?? '' }
      : hit
  }
}
