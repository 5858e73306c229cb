import type { Stream } from '../../domain/ranking/stream.ts'
import { type DocumentSet, isIn } from './document-set.ts'
import type { Found } from './evaluate.ts'
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
}

/** What a reader may find: which states of readings, which documents. */
export type Reach = { states: Uint8Array; documents: (key: number) => boolean }

/** Brings what was found together by document, as far as it is within reach. */
export function collect({ rows, documents }: Found, held: Holdings, reach: Reach): FoundDocuments {
  const { readings } = held
  const { document, state, states, page, perPage } = readings
  const isDescription = Uint8Array.from(states, (each) => (each?.kind === 'description' ? 1 : 0))
  const last = held.documents.last
  const place = new Int32Array(last + 1)
  const best = new Float32Array(last + 1)
  const described = new Float32Array(last + 1)
  const hits = new Int32Array(last + 1)
  const keys = new Int32Array(Math.min(last, rows.size) + (documents ? last : 0))
  const twice = new Set<string>()
  let size = 0
  for (let at = 0; at < rows.size; at++) {
    const row = rows.ids[at] ?? 0
    const inState = state[row] ?? 0
    if (reach.states[inState] !== 1) continue
    const key = document[row] ?? 0
    if (place[key] === 0) {
      keys[size] = key
      place[key] = ++size
    }
    const score = rows.scoreAt(at)
    if (isDescription[inState] === 1) {
      described[key] = (described[key] ?? 0) + score
      continue
    }
    if (score > (best[key] ?? 0)) best[key] = score
    const on = page[row] ?? 0
    if (on === 0 || (perPage[on] === 2 && !isFirst(twice, key, on))) continue
    hits[key] = (hits[key] ?? 0) + 1
  }
  if (documents) size = addWholes(documents, reach, place, keys, size, last)
  const found = keys.slice(0, size)
  const scores = new Float32Array(size)
  const pageHits = new Int32Array(size)
  for (let at = 0; at < size; at++) {
    const key = found[at] ?? 0
    scores[at] = (best[key] ?? 0) + (described[key] ?? 0)
    pageHits[at] = hits[key] ?? 0
  }
  return { size, keys: found, scores, pageHits, fails: new Uint8Array(size), hasPagesTwice: twice.size > 0 }
}

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
    if (reach.states[readings.state[row] ?? 0] !== 1 || !counts(readings.document[row] ?? 0)) continue
    const on = readings.page[row] ?? 0
    if (on === 0) continue
    if (readings.perPage[on] === 2) twice.add(on)
    else pages++
  }
  return pages + twice.size
}
