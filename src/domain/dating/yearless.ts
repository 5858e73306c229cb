import { type Dated, readDated } from '../date/dated.ts'
import { civilOfDay } from '../date/day.ts'
import { earliest, latest, type Range, union } from '../date/span.ts'
import { anyDay, type Evidence } from './evidence.ts'

// Four centuries repeat themselves.
const mostYears = 400

/** The days of a date without a year (XXXX-06-07) that lie in the years around some days; any day where these are open. */
export function daysOfYearless({ edtf, calendar }: Dated, around: readonly Range[]): readonly Range[] {
  const [first, last] = [earliest(around), latest(around)]
  if (first === null || last === null) return anyDay
  // Some years more on either side, so that there is a nearest day outside, also of a 29 February about 1900.
  const [from, to] = [civilOfDay(first).year - 8, civilOfDay(last).year + 8]
  if (from < 0 || to > 9999 || to - from > mostYears) return anyDay
  const days: (readonly Range[])[] = []
  for (let year = from; year <= to; year += 1) {
    const reading = readDated({ edtf: edtf.replace('XXXX', String(year).padStart(4, '0')), calendar })
    if (reading.ok) days.push(reading.binding)
  }
  return union(...days)
}

/** The evidence with dates without a year read as their days around what the rest leaves. */
export function withYears(
  evidence: readonly Evidence[],
  left: readonly Range[],
  leftWithoutInferences: readonly Range[],
): readonly Evidence[] {
  return evidence.map((piece) =>
    piece.yearless === undefined
      ? piece
      : {
          ...piece,
          bound: daysOfYearless(piece.yearless, left),
          withoutInferences: daysOfYearless(piece.yearless, leftWithoutInferences),
        },
  )
}
