import { createHash, randomUUID } from 'node:crypto'
import type { Audience } from '../../domain/audience.ts'
import { notFound } from '../../domain/errors.ts'
import { inflect } from '../../domain/search/inflect.ts'
import type { SearchQuery } from '../../domain/search/query.ts'
import type { SearchIndex, SearchRequest, SearchResult } from '../../ports/search-index.ts'
import { audienceParameters, classOfDocument, seenBy } from '../audience-sql.ts'
import { filterParameters, matchesFilter } from '../filter-sql.ts'
import { keyOfCursor, listing } from '../keyset.ts'
import type { Connection } from '../open-database.ts'
import { cursorOf, type Position, readCursor } from './cursor.ts'
import { documentHits, seenDocuments } from './document-hits.ts'
import { facetsOf, histogramOf } from './facets.ts'
import { type FoundReading, foundReadings } from './found.ts'
import { countPages, describedOf, type FoundDocument, groupByDocument, sortDocuments } from './group.ts'
import { pageHits } from './page-hits.ts'
import { meets, type Plan, planOf } from './plan.ts'
import { snapshots } from './snapshots.ts'
import { wordForms } from './word-forms.ts'

/** What a query finds, in order, as the first page of its results saw it. */
type Found = { documents: FoundDocument[]; exact: boolean }

const kindsOf = { text: 'page', description: 'description', annotations: 'annotation' } as const

/** Search by FTS5 and its bm25, over a connection that reads only. */
export function sqliteSearchIndex(db: Connection): SearchIndex {
  const find = foundReadings(db)
  const hits = pageHits(db)
  const show = documentHits(db)
  const seenOf = seenDocuments(db)
  const kept = snapshots<Found>()
  const forms = wordForms(db)
  const inflected = (query: SearchQuery): SearchQuery => ({ ...query, root: inflect(query.root, forms) })
  const newest = db.prepare<[], number>('select coalesce(max(rowid), 0) from reading').pluck()
  const describe = db.prepare<
    unknown[],
    { key: number; view: string; earliest: number | null; latest: number | null }
  >(`
    select s.document as key, s.view, s.earliest_day as earliest, s.latest_day as latest
    from json_each(:keys) k join description s on s.document = k.value`)
  const everything = db
    .prepare<unknown[], number>(`
      select d.key from document d join description s on s.document = d.key
      where d.deleted_at is null and ${seenBy(`(${classOfDocument('d')})`)} and ${matchesFilter} order by d.key`)
    .pluck()
  const keyOf = db
    .prepare<[string], number>('select key from document where id = ? and deleted_at is null')
    .pluck()

  function findAll(request: SearchRequest, plan: Plan, audience: Audience): Found {
    const { filter, sort } = request
    const kinds = plan.onlyText ? (['page'] as const) : request.in.map((scope) => kindsOf[scope])
    const text = plan.text
    const { readings, exact } = text ? find({ text, kinds, filter, audience }) : { readings: [], exact: true }
    const groups: Map<number, FoundReading[]> = text
      ? groupByDocument(readings)
      : new Map(
          everything
            .all({ ...audienceParameters(audience), ...filterParameters(filter) })
            .map((key) => [key, []]),
        )
    const rows = describe.all({ keys: JSON.stringify([...groups.keys()]) })
    const documents = rows
      .map((row): FoundDocument => {
        const readings = groups.get(row.key) ?? []
        return { ...describedOf(row), key: row.key, score: readings[0]?.score ?? 0, readings }
      })
      .filter((document) => meets(plan.conditions, document))
    return { documents: sortDocuments(documents, sort), exact }
  }

  /** What was found and may still be seen: some of it may have been hidden or removed since. */
  function stillSeen({ documents, exact }: Found, audience: Audience): Found {
    const keys = documents.map(({ key }) => key)
    const seen = seenOf(keys, audience)
    return { documents: documents.filter(({ key }) => seen.has(key)), exact }
  }

  return {
    async find(request, audience) {
      const { cursor, limit, ...asked } = request
      const { everything, classes } = audience
      const name = createHash('sha256')
        .update(JSON.stringify([asked, everything, classes]))
        .digest('base64url')
        .slice(0, 16)
      const at = cursor === null ? null : readCursor(cursor, name)
      const plan = planOf(inflected(request.query))
      const known = at && kept.get(at.snapshot)
      const found = known ?? findAll(request, plan, audience)
      const seen = known ? stillSeen(known, audience) : found
      const passed = new Set(found.documents.slice(0, at ? placeOf(at, found) : 0))
      const rest = seen.documents.filter((document) => !passed.has(document))
      const shown = rest.slice(0, limit)
      const last = shown.at(-1)
      let next: string | null = null
      if (last && rest.length > limit) {
        const snapshot = known && at ? at.snapshot : randomUUID()
        kept.put(snapshot, found, weigh(found))
        next = cursorOf({ name, snapshot, offset: found.documents.indexOf(last) + 1, last: last.key })
      }
      const result: SearchResult = {
        total: {
          documents: seen.documents.length,
          pages: countPages(seen.documents),
          exact: seen.exact,
        },
        partial: { documents: 0 },
        hits: show(shown, plan.text, audience),
        facets: facetsOf(seen.documents),
        histogram: histogramOf(seen.documents),
        next,
      }
      return result
    },

    async within(id, query, slice, audience) {
      const key = keyOf.get(id)
      if (key === undefined || !seenOf([key], audience).has(key)) return null
      const plan = planOf(inflected(query))
      if (plan.text === null) return { items: [], next: null }
      const { readings } = find({
        text: plan.text,
        kinds: ['page'],
        filter: {},
        audience,
        document: key,
      })
      const after = keyOfCursor(slice.cursor, 0)
      return listing(
        hits.after(after, slice.limit + 1, readings, plan.text),
        slice,
        (hit) => hit.number,
        (hit) => hit,
      )
    },

    async settled() {
      if (newest.get() === undefined) throw notFound('index')
    },
  }
}

/** How many documents the earlier pages showed. Where the snapshot is gone, the last of them still tells the place. */
function placeOf({ offset, last }: Position, { documents }: Found): number {
  if (documents[offset - 1]?.key === last) return offset
  const place = documents.findIndex(({ key }) => key === last)
  return place === -1 ? offset : place + 1
}

const weigh = ({ documents }: Found): number =>
  documents.reduce((sum, { readings }) => sum + 1 + readings.length, 0)
