import type { SearchNode, SearchQuery } from './query.ts'

/** The kinds of queries whose times are told apart: what they cost differs by orders of magnitude. */
export const queryClasses = [
  'word',
  'words',
  'any',
  'phrase',
  'prefix',
  'fuzzy',
  'near',
  'fields',
  'mixed',
] as const

export type QueryClass = (typeof queryClasses)[number]

/**
 * Of which kind a query is: one word, several `words` that must all stand, `any` of several, one phrase, prefix, fuzzy
 * word or NEAR, nothing but `fields`, or a mixture of these.
 */
export function queryClass({ root }: SearchQuery): QueryClass {
  if (isAboutFields(root)) return 'fields'
  switch (root.kind) {
    case 'and':
      return root.parts.every(isWord) ? 'words' : 'mixed'
    case 'or':
      return root.parts.every(isWord) ? 'any' : 'mixed'
    case 'word':
    case 'phrase':
    case 'prefix':
    case 'fuzzy':
    case 'near':
      return root.kind
    default:
      return 'mixed'
  }
}

const isWord = ({ kind }: SearchNode) => kind === 'word'

/** `text:` narrows where its words are looked for and costs what they cost, so it is told as a mixture. */
function isAboutFields(node: SearchNode): boolean {
  if (node.kind === 'and' || node.kind === 'or') return node.parts.every(isAboutFields)
  if (node.kind === 'not') return isAboutFields(node.part)
  return node.kind === 'field' && node.field !== 'text'
}
