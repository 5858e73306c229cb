import type { FoundDocuments } from './collect.ts'
import { type Counts, countsOf } from './facets.ts'
import type { Holdings } from './holdings.ts'

/** Counts what was found once, as long as it is kept and nothing is written of which a search may tell. */
export function keptCounts(held: Holdings) {
  const kept = new WeakMap<FoundDocuments, { version: number; counts: Counts }>()
  return (documents: FoundDocuments): Counts => {
    const known = kept.get(documents)
    if (known?.version === held.version) return known.counts
    const counts = countsOf(documents, held.documents)
    kept.set(documents, { version: held.version, counts })
    return counts
  }
}
