import type { SearchNode } from './query.ts'
import { queryFault } from './query-fault.ts'

/** ArchiveError('invalid-query') where a query, a group or an alternative consists of exclusions only. */
export function checkPositive(node: SearchNode): void {
  if (node.kind === 'not') throw onlyExclusions(node)
  checkParts(node)
}

function checkParts(node: SearchNode): void {
  if (node.kind === 'field') checkPositive(node.part)
  if (node.kind === 'or') node.parts.forEach(checkPositive)
  if (node.kind !== 'and') return
  if (node.parts.every(({ kind }) => kind === 'not')) throw onlyExclusions(node)
  for (const part of node.parts) checkParts(part.kind === 'not' ? part.part : part)
}

const onlyExclusions = ({ column }: SearchNode) =>
  queryFault(column, 'Here are only exclusions: write also a word that is to be found.')
