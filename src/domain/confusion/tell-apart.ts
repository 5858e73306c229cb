import { foldName } from '../authority/name.ts'
import { readEdtf } from '../date/edtf.ts'
import { overlaps } from '../date/span.ts'
import type { Known } from '../description.ts'
import { type Cell, type CellValue, cellOf, type Row, rowNames, type Side } from './cells.ts'
import { plainNumber } from './plain-number.ts'

/** What things are called: the name to show, and all that they have. */
export type AllNames = Known & { namesOf: (id: string) => readonly string[] }

/**
 * What tells two documents apart, row by row. `differs` is true where they have nothing in common in a row, false where
 * they have, and null where one of them is not known to have anything there, or dates leave it open.
 */
export function tellApart(one: Side, other: Side, known: AllNames): Row[] {
  return rowNames.map((row) => {
    const [left, right] = [cellOf(row, one, known), cellOf(row, other, known)]
    const differs =
      isUnknown(left) || isUnknown(right)
        ? null
        : row === 'date'
          ? datesDiffer(left, right)
          : differ(row, left, right, known)
    return { row, differs, this: left, other: right }
  })
}

const isUnknown = ({ values }: Cell): boolean =>
  values.length === 0 || values.every(({ kind }) => kind === 'unknown')

function datesDiffer({ values: [one] }: Cell, { values: [other] }: Cell): boolean | null {
  const [left, right] = [readEdtf(one?.text ?? ''), readEdtf(other?.text ?? '')]
  if (!left.ok || !right.ok) return null
  if (left.edtf === right.edtf) return false
  // What is only approximate or uncertain proves no difference.
  return overlaps(left.binding, right.binding) ? null : true
}

const differ = (row: Row['row'], one: Cell, other: Cell, known: AllNames): boolean =>
  !one.values.some((left) => other.values.some((right) => isSame(row, left, right, known)))

function isSame(row: Row['row'], one: CellValue, other: CellValue, known: AllNames): boolean {
  if (one.kind !== 'value' || other.kind !== 'value') return one.kind === other.kind && one.kind === 'none'
  if (one.thing !== null && other.thing !== null) return one.thing === other.thing
  // A name that is only written may be any that the thing has.
  if (one.thing !== null || other.thing !== null) {
    const [named, written] = one.thing === null ? [other, one] : [one, other]
    const names = [named.text, ...known.namesOf(named.thing ?? '')].map(foldName)
    return names.includes(foldName(written.text))
  }
  if (row === 'number') return plainNumber(one.text) === plainNumber(other.text)
  const [left, right] = [foldName(one.text), foldName(other.text)]
  // Openings may be given at different lengths.
  if (row === 'openingWords') return begins(left, right) || begins(right, left)
  return left === right
}

/** Whether one text is the other, or goes on where it ends. */
const begins = (text: string, beginning: string): boolean =>
  beginning !== '' && `${text} `.startsWith(`${beginning} `)
