import { combinations } from '../../domain/search/inflect.ts'
import type { NearNode, SearchNode } from '../../domain/search/query.ts'

/**
 * A query's tree as an FTS5 expression over folded words (https://sqlite.org/fts5.html#full_text_query_syntax).
 */
export function matchExpression(node: SearchNode): string {
  switch (node.kind) {
    case 'word':
      return quoted(node.words)
    case 'phrase':
      return node.slop === null ? quoted(node.words) : sloppy(node.words, node.slop)
    case 'prefix':
      return `${quoted(node.words)} *`
    case 'near':
      return anyOf(combinations(node).map(near))
    case 'or':
      return anyOf(node.parts.map(matchExpression))
    case 'and':
      return conjunction(node.parts)
    default:
      throw new RangeError(`FTS5 is never asked for a ${node.kind}.`)
  }
}

const near = ({ parts, distance }: NearNode): string =>
  `NEAR(${parts.map(matchExpression).join(' ')}, ${distance})`

function anyOf(expressions: readonly string[]): string {
  const [first = '', ...more] = new Set(expressions)
  return more.length === 0 ? first : `(${[first, ...more].join(' OR ')})`
}

function conjunction(parts: readonly SearchNode[]): string {
  const found = parts.filter((part) => part.kind !== 'not').map(matchExpression)
  const excluded = parts.flatMap((part) => (part.kind === 'not' ? [matchExpression(part.part)] : []))
  return `(${[`(${found.join(' AND ')})`, ...excluded].join(' NOT ')})`
}

/** NEAR counts the words between the first and the last, also those that are looked for; it knows no order. */
const sloppy = (words: readonly string[], slop: number): string =>
  `NEAR(${words.map((word) => quoted([word])).join(' ')}, ${slop + words.length - 2})`

const quoted = (words: readonly string[]): string => `"${words.join(' ')}"`
