import { inFrame, type PlacedWords } from '../../domain/page/placed-words.ts'
import type { SearchNode } from '../../domain/search/query.ts'
import type { PageHit } from '../../ports/search-index.ts'
import type { Connection } from '../open-database.ts'
import type { ReadingSource } from './reading-text.ts'
import { type KeptSnippets, snippets } from './snippets.ts'

type PlaceRow = ReadingSource & {
  row: number
  id: string
  label: string | null
  number: number
  width: number | null
  height: number | null
}

/** Boxes in pixels of the page as it is now; it may have been pictured anew since its words were placed. */
function boxesOn({ width, height }: PlaceRow, found: PlacedWords): PageHit['boxes'] {
  const frame = width === null || height === null ? found.frame : { width, height }
  return inFrame(found, frame).words.map(({ box: [x, y, w, h] }) => [x, y, w, h])
}

/** Readings as the pages that people are shown, each with a snippet; what stands on no page has none. */
export function pageHits(db: Connection) {
  const cut = snippets(db)
  // All places at once: a statement costs more to start than to find another row.
  const places = db.prepare<[string], PlaceRow>(`
    select r.rowid as row, r.kind, r.layer, r.document, r.revision, p.id, p.label, p.width, p.height, wp.number
    from json_each(?) k cross join reading r on r.rowid = k.value join page p on p.key = r.page
    join witness_page wp on wp.page = p.key join witness w on w.key = wp.witness and w.document = r.document
    order by w.ordinal desc`)
  const annotationId = db.prepare<[number | null], string>('select id from annotation where key = ?').pluck()

  function placesOf(rows: readonly number[]): Map<number, PlaceRow> {
    // The first witness comes last and stays.
    return new Map(places.all(JSON.stringify(rows)).map((place) => [place.row, place]))
  }

  function hitOf(place: PlaceRow, kept: KeptSnippets): PageHit {
    const { row, id, number, label, kind, revision } = place
    const { html, found } = kept.get(row) ?? { html: '', found: null }
    const hit: PageHit = { id, number, label, snippet: html, boxes: found ? boxesOn(place, found) : [] }
    return kind === 'annotation' ? { ...hit, annotation: annotationId.get(revision) ?? '' } : hit
  }

  return {
    /** One for each reading, by their row numbers, in their order; null for what stands on no page. */
    of(
      rows: readonly number[],
      query: SearchNode | null,
      kept: KeptSnippets = new Map(),
    ): (PageHit | null)[] {
      const placed = placesOf(rows)
      cut([...placed.values()], query, kept)
      return rows.map((row) => {
        const place = placed.get(row)
        return place ? hitOf(place, kept) : null
      })
    },
    /** The first `most` of those after a page number, by page number; only these are cut into snippets. */
    after(number: number, most: number, rows: readonly number[], query: SearchNode | null): PageHit[] {
      const shown = [...placesOf(rows).values()]
        .filter((place) => place.number > number)
        .sort((a, b) => a.number - b.number)
        .slice(0, most)
      const kept: KeptSnippets = new Map()
      cut(shown, query, kept)
      return shown.map((place) => hitOf(place, kept))
    },
  }
}
