import type { SearchQuery } from './query.ts'

/** The query with its words as alternatives, if it is nothing but words; any other stays as it is. */
export function anyOf(query: SearchQuery): SearchQuery {
  const { root, bareWords } = query
  return bareWords && root.kind === 'and' ? { ...query, root: { ...root, kind: 'or' } } : query
}
