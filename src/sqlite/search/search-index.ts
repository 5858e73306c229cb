import { hash, randomUUID } from 'node:crypto'
import type { Audience } from '../../domain/audience.ts'
import { firstOf } from '../../domain/ranking/top.ts'
import type { SearchIndex, SearchRequest, SearchResult } from '../../ports/search-index.ts'
import type { Connection } from '../open-database.ts'
import type { HeardWords } from '../word-news.ts'
import { bestRows } from './best-rows.ts'
import type { FoundDocuments } from './collect.ts'
import { completing } from './completing.ts'
import { cursorOf, type Position, readCursor } from './cursor.ts'
import { didYouMean } from './did-you-mean.ts'
import { documentHits } from './document-hits.ts'
import { noCounts } from './facets.ts'
import { finding } from './finding.ts'
import { searchGround } from './ground.ts'
import { keptCounts } from './kept-counts.ts'
import { keptFindings } from './kept-findings.ts'
import { memoryOf } from './memory.ts'
import { datedPlace, orderAmong, orderBy, placeOf, withDays } from './order.ts'
import { pageHits } from './page-hits.ts'
import { within } from './patience.ts'
import { inDocument, reachOf } from './reach.ts'
import { resembling } from './resembling.ts'
import { showing } from './showing.ts'
import { type Snapshot, snapshots, stillFound } from './snapshots.ts'
import { titlesOf } from './titles.ts'

const kindsOf = {
  text: ['page'],
  description: ['description', 'astray'],
  annotations: ['annotation'],
} as const

/** For so many milliseconds a search goes on looking; then it tells what it has found until then. */
const usualPatience = 2000
/** After so many milliseconds without a search there may be time for what the next one will want. */
const quietAfter = 1000
/** For so many milliseconds lists may grow by what was written before somebody is let in who searches. */
const settlingAtOnce = 5
const usualMemory = 512 * 2 ** 20
/** While the archive grows by so little, words are as common as they were. */
const usuallyGrown = 1 / 100

/**
 * Search over FTS5's index by lists that are read from it, on a connection that reads only. `keepUp` takes in what was
 * written since, so that the next query need not; what was `heard` of it need not be read again.
 */
