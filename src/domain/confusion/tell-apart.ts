import { foldName } from '../authority/name.ts'
import { readEdtf } from '../date/edtf.ts'
import { overlaps } from '../date/span.ts'
import type { Known } from '../description.ts'
import { type Cell, type CellValue, cellOf, type Row, rowNames, type Side } from './cells.ts'

/**
 * What tells two documents apart, row by row. `differs` is true where they have nothing in common in a row, false where
 * they have, and null where one of them is not known to have anything there, or dates leave it open.
 */
export function tellApart(one: Side, other: Side, known: Known): Row[] {
  return rowNames.map((row) => {
    const [left, right] = [cellOf(row, one, known), cellOf(row, other, known)]
    const differs =
      isUnknown(left) || isUnknown(right)
        ? null
        : row === 'date'
          ? datesDiffer(left, right)
          : differ(row, left, right)
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

const differ = (row: Row['row'], one: Cell, other: Cell): boolean =>
  !one.values.some((left) => other.values.some((right) => isSame(row, left, right)))

function isSame(row: Row['row'], one: CellValue, other: CellValue): boolean {
  if (one.kind !== 'value' || other.kind !== 'value') return one.kind === other.kind && one.kind === 'none'
  if (one.thing !== null && other.thing !== null) return one.thing === other.thing
  const [left, right] = [foldName(one.text), foldName(other.text)]
  // Openings may be given at different lengths.
  if (row === 'openingWords') return begins(left, right) || begins(right, left)
  return left === right
}

/** Whether one text is the other, or goes on where it ends. */
const begins = (text: string, beginning: string): boolean =>
  beginning !== '' && `${text} `.startsWith(`${beginning} `)
