import type { NearNode, SearchNode } from './query.ts'
import { queryFault } from './query-fault.ts'
import type { Token } from './tokens.ts'

/** The parts under one node, those of the same kind dissolved in it; the part itself when it is the only one; null when none is left. */
export function join(kind: 'and' | 'or', parts: readonly (SearchNode | null)[]): SearchNode | null {
  const present = parts.filter((part) => part !== null)
  const flat = present.flatMap((part) => (part.kind === kind ? part.parts : [part]))
  const [first] = flat
  if (first === undefined || flat.length === 1) return first ?? null
  return { kind, parts: flat, column: first.column }
}

/** The part as one that NEAR can join. ArchiveError('invalid-query') when it is none. */
export function nearable(part: SearchNode | null, token: Token | undefined): NearNode['parts'][number] {
  if (part?.kind === 'word' || part?.kind === 'prefix') return part
  if (part?.kind === 'phrase' && part.slop === null) return part
  throw queryFault(
    part?.column ?? token?.column ?? 1,
    'NEAR joins only words, phrases and beginnings of words: put the rest outside of it, as in (a NEAR b) -c.',
  )
}
