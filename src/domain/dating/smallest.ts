import { contains, intersect, isEmpty, type Range } from '../date/span.ts'

// Beyond this many tries a set that is minimal (none of it can be left out) is given instead of a smallest one.
const mostTries = 20_000

/**
 * The smallest set of bounds that together leave none of the days, as ascending indices; null when they all leave some.
 * Where it would take more tries than it is worth, a set of which none can be left out.
 */
export function smallestRefuting(
  bounds: readonly (readonly Range[])[],
  days: readonly Range[],
): readonly number[] | null {
  const boundOf = (i: number) => bounds[i] ?? []
  const refuting = tightest(bounds).filter((i) => !contains(boundOf(i), days))
  if (!isEmpty(leftBy(refuting, boundOf, days))) return null
  const before = dayBeforeAll([days, ...bounds])
  let tries = 0
  const search = (left: readonly Range[], most: number): number[] | null => {
    if (isEmpty(left)) return []
    if (most === 0) return null
    // What refutes all of these days refutes the first of them, so that only what does has to be tried.
    const first = left[0]?.from ?? before
    const day = [{ from: first, to: first }]
    for (const i of refuting) {
      tries += 1
      if (tries > mostTries) return null
      if (!isEmpty(intersect(day, boundOf(i)))) continue
      const rest = search(intersect(left, boundOf(i)), most - 1)
      if (rest !== null) return [i, ...rest]
    }
    return null
  }
  for (let size = 0; size <= refuting.length && tries <= mostTries; size += 1) {
    const found = search(days, size)
    if (found !== null) return found.sort((a, b) => a - b)
  }
  return withoutSuperfluous(refuting, boundOf, days)
}

const leftBy = (
  pieces: readonly number[],
  boundOf: (i: number) => readonly Range[],
  days: readonly Range[],
): readonly Range[] => pieces.reduce((left, i) => intersect(left, boundOf(i)), days)

/** Of the many that leave all days up to one, or from one on, only the tightest can be needed. */
function tightest(bounds: readonly (readonly Range[])[]): readonly number[] {
  let [notAfter, notBefore] = [-1, -1]
  const kept = [...bounds.keys()].filter((i) => {
    const [range, ...more] = bounds[i] ?? []
    if (range === undefined || more.length > 0 || (range.from === null) === (range.to === null)) return true
    const [after, before] = [bounds[notAfter]?.[0]?.to, bounds[notBefore]?.[0]?.from]
    if (range.to !== null && (after === undefined || range.to < Number(after))) notAfter = i
    if (range.from !== null && (before === undefined || range.from > Number(before))) notBefore = i
    return false
  })
  return [...kept, notAfter, notBefore].filter((i) => i >= 0).sort((a, b) => a - b)
}

function dayBeforeAll(dates: readonly (readonly Range[])[]): number {
  let least = 0
  for (const { from, to } of dates.flat()) least = Math.min(least, from ?? least, to ?? least)
  return least - 1
}

function withoutSuperfluous(
  pieces: readonly number[],
  boundOf: (i: number) => readonly Range[],
  days: readonly Range[],
): readonly number[] {
  let needed = pieces
  for (const piece of pieces) {
    const others = needed.filter((i) => i !== piece)
    if (isEmpty(leftBy(others, boundOf, days))) needed = others
  }
  return needed
}
