import { type EdtfReading, readEdtf } from '../date/edtf.ts'
import type { DateRangeNode } from './query.ts'
import { queryFault } from './query-fault.ts'

/**
 * The days of a date value: one EDTF date, or the first and the last with `..` between them, of which one may be left
 * out. ArchiveError('invalid-query') with the column of the date that cannot be.
 */
export function readDateRange(written: string, begin: number): DateRangeNode {
  const text = written.trim()
  const column = begin + written.length - written.trimStart().length
  const [, first, last] = /^([^[{]*?)\.\.([^\]}]*)$/su.exec(text) ?? []
  if (first === undefined || last === undefined || first + last === '') {
    return { kind: 'dateRange', text, ranges: daysOf(readEdtf(text), column), column }
  }
  const lastColumn = column + [...`${first}..`].length
  const from = first === '' ? null : (daysOf(readEdtf(first), column).at(0)?.from ?? null)
  const to = last === '' ? null : (daysOf(readEdtf(last), lastColumn).at(-1)?.to ?? null)
  if (from !== null && to !== null && from > to) {
    throw queryFault(column, `“${text}” ends before it begins: write the earlier date first.`)
  }
  return { kind: 'dateRange', text, ranges: [{ from, to }], column }
}

function daysOf(reading: EdtfReading, column: number) {
  if (!reading.ok) throw queryFault(column, reading.message)
  return reading.ranges
}
