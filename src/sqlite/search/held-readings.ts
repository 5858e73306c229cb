import { type Audience, sees } from '../../domain/audience.ts'
import type { ReadingKind } from './reading-text.ts'
import { numberOf, type Values, values } from './values.ts'

/** What is wrongly said of a document is told apart from its description, and counts for less. */
export type HeldKind = ReadingKind | 'astray'

/** What a reading is to whom. Its number is 1 or more; 0 is a reading that is there no more. */
export type ReadingState = { kind: HeldKind; audience: string }

/** What kind of reading has which number; 0 is one that was gone before it was held. */
export const kindNumbers = { page: 1, description: 2, annotation: 3, astray: 4 } as const

/**
 * The readings of the index in memory, by their row numbers: of which document and page (0 for none), how many words,
 * in which state,
 * of which kind.
 */
export type HeldReadings = {
  /** The newest row number. */
  last: number
  document: Int32Array
  page: Int32Array
  words: Uint32Array
  kind: Uint8Array
  /** The number of the language of a page, among `languages`. */
  language: Uint16Array
  languages: Values
  state: Uint16Array
  states: (ReadingState | null)[]
  /** By a page's key how many readings it has: 0, 1, or 2 for more, which must be counted once all the same. */
  perPage: Uint8Array
}

export type ReadingRow = {
  rowid: number
  document: number
  page: number | null
  words: number
  kind: HeldKind
  language: string | null
  audience: string
  live: number
}

export const noReadings = (): HeldReadings => ({
  last: 0,
  document: new Int32Array(1024),
  page: new Int32Array(1024),
  words: new Uint32Array(1024),
  kind: new Uint8Array(1024),
  language: new Uint16Array(1024),
  languages: values(),
  state: new Uint16Array(1024),
  states: [null],
  perPage: new Uint8Array(1024),
})

/** Takes in a new reading. What is gone already is no part of the statistics. */
export function hold(held: HeldReadings, row: ReadingRow): void {
  const { rowid } = row
  if (rowid >= held.state.length) grow(held, rowid)
  held.document[rowid] = row.document
  held.page[rowid] = row.page ?? 0
  held.words[rowid] = row.words
  held.state[rowid] = row.live ? stateOf(held, row) : 0
  held.last = Math.max(held.last, rowid)
  if (!row.live) return
  held.kind[rowid] = kindNumbers[row.kind]
  if (row.kind === 'page') held.language[rowid] = numberOf(held.languages, row.language)
  if (row.page !== null) countOn(held, row.page)
}

function countOn(held: HeldReadings, page: number): void {
  if (page >= held.perPage.length) {
    const wide = new Uint8Array(Math.ceil(page * 1.25) + 1024)
    wide.set(held.perPage)
    held.perPage = wide
  }
  held.perPage[page] = Math.min(2, (held.perPage[page] ?? 0) + 1)
}

/** Gives a reading that is held already the state it has now. */
export function restate(held: HeldReadings, row: ReadingRow): void {
  held.state[row.rowid] = row.live ? stateOf(held, row) : 0
}

/** For each state whether an audience may see readings of some kinds in it. */
export function visibleStates(
  { states }: HeldReadings,
  kinds: readonly HeldKind[],
  audience: Audience,
): Uint8Array {
  return Uint8Array.from(states, (state) =>
    state !== null && kinds.includes(state.kind) && sees(audience, state.audience) ? 1 : 0,
  )
}

/** There are few: a kind for each visibility, and for each day on which an embargo ends. */
function stateOf({ states }: HeldReadings, { kind, audience }: ReadingState): number {
  const known = states.findIndex((state) => state?.kind === kind && state.audience === audience)
  return known === -1 ? states.push({ kind, audience }) - 1 : known
}

function grow(held: HeldReadings, rowid: number): void {
  const room = Math.ceil(rowid * 1.25) + 1024
  const wider = <T extends Int32Array | Uint32Array | Uint16Array | Uint8Array>(array: T, wide: T): T => {
    wide.set(array)
    return wide
  }
  held.document = wider(held.document, new Int32Array(room))
  held.page = wider(held.page, new Int32Array(room))
  held.words = wider(held.words, new Uint32Array(room))
  held.kind = wider(held.kind, new Uint8Array(room))
  held.language = wider(held.language, new Uint16Array(room))
  held.state = wider(held.state, new Uint16Array(room))
}
