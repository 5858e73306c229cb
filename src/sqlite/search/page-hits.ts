import { analyse } from '../../domain/analysis/analyse.ts'
import { codePoints } from '../../domain/annotation/code-points.ts'
import { inFrame, type PlacedWords } from '../../domain/page/placed-words.ts'
import { findMatches } from '../../domain/search/matches.ts'
import type { SearchNode } from '../../domain/search/query.ts'
import type { PageFound, PageHit, SearchedPages } from '../../ports/search-index.ts'
import { keyOfCursor, listing } from '../keyset.ts'
import type { Connection } from '../open-database.ts'
import type { Holdings } from './holdings.ts'
import { type Cut, snippets } from './snippets.ts'

/** Where a page stands in a witness, and what may change of it. */
type PlaceRow = {
  page: number
  label: string | null
  width: number | null
  height: number | null
  number: number
  witness: string
  document: number
  ordinal: number
  isFirst: 0 | 1
}

/** Boxes in pixels of the page as it is now; it may have been pictured anew since its words were placed. */
function boxesOn({ width, height }: PlaceRow, found: PlacedWords): PageHit['boxes'] {
  const frame = width === null || height === null ? found.frame : { width, height }
  return inFrame(found, frame).words.map(({ box: [x, y, w, h] }) => [x, y, w, h])
}

/** A page as it was shown, its snippet cut for a query, and in which of its document's placings. */
type KeptPage = { cut: Cut; hit: PageHit; placing: number }

/** The pages that were shown for a query, by the rows of their readings. */
export type KeptPages = Map<number, KeptPage>

/** Readings as the pages that people are shown, each with a snippet; what stands on no page has none. */
export function pageHits(db: Connection, { readings, documents }: Holdings) {
  const cut = snippets(db)
  // All places at once: a statement costs more to start than to find another row.
  const places = db.prepare<[string], PlaceRow>(`
    select p.key as page, p.label, p.width, p.height, wp.number, w.id as witness, w.document, w.ordinal,
      w.ordinal = 1 or w.ordinal = (select min(ordinal) from witness where document = w.document) as isFirst
    from json_each(?) k cross join page p on p.key = k.value
    join witness_page wp on wp.page = p.key join witness w on w.key = wp.witness`)
  const revisionOf = db.prepare<
    [number | null, number | null],
    { id: string; layer: string; content: string }
  >(`
    select id, layer, coalesce((select m.content from masked_text m where m.key = ?), content) as content
    from text_revision where key = ?`)
  const annotationId = db.prepare<[number | null], string>('select id from annotation where key = ?').pluck()

  /** By their rows, where readings stand in their documents: in a witness, or else in the first that has their page. */
  function placesOf(rows: readonly number[], witness: string | null = null): Map<number, PlaceRow> {
    const pages = new Set(rows.map((row) => readings.page[row] ?? 0))
    const all = Map.groupBy(places.all(JSON.stringify([...pages])), ({ page }) => page)
    const placed = new Map<number, PlaceRow>()
    for (const row of rows) {
      let first: PlaceRow | null = null
      for (const place of all.get(readings.page[row] ?? 0) ?? []) {
        const isIn = place.document === readings.document[row] && (witness ?? place.witness) === place.witness
        if (isIn && place.ordinal <= (first?.ordinal ?? place.ordinal)) first = place
      }
      if (first) placed.set(row, first)
    }
    return placed
  }

  /** Every place of the whole text where the query's words stand, and which text that is. */
  function passagesOf({ revision, masked }: Cut, query: SearchNode | null) {
    const { id = '', layer = '', content = '' } = revisionOf.get(masked, revision) ?? {}
    const { unitToCodePoint } = codePoints(content)
    const matches = query === null ? [] : findMatches(query, content, analyse(content, null))
    const passages = matches.map(({ start, end }): [number, number] => [
      unitToCodePoint(start),
      unitToCodePoint(end),
    ])
    return { text: { revision: id, layer }, passages }
  }

  function hitOf(place: PlaceRow, { id, kind, revision, language, html, found }: Cut): PageHit {
    const { number, label } = place
    const witness = place.isFirst ? null : place.witness
    const boxes = found ? boxesOn(place, found) : []
    const hit: PageHit = { id, witness, number, label, snippet: html, language, boxes }
    return kind === 'annotation' ? { ...hit, annotation: annotationId.get(revision) ?? '' } : hit
  }

  return {
    /** One for each reading, by their row numbers, in their order; null for what stands on no page. */
    of(
      rows: readonly number[],
      query: (() => SearchNode) | null,
      kept: KeptPages = new Map(),
    ): (PageHit | null)[] {
      const placing = (row: number) => documents.placing[readings.document[row] ?? 0] ?? 0
      const isCurrent = (row: number) => kept.get(row)?.placing === placing(row)
      const others = rows.filter((row) => !isCurrent(row))
      if (others.length > 0) {
        const placed = placesOf(others)
        const uncut = [...placed.keys()].filter((row) => !kept.has(row))
        const cuts = cut(uncut, uncut.length === 0 || query === null ? null : query())
        for (const [row, place] of placed) {
          const own = kept.get(row)?.cut ?? cuts.get(row)
          if (own) kept.set(row, { cut: own, hit: hitOf(place, own), placing: placing(row) })
        }
      }
      return rows.map((row) => (isCurrent(row) ? (kept.get(row)?.hit ?? null) : null))
    },
    /** The slice that is wanted of them, by witness and page number, and the numbers of all; only the slice is cut into snippets. */
    within(rows: readonly number[], query: SearchNode | null, wanted: SearchedPages) {
      const { witness = null, from = 1, cursor, limit } = wanted
      const all = [...placesOf(rows, witness)]
        .map(([row, place]) => ({ row, place, spot: spotOf(place) }))
        .sort((a, b) => a.spot - b.spot)
      const last = keyOfCursor(cursor, 0)
      const isWanted = ({ place, spot }: { place: PlaceRow; spot: number }) =>
        cursor === null ? place.number >= from : spot > last
      const some = all.filter(isWanted).slice(0, limit + 1)
      const cuts = cut(
        some.map(({ row }) => row),
        query,
      )
      const found = some.flatMap(({ row, place, spot }): (PageFound & { spot: number })[] => {
        const known = cuts.get(row)
        if (!known) return []
        const { text, passages } = passagesOf(known, query)
        return [{ ...hitOf(place, known), ...text, passages, spot }]
      })
      const listed = listing(
        found,
        wanted,
        ({ spot }) => spot,
        ({ spot: _, ...hit }) => hit,
      )
      return { ...listed, numbers: all.map(({ place }) => place.number) }
    },
  }
}

/** Where a page stands among those of all witnesses; numbers are less than a milliard. */
const spotOf = ({ ordinal, number }: PlaceRow) => ordinal * 1e9 + number
