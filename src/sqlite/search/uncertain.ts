import type { NearNode, SearchNode, TermNode } from '../../domain/search/query.ts'
import type { HeldKind } from './held-readings.ts'

/** Of what cannot be told for certain: all that may be, or only what is. */
export type Bound = 'most' | 'least'

/** What is excluded at least leaves the most, and the other way round. */
export const opposite = (bound: Bound): Bound => (bound === 'most' ? 'least' : 'most')

/** What the index finds too much for, or too little: letters as written, words near each other in any order or many forms. */
export type UncertainNode = (TermNode | NearNode) & { kind: 'word' | 'phrase' | 'near' }

/** The part itself if it is uncertain, else null; `isCut` says of which NEAR the index is not asked for all forms. */
export function asUncertain(node: SearchNode, isCut: (near: NearNode) => boolean): UncertainNode | null {
  switch (node.kind) {
    case 'word':
      return node.exact ? node : null
    case 'phrase':
      return node.exact || node.slop !== null ? node : null
    case 'near':
      return hasExact(node) || isCut(node) ? node : null
    default:
      return null
  }
}

/** Whether letters count in a part of it as they are written. */
export const hasExact = ({ parts }: NearNode): boolean =>
  parts.some((part) => part.kind !== 'prefix' && part.exact)

/** A part of a query that is uncertain: in readings of which kind it counts, and whether anywhere in a document. */
export type Doubt = { node: UncertainNode; kind: HeldKind | null; isWide: boolean }

/** All that is uncertain in a query, but for fields of the description, which are read as they are written. */
export function doubtsIn(root: SearchNode, isCut: (near: NearNode) => boolean): Doubt[] {
  const visit = (node: SearchNode, kind: HeldKind | null, isWide: boolean): Doubt[] => {
    const uncertain = asUncertain(node, isCut)
    if (uncertain) return [{ node: uncertain, kind, isWide }]
    switch (node.kind) {
      case 'or':
        return node.parts.flatMap((part) => visit(part, kind, isWide))
      case 'and': {
        const excludes = isWide || findsWholes(node)
        return node.parts.flatMap((part) =>
          part.kind === 'not' ? visit(part.part, kind, excludes) : visit(part, kind, isWide),
        )
      }
      case 'field':
        if (node.field === 'text') return visit(node.part, 'page', isWide)
        return node.field === 'note' ? visit(node.part, 'annotation', true) : []
      default:
        return []
    }
  }
  return visit(root, null, false)
}

/** Whether documents as wholes can be found, whatever stands in their texts. */
function findsWholes(node: SearchNode): boolean {
  if (node.kind === 'or') return node.parts.some(findsWholes)
  if (node.kind === 'and') return node.parts.every((part) => part.kind === 'not' || findsWholes(part))
  return node.kind === 'field' && node.field !== 'text'
}
