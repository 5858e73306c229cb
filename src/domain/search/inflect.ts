import { join } from './join.ts'
import type { FieldNode, NearNode, SearchNode, TermNode } from './query.ts'

type WordNode = TermNode & { kind: 'word' }
type NearPart = NearNode['parts'][number]

/** So many combinations of the forms of words near each other are written out. */
const mostCombinations = 100

/** Their words are codes and numbers, which have no forms. */
const uninflected: ReadonlySet<FieldNode['field']> = new Set(['id', 'date', 'type', 'lang', 'collection'])

/**
 * A query's tree with every bare word widened to any of its forms, the word itself first; what is exact, a phrase, a
 * prefix or fuzzy stays. Within NEAR words bear their forms. `formsOf` gives a folded word's other forms, the more
 * important ones first.
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
        return { ...node, parts: node.parts.map(withForms) }
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

  const othersOf = (node: WordNode): string[] => {
    const word = node.words[0]
    if (node.exact || word === undefined || node.words.length > 1) return []
    const others = new Set(formsOf(word, node.text))
    others.delete(word)
    return [...others]
  }

  const alternatives = (node: WordNode): readonly WordNode[] => [
    node,
    ...othersOf(node).map((form) => ({ ...node, text: form, words: [form] })),
  ]

  const withForms = (part: NearPart): NearPart => {
    if (part.kind !== 'word') return part
    const forms = othersOf(part)
    return forms.length === 0 ? part : { ...part, forms }
  }

  return widen(root)
}

function anyOf(parts: readonly SearchNode[]): SearchNode {
  const [first] = parts
  if (first === undefined) throw new RangeError('A word has at least one form: itself.')
  return join('or', parts) ?? first
}

/** Whether words near each other have so many forms that not every combination is written out. */
export const isCut = ({ parts }: NearNode): boolean =>
  parts.reduce((product, part) => product * inEachForm(part).length, 1) > mostCombinations

/**
 * NEAR once for each combination of the forms of its words, the first of each first: a hundred at most. Of too many, the
 * last of those words that have most are left out.
 */
export function combinations(node: NearNode): NearNode[] {
  const operands = node.parts.map(inEachForm)
  const taken = operands.map((operand) => operand.length)
  while (taken.reduce((product, count) => product * count, 1) > mostCombinations) {
    taken[taken.indexOf(Math.max(...taken))] = Math.max(...taken) - 1
  }
  const written = operands.reduce<readonly (readonly NearPart[])[]>(
    (rows, operand, index) =>
      rows.flatMap((row) => operand.slice(0, taken[index]).map((part) => [...row, part])),
    [[]],
  )
  return written.map((parts) => ({ ...node, parts }))
}

function inEachForm(part: NearPart): readonly NearPart[] {
  if (part.kind !== 'word' || !part.forms) return [part]
  const { forms, ...itself } = part
  return [itself, ...forms.map((form) => ({ ...itself, text: form, words: [form] }))]
}
