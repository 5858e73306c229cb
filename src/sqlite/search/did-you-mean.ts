import type { SearchNode } from '../../domain/search/query.ts'
import type { Reach } from './collect.ts'
import type { WordNode } from './evaluate.ts'
import type { Asked, Ground } from './ground.ts'
import { visibleWords } from './visible-words.ts'

/** Proposes what may be meant by a query that finds nothing: only of words that stand in something within reach. */
export function didYouMean(ground: Ground) {
  const { stands, nearest } = visibleWords(ground)
  /** The query with each word that stands nowhere replaced by the nearest that does; null where nothing helps. */
  return (text: string, root: SearchNode, reach: Reach, asked: Asked): string | null => {
    let said = text
    for (const { node, isNeeded } of wordsOf(root, true).toSorted(fromTheEnd)) {
      const [word = ''] = node.words
      if (stands(node, reach, asked)) continue
      const other = nearest(word, reach, asked)
      if (other === undefined && isNeeded) return null
      if (other === undefined) continue
      const begin = [...text].slice(0, node.column - 1).join('').length
      const at = text.indexOf(node.text, begin)
      said = said.slice(0, at) + other + said.slice(at + node.text.length)
    }
    // Without time a word may seem to stand nowhere.
    return said === text || !asked.inTime() ? null : said
  }
}

type Wanted = { node: WordNode; isNeeded: boolean }

/** The words that a query looks for in any form, and whether nothing is found without each. */
function wordsOf(node: SearchNode, isNeeded: boolean): Wanted[] {
  switch (node.kind) {
    case 'word':
      return node.exact ? [] : [{ node, isNeeded }]
    case 'and':
    case 'near':
      return node.parts.flatMap((part) => wordsOf(part, isNeeded))
    case 'or':
      return node.parts.flatMap((part) => wordsOf(part, false))
    case 'field':
      return wordsOf(node.part, isNeeded)
    default:
      return []
  }
}

const fromTheEnd = (a: Wanted, b: Wanted): number => b.node.column - a.node.column
