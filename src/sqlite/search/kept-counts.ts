import type { FoundDocuments } from './collect.ts'
import { type Counts, countsOf } from './facets.ts'
import type { Holdings } from './holdings.ts'

/**
 * Counts what was found once, as long as it is kept and nothing is written of those documents: which they are, and what they fail, is
 * in the same arrays as long as they are the same.
 */
export function keptCounts(held: Holdings) {
  const kept = new WeakMap<FoundDocuments['fails'], { descriptions: number; counts: Counts }>()
  return (documents: FoundDocuments): Counts => {
    const { descriptions } = held
    const known = kept.get(documents.fails)
    if (known?.descriptions === descriptions) return known.counts
    const counts = countsOf(documents, held.documents)
    kept.set(documents.fails, { descriptions, counts })
    return counts
  }
}
