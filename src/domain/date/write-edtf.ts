import { civilOfDay, daysInMonth, isoOfDay } from './day.ts'
import type { Range } from './span.ts'

// As many as readEdtf reads.
const mostCharacters = 100
const furthestPlainYear = 9999

/**
 * Days as EDTF says "some day of these": `1941-06-07`, `1941`, `[1941-02-03..1941-06-07]`, `[..1941-06-07]`,
 * `[1941-02-03..1941-07-20,1943-04-14..1946-03-15]`. It reads back to the same days, except where EDTF has no words for
 * them and says more: years beyond 9999 are written whole, and what would be longer than is read loses its narrowest
 * gaps. Null for no day and for any day. The ranges are such as `union` hands out.
 */
export function edtfOf(ranges: readonly Range[]): string | null {
  if (ranges.length === 0 || (ranges.length === 1 && isAnyDay(ranges[0]))) return null
  let written = writtenAs(ranges)
  for (let kept = ranges; written.length > mostCharacters; written = writtenAs(kept))
    kept = withoutNarrowestGap(kept)
  return written
}

const isAnyDay = (range: Range | undefined) => range?.from === null && range.to === null

function writtenAs(ranges: readonly Range[]): string {
  const members = ranges.map(memberOf)
  const [only = ''] = members
  return members.length === 1 && !only.includes('..') ? only : `[${members.join(',')}]`
}

function memberOf(range: Range): string {
  const { from, to } = range
  if (from === null) return `..${to === null ? '' : dayText(to)}`
  if (to === null) return `${dayText(from)}..`
  return unitText(from, to) ?? `${dayText(from)}..${dayText(to)}`
}

/** A day, a whole month or a whole year has a name of its own. */
function unitText(from: number, to: number): string | null {
  const [first, last] = [civilOfDay(from), civilOfDay(to)]
  const [fromText, toText] = [dayText(from), dayText(to)]
  if (from === to || fromText === toText) return fromText
  if (first.year !== last.year || first.day !== 1 || last.day !== daysInMonth(last.year, last.month))
    return null
  if (first.month === 1 && last.month === 12) return fromText.slice(0, -'-01-01'.length)
  return first.month === last.month ? fromText.slice(0, -'-01'.length) : null
}

function dayText(day: number): string {
  const { year } = civilOfDay(day)
  return Math.abs(year) > furthestPlainYear ? `Y${year}` : isoOfDay(day)
}

function withoutNarrowestGap(ranges: readonly Range[]): readonly Range[] {
  // Between two ranges no end is open.
  const gapBefore = (i: number) => Number(ranges[i]?.from) - Number(ranges[i - 1]?.to)
  let narrowest = 1
  for (let i = 2; i < ranges.length; i += 1) if (gapBefore(i) < gapBefore(narrowest)) narrowest = i
  const joined = { from: ranges[narrowest - 1]?.from ?? null, to: ranges[narrowest]?.to ?? null }
  return [...ranges.slice(0, narrowest - 1), joined, ...ranges.slice(narrowest + 1)]
}
