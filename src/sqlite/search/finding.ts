import type { SearchNode, SearchQuery } from '../../domain/search/query.ts'
import type { SearchRequest } from '../../ports/search-index.ts'
import type { Connection } from '../open-database.ts'
import { bearersFirst } from './bearers.ts'
import { type FoundRows, rowsAtHand, rowsLater } from './best-rows.ts'
import { collect, countPages, type FoundDocuments, pagesIn, type Reach } from './collect.ts'
import { relevanceFeedback } from './feedback.ts'
import { failsOf } from './filters.ts'
import type { Asked, Ground } from './ground.ts'
import { appended, growsByRows, isReadOff } from './growing.ts'
import type { Holdings } from './holdings.ts'
import type { KeptFindings, Whole } from './kept-findings.ts'
import { fewDocuments, mostWords, relax } from './relax.ts'

/** What a query finds: in which rows, in which documents, on how many pages. */
export type Finding = {
  documents: FoundDocuments
  pages: number
  exact: boolean
  /** The rows of what was found in full, and, where the query was relaxed, all rows with any of its words. */
  rows: FoundRows
  someRows: FoundRows | null
}

/** As of when to look: whether the query is relaxed is decided at its first page. */
export type AsOf = Asked & { upToDocument: number; isRelaxed: boolean | null }

/**
 * Finds what a request asks for, within reach. What was found before is ranked by the statistics of then until the archive
 * has grown by a share of `mostGrown`.
 */
export function finding(db: Connection, ground: Ground, kept: KeptFindings, mostGrown: number) {
  const { held } = ground
  const reconsider = relevanceFeedback(db, ground)
  const putFirst = bearersFirst(db, held.documents)

  const upToNewest = (reach: Reach, { upToDocument }: AsOf): Reach => ({
    ...reach,
    documents: (key) => key <= upToDocument && reach.documents(key),
  })

  function wholeOf(query: SearchQuery, reach: Reach, asOf: AsOf): Whole {
    const statistics = ground.statisticsAt(asOf.upTo)
    const { found, exact, lookedFor } = ground.find(query.named, { ...asOf, statistics }, reach)
    const collected = collect(found, held, upToNewest(reach, asOf))
    const grows = growsByRows(query.named) && !collected.hasPagesTwice
    return {
      rows: found.rows,
      best: new Map(),
      documents: putFirst(query, collected),
      exact,
      statistics,
      isReadOff: isReadOff(query.named),
      grows: grows ? { lookedFor, collected } : null,
    }
  }

  /** The same with what stands in the rows after one; null where that cannot be told without looking at all. */
  function grown(query: SearchQuery, reach: Reach, asOf: AsOf, before: Whole, after: number): Whole | null {
    const { grows, statistics } = before
    if (!grows || asOf.upTo > statistics.upTo * (1 + mostGrown)) return null
    const { lookedFor } = grows
    const further = ground.find(query.named, { ...asOf, after, statistics }, reach)
    if (!further.exact || further.lookedFor !== lookedFor) return null
    const { rows } = further.found
    if (rows.size === 0) return { ...before, documents: putFirst(query, grows.collected) }
    const collected = collect(further.found, held, upToNewest(reach, asOf), grows.collected)
    // Which pages with other texts were found before is not known.
    if (collected.hasPagesTwice) return null
    return {
      ...before,
      rows: before.rows && appended(before.rows, rows),
      documents: putFirst(query, collected),
      grows: { lookedFor, collected },
    }
  }

  function rowsOf(
    { rows, best, statistics }: Whole,
    query: SearchQuery,
    reach: Reach,
    asOf: AsOf,
  ): FoundRows {
    if (rows) return rowsAtHand(rows, best)
    return rowsLater(() => {
      const { found, exact } = ground.find(query.named, { ...asOf, statistics }, reach)
      return { rows: found.rows, exact }
    }, best)
  }

  return (
    { query, filter, match }: Pick<SearchRequest, 'query' | 'filter' | 'match'>,
    reach: Reach,
    asOf: AsOf,
  ): Finding => {
    const known = kept.of(
      nameOf(query, reach, asOf, held),
      asOf,
      () => wholeOf(query, reach, asOf),
      (before, after) => grown(query, reach, asOf, before, after),
    )
    const fails = failsOf(filter, held.documents)
    const isWanted = (key: number) => fails?.(key) === 0
    const isBroad = known.exact || fails === null || !asOf.inTime()
    const whole = isBroad ? known : wholeOf(query, { ...reach, first: isWanted }, asOf)
    const { exact } = whole
    const rows = rowsOf(whole, query, reach, asOf)
    const documents = fails === null ? whole.documents : failing(whole.documents, fails)
    const full = fails === null ? documents.size : countOf(documents)
    const pages = documents.hasPagesTwice
      ? countPages(rows.read().rows, held, reach, (key) => !fails?.(key))
      : pagesIn(documents)
    const result = { documents, pages, exact, rows, someRows: null }
    if (match === 'any' && query.bareWords) {
      return { ...result, documents: reconsider(documents, rows.read().rows, query.root, reach, asOf) }
    }
    const parts = match === 'auto' ? bareParts(query) : []
    if (parts.length < 2 || !(asOf.isRelaxed ?? full < fewDocuments)) return result
    const found = parts.map((part) => ground.find(part, asOf, reach))
    const isKnown = exact && found.every((each) => each.exact)
    // A document would be told to lack words that there was no time to look for.
    if (!isKnown && !asOf.isRelaxed) return { ...result, exact: false }
    const streams = found.map(({ found: { rows } }) => rows)
    const relaxed = relax(documents, streams, held, reach, fails ?? (() => 0))
    return { ...result, ...relaxed, someRows: rowsAtHand(relaxed.someRows), exact: isKnown }
  }
}

/** All that what a query finds depends on before it is narrowed down, beside what is written. */
function nameOf(
  { root, named, bareWords }: SearchQuery,
  reach: Reach,
  { upTo, upToDocument, otherScript }: AsOf,
  { readings, documents }: Holdings,
): string {
  const other = named === root ? null : named
  const isNow = upTo === readings.last && upToDocument === documents.last
  const then = isNow ? null : [upTo, upToDocument]
  return JSON.stringify([root, other, bareWords, otherScript, then, reach.name])
}

/** The same documents with the conditions that each fails. */
function failing(documents: FoundDocuments, failsOf: (key: number) => number): FoundDocuments {
  const { size, keys } = documents
  const fails = new Uint8Array(size)
  for (let at = 0; at < size; at++) fails[at] = failsOf(keys[at] ?? 0)
  return { ...documents, fails }
}

function countOf({ size, fails }: FoundDocuments): number {
  let full = 0
  for (let at = 0; at < size; at++) if (fails[at] === 0) full++
  return full
}

/** The words of a query that is nothing but words, with other names where a word is a name by itself. */
function bareParts({ root, named, bareWords }: SearchQuery): readonly SearchNode[] {
  if (!bareWords || root.kind !== 'and' || root.parts.length > mostWords) return []
  const isWordByWord = named.kind === 'and' && named.parts.length === root.parts.length
  return isWordByWord ? named.parts : root.parts
}
