import { join } from './join.ts'
import type { FieldNode, NearNode, SearchNode, TermNode } from './query.ts'

type WordNode = TermNode & { kind: 'word' }
type NearPart = NearNode['parts'][number]

/** NEAR holds no alternatives, so it is written out once for each combination: at most so often. */
const mostCombinations = 100

/** Their words are codes and numbers, which have no forms. */
const uninflected: ReadonlySet<FieldNode['field']> = new Set(['id', 'date', 'type', 'lang', 'collection'])

/**
 * A query's tree with every bare word widened to any of its forms, the word itself first; what is exact, a phrase, a
 * prefix or fuzzy stays. `formsOf` gives a folded word's other forms, the more important ones first: within NEAR only as
 * many of each word are taken as make a hundred combinations.
 */
export function inflect(
  root: SearchNode,
  formsOf: (word: string, written: string) => readonly string[],
): SearchNode {
  const widen = (node: SearchNode): SearchNode => {
    switch (node.kind) {
      case 'word':
        return anyOf(alternatives(node))
      case 'near':
        return anyOf(combinations(node.parts.map(nearAlternatives)).map((parts) => ({ ...node, parts })))
      case 'and':
      case 'or':
        return join(node.kind, node.parts.map(widen)) ?? node
      case 'not':
        return { ...node, part: widen(node.part) }
      case 'field':
        return uninflected.has(node.field) ? node : { ...node, part: widen(node.part) }
      default:
        return node
    }
  }

  const alternatives = (node: WordNode): readonly WordNode[] => {
    const word = node.words[0]
    if (node.exact || word === undefined || node.words.length > 1) return [node]
    const others = new Set(formsOf(word, node.text))
    others.delete(word)
    return [node, ...[...others].map((form) => ({ ...node, text: form, words: [form] }))]
  }

  const nearAlternatives = (part: NearPart): readonly NearPart[] =>
    part.kind === 'word' ? alternatives(part) : [part]

  return widen(root)
}

function anyOf(parts: readonly SearchNode[]): SearchNode {
  const [first] = parts
  if (first === undefined) throw new RangeError('A word has at least one form: itself.')
  return join('or', parts) ?? first
}

/** One of each, the first of each first; of too many, the last of those that have most are left out. */
function combinations(operands: readonly (readonly NearPart[])[]): readonly (readonly NearPart[])[] {
  const taken = operands.map((operand) => operand.length)
  while (taken.reduce((product, count) => product * count, 1) > mostCombinations) {
    taken[taken.indexOf(Math.max(...taken))] = Math.max(...taken) - 1
  }
  return operands.reduce<readonly (readonly NearPart[])[]>(
    (rows, operand, index) =>
      rows.flatMap((row) => operand.slice(0, taken[index]).map((part) => [...row, part])),
    [[]],
  )
}
