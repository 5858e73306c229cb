import { analyse } from '../../domain/analysis/analyse.ts'
import { codePoints } from '../../domain/annotation/code-points.ts'
import { inFrame, type PlacedWords } from '../../domain/page/placed-words.ts'
import { findMatches } from '../../domain/search/matches.ts'
import type { SearchNode } from '../../domain/search/query.ts'
import type { PageFound, PageHit, SearchedPages } from '../../ports/search-index.ts'
import { keyOfCursor, listing } from '../keyset.ts'
import type { Connection } from '../open-database.ts'
import type { ReadingSource } from './reading-text.ts'
import { type KeptSnippets, snippets } from './snippets.ts'

type PlaceRow = ReadingSource & {
  row: number
  id: string
  label: string | null
  language: string | null
  witness: string
  ordinal: number
  isFirst: 0 | 1
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
    select r.rowid as row, r.kind, r.layer, r.language, r.document, r.revision, r.masked, p.id, p.label, p.width, p.height,
      wp.number, w.id as witness, w.ordinal,
      w.ordinal = (select min(ordinal) from witness where document = w.document) as isFirst
    from json_each(?) k cross join reading r on r.rowid = k.value join page p on p.key = r.page
    join witness_page wp on wp.page = p.key join witness w on w.key = wp.witness and w.document = r.document
    order by w.ordinal desc`)
  const revisionOf = db.prepare<
    [number | null, number | null],
    { id: string; layer: string; content: string }
  >(`
    select id, layer, coalesce((select m.content from masked_text m where m.key = ?), content) as content
    from text_revision where key = ?`)
  const annotationId = db.prepare<[number | null], string>('select id from annotation where key = ?').pluck()

  function placesOf(rows: readonly number[], witness: string | null = null): Map<number, PlaceRow> {
    // The first witness comes last and stays.
    const found = places.all(JSON.stringify(rows))
    const chosen = witness === null ? found : found.filter((place) => place.witness === witness)
    return new Map(chosen.map((place) => [place.row, place]))
  }

  /** Every place of the whole text where the query's words stand, and which text that is. */
  function passagesOf({ revision, masked }: PlaceRow, query: SearchNode | null) {
    const { id = '', layer = '', content = '' } = revisionOf.get(masked, revision) ?? {}
    const { unitToCodePoint } = codePoints(content)
    const matches = query === null ? [] : findMatches(query, content, analyse(content, null))
    const passages = matches.map(({ start, end }): [number, number] => [
      unitToCodePoint(start),
      unitToCodePoint(end),
    ])
    return { text: { revision: id, layer }, passages }
  }

  function hitOf(place: PlaceRow, kept: KeptSnippets): PageHit {
    const { row, id, number, label, language, kind, revision } = place
    const witness = place.isFirst ? null : place.witness
    const { html, found } = kept.get(row) ?? { html: '', found: null }
    const boxes = found ? boxesOn(place, found) : []
    const hit: PageHit = { id, witness, number, label, snippet: html, language, boxes }
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
    /** The slice that is wanted of them, by witness and page number, and the numbers of all; only the slice is cut into snippets. */
    within(rows: readonly number[], query: SearchNode | null, wanted: SearchedPages) {
      const { witness = null, from = 1, cursor, limit } = wanted
      const all = [...placesOf(rows, witness).values()].sort((a, b) => spotOf(a) - spotOf(b))
      const last = keyOfCursor(cursor, 0)
      const isWanted = (place: PlaceRow) => (cursor === null ? place.number >= from : spotOf(place) > last)
      const some = all.filter(isWanted).slice(0, limit + 1)
      const kept: KeptSnippets = new Map()
      cut(some, query, kept)
      const found = some.map((place): PageFound & { spot: number } => {
        const { text, passages } = passagesOf(place, query)
        return { ...hitOf(place, kept), ...text, passages, spot: spotOf(place) }
      })
      const listed = listing(
        found,
        wanted,
        ({ spot }) => spot,
        ({ spot: _, ...hit }) => hit,
      )
      return { ...listed, numbers: all.map(({ number }) => number) }
    },
  }
}

/** Where a page stands among those of all witnesses; numbers are less than a milliard. */
const spotOf = ({ ordinal, number }: PlaceRow) => ordinal * 1e9 + number
