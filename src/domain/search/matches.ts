import type { Word } from '../analysis/analyse.ts'
import { occurrences } from './occurrences.ts'
import type { SearchNode } from './query.ts'
import type { Reading } from './reading.ts'

/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export type Match = { start: number; end: number }

/**
 * What a query finds in a text: ascending, overlapping stretches merged, a phrase as a whole. Excluded terms and fields
 * other than `text:` are left out. `words` are those of `analyse(text)`.
 */
export function findMatches(root: SearchNode, text: string, words: readonly Word[]): Match[] {
  const found: Match[] = []
  collect(root, { text, words }, found)
  found.sort((a, b) => a.start - b.start)
  const merged: Match[] = []
  for (const match of found) {
    const last = merged.at(-1)
    if (last !== undefined && match.start < last.end) last.end = Math.max(last.end, match.end)
    else merged.push(match)
  }
  return merged
}

/**
 * Whether a text fulfils a query, read as one text's words alone; fields other than `text:` hold nothing. `words` are
 * those of `analyse(text)`.
 */
export function satisfies(root: SearchNode, text: string, words: readonly Word[]): boolean {
  const holds = (node: SearchNode): boolean => {
    switch (node.kind) {
      case 'and':
        return node.parts.every(holds)
      case 'or':
        return node.parts.some(holds)
      case 'not':
        return !holds(node.part)
      case 'field':
        return node.field === 'text' && holds(node.part)
      case 'dateRange':
        return false
      default:
        return occurrences(node, { text, words }).length > 0
    }
  }
  return holds(root)
}

function collect(node: SearchNode, reading: Reading, found: Match[]): void {
  switch (node.kind) {
    case 'and':
    case 'or':
      for (const part of node.parts) collect(part, reading, found)
      return
    case 'field':
      if (node.field === 'text') collect(node.part, reading, found)
      return
    case 'not':
    case 'dateRange':
      return
    default:
      for (const { from, to } of occurrences(node, reading)) {
        const first = reading.words[from]
        const last = reading.words[to - 1]
        if (first !== undefined && last !== undefined) found.push({ start: first.start, end: last.end })
      }
  }
}
