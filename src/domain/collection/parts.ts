/** So many documents of a collection are listed at once; where more lie together, they are listed in parts of so many. */
export const partSize = 1000

export type Part = {
  /** From 1. */
  number: number
  /** The first and the last document in it, from 1. */
  first: number
  last: number
}

/** The parts in which so many documents are listed; none where they can be listed at once. */
export function partsOf(count: number): Part[] {
  if (count <= partSize) return []
  return Array.from({ length: Math.ceil(count / partSize) }, (_, index) => ({
    number: index + 1,
    first: index * partSize + 1,
    last: Math.min((index + 1) * partSize, count),
  }))
}
