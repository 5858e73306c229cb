/** A word, on how many pages it stands, and by how many edits it differs from what was asked for. */
export type NearWord = { word: string; distance: number; pages: number }

/** The best of the words that it is shown. */
export type Leaders = {
  /** Whether a word of this distance and pages can still be among the best. */
  wants(distance: number, pages: number): boolean
  keep(word: NearWord): void
  inOrder(): NearWord[]
}

/** Keeps so many words: the nearest first, then those on more pages, then in the order of their UTF-16 units. */
export function leaders(most: number): Leaders {
  let kept: NearWord[] = []
  let last: NearWord | undefined
  const prune = () => {
    kept = kept.sort(byRank).slice(0, most)
    last = kept[most - 1]
  }
  return {
    wants: (distance, pages) =>
      last === undefined || distance < last.distance || (distance === last.distance && pages >= last.pages),
    keep(word) {
      kept.push(word)
      if (kept.length > 2 * most) prune()
    },
    inOrder() {
      prune()
      return kept
    },
  }
}

function byRank(one: NearWord, other: NearWord): number {
  return one.distance - other.distance || other.pages - one.pages || (one.word < other.word ? -1 : 1)
}
