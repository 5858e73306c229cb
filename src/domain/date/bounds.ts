import { isoOfDay } from './day.ts'
import { earliest, latest, type Range } from './span.ts'

/** The first and last day of a date as `YYYY-MM-DD` (proleptic Gregorian); null where it is open or has no day. */
export function boundsOf(ranges: readonly Range[]): { earliest: string | null; latest: string | null } {
  const first = earliest(ranges)
  const last = latest(ranges)
  return {
    earliest: first === null ? null : isoOfDay(first),
    latest: last === null ? null : isoOfDay(last),
  }
}
