import type { SearchQuery } from '../../domain/search/query.ts'
import type { Connection } from '../open-database.ts'
import type { FoundDocuments } from './collect.ts'
import type { HeldDocuments } from './held-documents.ts'

/** For so many queries it is remembered whose titles and identifiers they are. */
const mostRemembered = 10_000

/**
 * Lets the documents come first whose own title or identifier is just what is asked for, before all that only speak of it
 * or are wrongly called so.
 */
export function bearersFirst(
  db: Connection,
  held: HeldDocuments,
): (query: SearchQuery, found: FoundDocuments) => FoundDocuments {
  const bearing = db.prepare<[string], number>('select document from bearing where folded = ?').pluck()
  const known = new Map<string, readonly number[]>()
  let described = 0

  function bearersOf(folded: string): readonly number[] {
    if (described !== held.described || known.size >= mostRemembered) known.clear()
    described = held.described
    const keys = known.get(folded) ?? bearing.all(folded)
    known.set(folded, keys)
    return keys
  }

  return (query, found) => {
    const folded = wholeOf(query)
    const bearers = new Set(folded === null ? [] : bearersOf(folded))
    if (bearers.size === 0) return found
    const { size, keys } = found
    const scores = found.scores.slice()
    let top = 0
    for (let at = 0; at < size; at++) top = Math.max(top, scores[at] ?? 0)
    for (let at = 0; at < size; at++) if (bearers.has(keys[at] ?? 0)) scores[at] = (scores[at] ?? 0) + top
    return { ...found, scores }
  }
}

/** The folded words of a query that is nothing but words, or one phrase; null for any other. */
function wholeOf({ root, bareWords }: SearchQuery): string | null {
  if (root.kind === 'word') return root.words.join(' ')
  if (root.kind === 'phrase') return root.slop === null ? root.words.join(' ') : null
  if (!bareWords || (root.kind !== 'and' && root.kind !== 'or')) return null
  return root.parts.flatMap((part) => ('words' in part ? part.words : [])).join(' ')
}
