import type { SearchQuery } from './query.ts'

/** The query with its words as alternatives, if it is nothing but words; any other stays as it is. */
export function anyOf(query: SearchQuery): SearchQuery {
  const { root, bareWords } = query
  if (!bareWords || root.kind !== 'and') return query
  const any: SearchQuery['root'] = { ...root, kind: 'or' }
  return { ...query, root: any, named: any }
}
