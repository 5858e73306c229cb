import type { Stream } from '../../domain/ranking/stream.ts'
import { type DocumentSet, isIn } from './document-set.ts'
import type { Found } from './evaluate.ts'
import { kindNumbers } from './held-readings.ts'
import type { Holdings } from './holdings.ts'

/**
 * Documents found, one at each place: its key, its score (that of its best page and of its description), on how many of
 * its pages, and which of the conditions it fails (see filters.ts), none if 0.
 */
export type FoundDocuments = {
  size: number
  keys: Int32Array
  scores: Float32Array
  pageHits: Int32Array
  fails: Uint8Array
  /** Whether a page among them has several readings or stands in several documents. */
  hasPagesTwice: boolean
  /** How far each is from what was asked for, 0 for what is just that; absent where all are. */
  tiers?: Uint8Array
  /** Of the words of a relaxed query, those that each holds, a bit a word. */
  words?: Uint32Array
  /** The days that each was dated to when it was found, where these order them. */
  days?: Days
}

/** Julian Day Numbers; NaN where there is none. */
export type Days = { earliest: Float64Array; latest: Float64Array }

/** The same with what each score is made of: that of the best page, and, where any has one, that of the description. */
export type Collected = FoundDocuments & { best: Float32Array; described: Float32Array | null }

/**
 * What a reader may find: which documents, and which states of readings in them, of the kinds that are looked for (`states`) and
 * of all (`seen`); `rows` asks documents and states. The same by name finds the same.
 */
export type Reach = {
  name: string
  states: Uint8Array
  seen: Uint8Array
  documents: (key: number) => boolean
  rows: (row: number) => boolean
  /** Which documents to look at first where not all can be; all alike without it. */
  first?: (key: number) => boolean
}

/** What is wrongly said of a document counts so much beside what is rightly said. */
const astrayShare = 0.1

/**
 * Brings what was found together by document, as far as it is within reach, and adds it to what was collected before, on none of whose
 * pages it may stand again.
 */
export function collect(
  { rows, documents }: Found,
  held: Holdings,
  reach: Reach,
  before: Collected | null = null,
): Collected {
  const { document, state, page, perPage } = held.readings
  const kinds = kindsWithin(held, reach)
  const { ids, size: rowCount } = rows
  const rowScores = rows.scores()
  const last = held.documents.last
  let size = before?.size ?? 0
  const room = size + Math.min(last, rowCount) + (documents ? last : 0)
  const place = new Int32Array(last + 1)
  const keys = new Int32Array(room)
  const best = new Float32Array(room)
  const described = new Float32Array(room)
  const hits = new Int32Array(room)
  const twice = new Set<string>()
  if (before) {
    keys.set(before.keys)
    best.set(before.best)
    if (before.described) described.set(before.described)
    hits.set(before.pageHits)
    for (let at = 0; at < size; at++) place[keys[at] ?? 0] = at + 1
  }
  // Most often the row before was of the same document, whose figures are noted once others follow.
  let current = 0
  let there = 0
  let top = best[0] ?? 0
  let told = described[0] ?? 0
  let count = hits[0] ?? 0
  for (let at = 0; at < rowCount; at++) {
    const row = ids[at] ?? 0
    const kind = kinds[state[row] ?? 0] ?? 0
    if (kind === 0) continue
    const key = document[row] ?? 0
    if (key !== current) {
      if (!reach.documents(key)) continue
      best[there] = top
      described[there] = told
      hits[there] = count
      current = key
      if (place[key] === 0) {
        keys[size] = key
        place[key] = ++size
      }
      there = (place[key] ?? 0) - 1
      top = best[there] ?? 0
      told = described[there] ?? 0
      count = hits[there] ?? 0
    }
    const score = rowScores[at] ?? 0
    if (kind === kindNumbers.description) told += score
    else if (kind === kindNumbers.astray) told += astrayShare * score
    else {
      if (score > top) top = score
      const on = page[row] ?? 0
      if (on !== 0 && (perPage[on] !== 2 || isFirst(twice, key, on))) count++
    }
  }
  best[there] = top
  described[there] = told
  hits[there] = count
  if (documents) size = addWholes(documents, reach, place, keys, size, last)
  const ofPages = best.slice(0, size)
  const ofDescriptions = described.some((score) => score !== 0) ? described.slice(0, size) : null
  // What is counted of documents need not be counted again while they are the same.
  const same = before?.size === size ? before : null
  return {
    size,
    keys: same?.keys ?? keys.slice(0, size),
    scores: ofDescriptions ? ofPages.map((score, at) => score + (ofDescriptions[at] ?? 0)) : ofPages,
    pageHits: hits.slice(0, size),
    fails: same?.fails ?? new Uint8Array(size),
    hasPagesTwice: twice.size > 0,
    best: ofPages,
    described: ofDescriptions,
  }
}

/** By the number of a state, of which kind its readings are; 0 where they are out of reach. */
const kindsWithin = ({ readings }: Holdings, { states }: Reach): Uint8Array =>
  Uint8Array.from(readings.states, (state, at) =>
    state !== null && states[at] === 1 ? kindNumbers[state.kind] : 0,
  )

function addWholes(
  documents: DocumentSet,
  reach: Reach,
  place: Int32Array,
  keys: Int32Array,
  before: number,
  last: number,
): number {
  let size = before
  for (let key = 1; key <= last; key++) {
    if (place[key] === 0 && isIn(documents, key) && reach.documents(key)) keys[size++] = key
  }
  return size
}

function isFirst(seen: Set<string>, key: number, page: number): boolean {
  const before = seen.size
  seen.add(`${key} ${page}`)
  return seen.size > before
}

/** On how many pages of the documents found in full something was found, those of each document by themselves. */
export function pagesIn({ size, pageHits, fails, tiers }: FoundDocuments): number {
  let pages = 0
  for (let at = 0; at < size; at++) if (fails[at] === 0 && !tiers?.[at]) pages += pageHits[at] ?? 0
  return pages
}

/** On how many pages something was found within reach, each counted once, in documents for which a test holds. */
export function countPages(
  rows: Stream,
  { readings }: Holdings,
  reach: Reach,
  counts: (key: number) => boolean,
): number {
  const twice = new Set<number>()
  let pages = 0
  for (let at = 0; at < rows.size; at++) {
    const row = rows.ids[at] ?? 0
    if (!reach.rows(row) || !counts(readings.document[row] ?? 0)) continue
    const on = readings.page[row] ?? 0
    if (on === 0) continue
    if (readings.perPage[on] === 2) twice.add(on)
    else pages++
  }
  return pages + twice.size
}
