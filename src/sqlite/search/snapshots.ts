import { type FoundDocuments, pagesIn, type Reach } from './collect.ts'
import type { Finding } from './finding.ts'

/** What a search found when its first page was shown, and, where they order it, the titles that documents had then. */
export type Snapshot = Pick<Finding, 'documents' | 'pages' | 'exact'> & {
  titles: ReadonlyMap<number, string>
}

const mostDocuments = 1_000_000

/**
 * Results whose next pages may be asked for, so that those go on where the first page ended whatever happens meanwhile.
 * The oldest go first once all together hold too many documents.
 */
export function snapshots() {
  const kept = new Map<string, Snapshot>()
  let documents = 0
  return {
    get: (id: string): Snapshot | undefined => kept.get(id),
    put(id: string, snapshot: Snapshot): void {
      documents += snapshot.documents.size
      kept.set(id, snapshot)
      for (const [oldest, { documents: freed }] of kept) {
        if (documents <= mostDocuments || kept.size === 1) break
        kept.delete(oldest)
        documents -= freed.size
      }
    },
  }
}

/** What was found and may still be seen: some of it may have been hidden or removed since. */
export function stillFound(snapshot: Snapshot, reach: Reach): Snapshot {
  const { documents } = snapshot
  const isSeen = (_: number, at: number) => reach.documents(documents.keys[at] ?? 0)
  if (documents.keys.every(isSeen)) return snapshot
  const kept = documents.keys.map((_, at) => at).filter(isSeen)
  const { tiers, words, days } = documents
  const still: FoundDocuments = {
    size: kept.length,
    keys: pick(documents.keys, kept, Int32Array),
    scores: pick(documents.scores, kept, Float32Array),
    pageHits: pick(documents.pageHits, kept, Int32Array),
    fails: pick(documents.fails, kept, Uint8Array),
    hasPagesTwice: documents.hasPagesTwice,
    ...(tiers && { tiers: pick(tiers, kept, Uint8Array) }),
    ...(words && { words: pick(words, kept, Uint32Array) }),
    ...(days && {
      days: {
        earliest: pick(days.earliest, kept, Float64Array),
        latest: pick(days.latest, kept, Float64Array),
      },
    }),
  }
  return { ...snapshot, documents: still, pages: pagesIn(still) }
}

const pick = <T>(
  from: ArrayLike<number>,
  places: ArrayLike<number>,
  type: { from(a: ArrayLike<number>): T },
): T => type.from(Array.from(places, (at) => from[at] ?? 0))
