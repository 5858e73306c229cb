/** The items of a long list that are shown: `from` inclusive, `to` exclusive, counted from 0. */
export type Shown = { from: number; to: number }

/** Which items of equal height are in sight of a list that is scrolled, with some more on either side. */
export function windowOf(scrolled: number, seen: number, height: number, count: number, spare = 4): Shown {
  const first = Math.floor(Math.max(0, scrolled) / height)
  const from = Math.max(0, Math.min(first - spare, count - 1))
  return { from, to: Math.min(count, first + Math.ceil(seen / height) + spare + 1) }
}

/** The slices of a size in which items of a list are, by their numbers: 0 for the first. */
export function slicesOf({ from, to }: Shown, size: number): number[] {
  if (to <= from) return []
  const first = Math.floor(from / size)
  return Array.from({ length: Math.floor((to - 1) / size) - first + 1 }, (_, at) => first + at)
}

/** How far a list has to be scrolled for an item at a place in it to be in sight: as far as it is, where it is already. */
export function scrolledInto(top: number, height: number, scrolled: number, seen: number): number {
  if (top >= scrolled && top + height <= scrolled + seen) return scrolled
  return Math.max(0, top - (seen - height) / 2)
}