export function sqliteSearchIndex(
  db: Connection,
  options: {
    memory?: number
    heard?: HeardWords
    patience?: number
    mostGrown?: number
    mostRecent?: number
    mostRows?: number
  } = {},
): SearchIndex & { keepUp(): void } {
  const bytes = options.memory ?? usualMemory
  const patience = options.patience ?? usualPatience
  const memory = memoryOf((bytes * 11) / 16)
  const { heard = null, mostRecent } = options
  const ground = searchGround(db, memory, { mostForWords: bytes / 4, heard, mostRecent })
  const { held } = ground
  const findings = keptFindings(held, memory, options.mostRows)
  const find = finding(db, ground, findings, options.mostGrown ?? usuallyGrown)
  const count = keptCounts(held)
  const show = showing(db, ground, memory)
  const pages = pageHits(db, held)
  const readTitles = titlesOf(db)
  const showDocuments = documentHits(db, held)
  const complete = completing(db, ground)
  const instead = didYouMean(ground)
  const resemble = resembling(db, ground)
  const kept = snapshots()
  const keyOf = db
    .prepare<[string], number>('select key from document where id = ? and deleted_at is null')
    .pluck()

  let lastAsked = Number.NEGATIVE_INFINITY

  const newest = (otherScript: boolean) => ({
    otherScript,
    upTo: held.readings.last,
    upToDocument: held.documents.last,
    inTime: within(patience),
  })

  const asDated = (known: Snapshot, sort: SearchRequest['sort']): Snapshot =>
    sort === 'date' || sort === '-date'
      ? { ...known, documents: withDays(known.documents, held.documents) }
      : known

  const usualReach = (audience: Audience) => reachOf(held, ['page', 'description'], audience)

  function search(request: SearchRequest, audience: Audience): SearchResult {
    const { cursor, limit, sort, query } = request
    const name = nameOf(request, audience)
    const at = cursor === null ? null : readCursor(cursor, name)
    const reach = reachOf(
      held,
      request.in.flatMap((scope) => kindsOf[scope]),
      audience,
    )
    const latest = newest(request.transliterate)
    const asOf = at ? { ...latest, upTo: at.upToRow, upToDocument: at.upToDocument } : latest
    const now = find(request, reach, { ...asOf, isRelaxed: at?.isRelaxed ?? null })
    const before = at && kept.get(at.snapshot)
    const known = before ?? {
      ...now,
      titles: sort === 'title' ? readTitles(keysOf(now.documents, at)) : new Map(),
    }
    const found = before ? stillFound(before, reach) : known
    const { documents } = found
    const titleOf = (key: number) => found.titles.get(key) ?? ''
    const isBefore = orderBy(sort, titleOf)
    const place = (one: number) => placeOf(documents, one, held.documents)
    // Without the snapshot the last document shown may have another score than it had.
    const last = at ? known.documents.keys.indexOf(at.after.key) : -1
    const after =
      last === -1
        ? at && datedPlace(at.after, held.documents)
        : placeOf(known.documents, last, held.documents)
    const best = firstOf(
      documents.size,
      limit + 1,
      orderAmong(documents, sort, titleOf, held.documents),
      (one) => documents.fails[one] === 0 && (after === null || isBefore(after, place(one))),
    )
    const shown = best.slice(0, limit)
    const end = shown.at(-1)
    let next: string | null = null
    if (best.length > limit && end !== undefined) {
      const snapshot = before && at ? at.snapshot : randomUUID()
      if (!before) kept.put(snapshot, asDated(known, sort))
      const isRelaxed = now.someRows !== null
      const { upTo: upToRow, upToDocument } = asOf
      next = cursorOf({ name, snapshot, upToRow, upToDocument, isRelaxed, after: place(end) })
    }
    const totals = totalsOf(found)
    return {
      ...totals,
      hits: show(shown, documents, now, request, reach),
      ...(request.isCounted === false ? noCounts() : count(documents)),
      didYouMean:
        totals.total.documents > 0 || !totals.total.exact
          ? null
          : instead(query.text, query.root, reach, asOf),
      next,
    }
  }

  return {
    find: async (request, audience) => {
      lastAsked = performance.now()
      return ground.asOfNow(() => search(request, audience))
    },

    within: async (id, query, wanted, audience) =>
      ground.asOfNow(() => {
        const key = keyOf.get(id)
        const reach = reachOf(held, ['page'], audience)
        if (key === undefined || !reach.documents(key)) return null
        const asOf = { ...newest(true), isRelaxed: false }
        const asked = { query, filter: {}, match: 'all' } as const
        const anywhere = find(asked, reach, asOf)
        const found = anywhere.exact ? anywhere : find(asked, inDocument(key, reach, held), asOf)
        const all = bestRows(key, Number.POSITIVE_INFINITY, found.rows.read().rows, held, reach)
        return { ...pages.within(all, ground.widen(query.named, true), wanted), exact: found.exact }
      }),

    suggest: async (text, most, audience) =>
      ground.asOfNow(() => complete(text, most, usualReach(audience), newest(true))),

    similar: async (id, most, audience) =>
      ground.asOfNow(() => {
        const key = keyOf.get(id)
        const reach = usualReach(audience)
        if (key === undefined || !reach.documents(key)) return null
        const alike = resemble(key, most, reach, newest(false))
        return showDocuments(
          alike.map((each) => ({ ...each, pageHits: 0, rows: [], missing: [], isAstray: false, notes: [] })),
          null,
        )
      }),

    figures: async () => memory.figures(),

    async settled() {},

    keepUp: () =>
      ground.asOfNow(() => {
        ground.settle(within(settlingAtOnce))
        if (!ground.readSome() && performance.now() - lastAsked > quietAfter) ground.warmSome()
      }),
  }
}

/** What makes a search the same one, whose next page a cursor may ask for. */
function nameOf(
  { cursor, limit, query, ...asked }: SearchRequest,
  { everything, classes }: Audience,
): string {
  const said = JSON.stringify([query.root, asked, everything, classes])
  return hash('sha256', said, 'base64url').slice(0, 16)
}

const keysOf = ({ keys }: FoundDocuments, at: Position | null) => (at ? [...keys, at.after.key] : keys)

function totalsOf({ documents, pages, exact }: Snapshot): Pick<SearchResult, 'total' | 'partial'> {
  const { size, fails, tiers } = documents
  let full = 0
  let partial = 0
  for (let at = 0; at < size; at++) {
    if (fails[at] !== 0) continue
    if (tiers?.[at]) partial++
    else full++
  }
  return { total: { documents: full, pages, exact }, partial: { documents: partial } }
}
