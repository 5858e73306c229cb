import { isCut } from '../../domain/search/inflect.ts'
import { occurrences } from '../../domain/search/occurrences.ts'
import type { NearNode, PhraseNode, SearchNode } from '../../domain/search/query.ts'
import { lettersOfBeginning, type RecentWords } from './recent-words.ts'

type NearPart = NearNode['parts'][number]

/**
 * The recent rows after one, up to another, in which FTS5 finds a phrase, nearness or a beginning of a word, ascending; null
 * where only FTS5 can tell. The words of a row are FTS5's, one after the other (see docs/adr/0002).
 */
export function recentRows(recent: RecentWords) {
  return (node: SearchNode, after: number, upTo: number): number[] | null => {
    const holds = testOf(node)
    if (holds === null) return null
    const rowsOf = (words: readonly string[]): number[] => {
      const rows = words.flatMap((word) => recent.of(word, after, upTo).filter((_, at) => at % 2 === 0))
      return words.length === 1 ? rows : [...new Set(rows)].sort((a, b) => a - b)
    }
    return inAll(alternativesOf(node, recent).map(rowsOf)).filter((row) => holds(recent.wordsOf(row)))
  }
}

/** Whether the words of a row, joined by spaces, hold what FTS5 is asked for. */
function testOf(node: SearchNode): ((words: string) => boolean) | null {
  switch (node.kind) {
    case 'phrase':
      return node.slop === null ? standing(node.words.join(' '), true) : (words) => stands(node, words)
    case 'prefix':
      if (!isABeginning(node)) return standing(node.words.join(' '), false)
      return isTooShort(node) ? null : () => true
    case 'near':
      return isCut(node) || node.parts.some(isTooShort) ? null : (words) => stands(node, words)
    default:
      return null
  }
}

/** Whether it is the beginning of one word, which tells by itself in which rows it stands. */
export const isABeginning = (node: SearchNode): boolean => node.kind === 'prefix' && node.words.length === 1

/** Recent words are known by so many letters that they begin with. */
const isTooShort = (node: NearPart) => isABeginning(node) && (node.words[0] ?? '').length < lettersOfBeginning

/** Finds a stretch of words where one begins and, if wanted, where one ends. */
const standing = (stretch: string, isWhole: boolean) => (words: string) => {
  for (let at = words.indexOf(stretch); at !== -1; at = words.indexOf(stretch, at + 1)) {
    const next = at + stretch.length
    const isEnd = !isWhole || next === words.length || words[next] === ' '
    if (isEnd && (at === 0 || words[at - 1] === ' ')) return true
  }
  return false
}

function stands(node: PhraseNode | NearNode, words: string): boolean {
  const reading = { text: '', words: words.split(' ').map((word) => ({ word, start: 0, end: 0 })) }
  return occurrences(asIndexed(node), reading).length > 0
}

/** The index knows no letters as written. */
const asIndexed = (node: PhraseNode | NearNode): PhraseNode | NearNode =>
  node.kind === 'phrase'
    ? { ...node, exact: false }
    : {
        ...node,
        parts: node.parts.map((part) => (part.kind === 'prefix' ? part : { ...part, exact: false })),
      }

/** Of each of these sets of words one must stand in a row that holds the node. */
function alternativesOf(node: SearchNode | NearPart, recent: RecentWords): readonly (readonly string[])[] {
  switch (node.kind) {
    case 'near':
      return node.parts.flatMap((part) => alternativesOf(part, recent))
    case 'word':
      return [[...node.words, ...(node.forms ?? [])]]
    case 'phrase':
      return node.words.map((word) => [word])
    case 'prefix': {
      const [word = '', ...more] = node.words
      if (more.length > 0) return node.words.slice(0, -1).map((each) => [each])
      return [recent.beginningWith(word)]
    }
    default:
      return []
  }
}

const inAll = ([first = [], ...others]: readonly (readonly number[])[]): number[] => {
  const sets = others.map((rows) => new Set(rows))
  return first.filter((row) => sets.every((set) => set.has(row)))
}
