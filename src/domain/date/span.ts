/** Whole days as Julian Day Numbers, both ends included; null is an open end. */
export type Range = { readonly from: number | null; readonly to: number | null }

// Every date handed out here is sorted and disjoint, and ranges that touch are one: equal dates have equal ranges.

/** Every day that lies in any of the dates: sorted, disjoint, touching ranges merged, ranges without a day dropped. */
export function union(...dates: readonly (readonly Range[])[]): readonly Range[] {
  const ranges = dates.flat()
  const [first] = ranges
  // Most dates are one range, and stay as they are.
  if (ranges.length === 1 && first !== undefined && startOf(first) <= endOf(first)) return [first]
  const sorted = ranges
    .filter((range) => startOf(range) <= endOf(range))
    .sort((a, b) => Number(startOf(a) > startOf(b)) - Number(startOf(a) < startOf(b)))
  const merged: Range[] = []
  for (const range of sorted) {
    const last = merged.at(-1)
    if (last === undefined || startOf(range) > endOf(last) + 1)
      merged.push({ from: range.from, to: range.to })
    else if (endOf(range) > endOf(last)) merged[merged.length - 1] = { from: last.from, to: range.to }
  }
  return merged
}

/** Every day that lies in both dates. */
export function intersect(date: readonly Range[], other: readonly Range[]): readonly Range[] {
  const common: Range[] = []
  walk(date, other, (a, b) => {
    const from = startOf(a) > startOf(b) ? a.from : b.from
    const to = endOf(a) < endOf(b) ? a.to : b.to
    if (startOf({ from, to }) <= endOf({ from, to })) common.push({ from, to })
  })
  return common
}

/** Whether every day of the other date lies in this one; so always, when the other has no day. */
export function contains(date: readonly Range[], other: readonly Range[]): boolean {
  const common = intersect(date, other)
  const whole = union(other)
  return (
    common.length === whole.length &&
    whole.every((range, i) => range.from === common[i]?.from && range.to === common[i]?.to)
  )
}

/** Whether some day lies in both dates. */
export const overlaps = (date: readonly Range[], other: readonly Range[]) => !isEmpty(intersect(date, other))

/** Whether no day is left. */
export const isEmpty = (date: readonly Range[]) => date.length === 0

/**
 * Days from the date to the nearest day of the other: 0 when they overlap, negative when the other lies before (also
 * when it lies as near after), null when either has no day.
 */
export function distance(date: readonly Range[], other: readonly Range[]): number | null {
  let nearest: number | null = null
  walk(date, other, (a, b) => {
    const before = endOf(b) - startOf(a)
    const after = startOf(b) - endOf(a)
    const days = before < 0 ? before : Math.max(after, 0)
    const gap = Math.abs(days)
    const nearer = nearest === null || gap < Math.abs(nearest) || (gap === nearest && days < 0)
    if (nearer) nearest = days
  })
  return nearest
}

/** The first day; null when the date is open towards the past or has no day. */
export const earliest = (date: readonly Range[]): number | null => date[0]?.from ?? null

/** The last day; null when the date is open towards the future or has no day. */
export const latest = (date: readonly Range[]): number | null => date.at(-1)?.to ?? null

const startOf = (range: Range) => range.from ?? Number.NEGATIVE_INFINITY
const endOf = (range: Range) => range.to ?? Number.POSITIVE_INFINITY

/** Visits, in order, every pair of ranges that can overlap or lie next to each other: linear, since both are sorted. */
function walk(date: readonly Range[], other: readonly Range[], visit: (a: Range, b: Range) => void) {
  let i = 0
  let j = 0
  for (;;) {
    const a = date[i]
    const b = other[j]
    if (a === undefined || b === undefined) return
    visit(a, b)
    if (endOf(a) < endOf(b)) i += 1
    else j += 1
  }
}
