import type { SearchNode } from '../../domain/search/query.ts'
import type { Reach } from './collect.ts'
import type { Asked, Ground } from './ground.ts'

/** So few letters are like too many words. */
const shortestCorrected = 3

/** The words that whoever asks may see, and those among them that are like another. */
export function visibleWords(ground: Ground) {
  /** Whether something stands anywhere within reach. */
  function stands(part: SearchNode, reach: Reach, asked: Asked): boolean {
    const { rows } = ground.find(part, asked, reach).found
    for (let at = 0; at < rows.size; at++) {
      if (reach.rows(rows.ids[at] ?? 0)) return true
    }
    return false
  }

  const isSeen = (word: string, reach: Reach, asked: Asked) =>
    stands({ kind: 'phrase', text: word, words: [word], exact: false, slop: null, column: 1 }, reach, asked)

  return {
    stands,
    isSeen,
    nearest(word: string, reach: Reach, asked: Asked): string | undefined {
      const { length } = [...word]
      if (length < shortestCorrected) return undefined
      const { words } = ground.vocabulary.read(asked.inTime)
      return words.near(word, length < 5 ? 1 : 2, 1, (other) => isSeen(other, reach, asked))[0]?.word
    },
  }
}
