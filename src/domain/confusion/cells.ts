import { best, type Claim, standing } from '../claim.ts'
import type { Known } from '../description.ts'
import { isNumberLike } from '../resemblance/number-key.ts'

/** What two documents are compared in, in the order in which it is shown. */
export const rowNames = ['date', 'signatory', 'body', 'number', 'subject', 'openingWords', 'title'] as const
export type RowName = (typeof rowNames)[number]

/** What a document has in a row: a value (`thing` is the id of what it names), none, or one that is not known. */
export type CellValue = {
  kind: 'value' | 'none' | 'unknown'
  text: string
  /** A date in words. */
  says: string | null
  thing: string | null
  /** The claims that say so; none where it was read from the text or follows from other evidence. */
  claims: readonly string[]
}
export type Cell = { values: readonly CellValue[] }
export type Row = { row: RowName; differs: boolean | null; this: Cell; other: Cell }

/** The property behind each row. */
export const propertyOfRow = {
  date: 'date',
  signatory: 'signatory',
  body: 'issuer',
  number: 'identifier',
  subject: 'subject',
  openingWords: 'incipit',
  title: 'title',
} as const satisfies Record<RowName, string>

/** A date as people see it, in EDTF and in words, and the claims that give it; none where it follows from evidence. */
export type SideDate = { edtf: string; says: string; claims: readonly string[] }

/** What is known of one of two documents: its claims, its date, and how its text begins. */
export type Side = { claims: readonly Claim[]; date: SideDate | null; opening: string | null }

/** What the best claims of a document say in a row; values that say the same are one. */
export function cellOf(row: RowName, { claims, date, opening }: Side, known: Known): Cell {
  const current = standing(claims)
  // Other identifiers are no numbers, however much they are preferred.
  const shown = best(
    row === 'number' ? current.filter(({ value }) => isNumberLike(value.scheme)) : current,
    propertyOfRow[row],
  )
  if (row === 'date') return { values: date === null ? [] : [dated(date)] }
  if (row === 'openingWords' && shown.length === 0)
    return {
      values: opening === null ? [] : [{ kind: 'value', text: opening, says: null, thing: null, claims: [] }],
    }
  return { values: united(shown.map((claim) => saidIn(claim, known))) }
}

const dated = ({ edtf, says, claims }: SideDate): CellValue => ({
  kind: 'value',
  text: edtf,
  says,
  thing: null,
  claims,
})

function saidIn({ id, value }: Claim, { nameOf, survivorOf }: Known): CellValue {
  if (value.none) return { kind: 'none', text: 'none', says: null, thing: null, claims: [id] }
  if (value.unknown) return { kind: 'unknown', text: 'not known', says: null, thing: null, claims: [id] }
  const named = value.agent ?? value.place ?? value.happening
  const thing = typeof named === 'string' ? survivorOf(named) : null
  const text = (thing && nameOf(thing)) ?? value.text ?? value.value ?? thing ?? ''
  return { kind: 'value', text: String(text), says: null, thing, claims: [id] }
}

function united(values: readonly CellValue[]): CellValue[] {
  const groups = Map.groupBy(values, ({ kind, text, thing }) => JSON.stringify([kind, thing ?? text]))
  return [...groups.values()].flatMap((same) => {
    const [first] = same
    return first ? [{ ...first, claims: same.flatMap(({ claims }) => claims) }] : []
  })
}
