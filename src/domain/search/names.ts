import { analyse } from '../analysis/analyse.ts'
import { join } from './join.ts'
import type { SearchNode, SearchQuery } from './query.ts'

/** A word, or, in a query without quotes, one that a hyphen or an apostrophe divides. */
type PlainNode = SearchNode & { kind: 'word' | 'phrase' }
type Named = Pick<SearchQuery, 'root' | 'bareWords'>

/** Names have so many words at most; of a longer one its beginning would have to be told from other words. */
const longestName = 8

/** Words and runs of words side by side, folded, that may be names: what is neither in quotes nor exact. */
export function possibleNames({ root, bareWords }: Named): string[] {
  const found = new Set<string>()
  const visit = (node: SearchNode): void => {
    if (node.kind === 'and') {
      for (const at of node.parts.keys())
        for (const run of runsFrom(node.parts, at, bareWords)) found.add(folded(run))
    }
    if (node.kind === 'and' || node.kind === 'or') for (const part of node.parts) visit(part)
    else if (node.kind === 'not' || node.kind === 'field') visit(node.part)
    else if (isPlain(node, bareWords)) found.add(folded([node]))
  }
  visit(root)
  return [...found]
}

/**
 * What the query looks for, every name also by the other names of whom or what it may name; `othersOf` gives them for a
 * folded name. The longest names are taken first. Other names of several words must stand as they are.
 */
export function withNames(
  { root, bareWords }: Named,
  othersOf: (name: string) => readonly string[],
): SearchNode {
  const named = (run: readonly PlainNode[], itself: SearchNode): SearchNode => {
    const others = othersOf(folded(run)).map((name) => nameNode(name, itself.column))
    return join('or', [itself, ...others]) ?? itself
  }
  const visit = (node: SearchNode): SearchNode => {
    switch (node.kind) {
      case 'word':
      case 'phrase':
        return isPlain(node, bareWords) ? named([node], node) : node
      case 'or':
        return join('or', node.parts.map(visit)) ?? node
      case 'and':
        return join('and', visitAll(node.parts)) ?? node
      case 'not':
      case 'field':
        return { ...node, part: visit(node.part) }
      default:
        return node
    }
  }
  const visitAll = (parts: readonly SearchNode[]): SearchNode[] => {
    const seen: SearchNode[] = []
    for (let at = 0; at < parts.length; ) {
      const run = runsFrom(parts, at, bareWords).findLast(
        (one) => one.length > 1 && othersOf(folded(one)).length > 0,
      )
      const itself = run && join('and', run)
      const part = parts[at]
      if (run && itself) seen.push(named(run, itself))
      else if (part) seen.push(visit(part))
      at += run?.length ?? 1
    }
    return seen
  }
  return visit(root)
}

/** The runs of plain words that begin at a place, the shortest first. */
function runsFrom(parts: readonly SearchNode[], at: number, bareWords: boolean): PlainNode[][] {
  const runs: PlainNode[][] = []
  for (const part of parts.slice(at, at + longestName)) {
    if (!isPlain(part, bareWords)) break
    runs.push([...(runs.at(-1) ?? []), part])
  }
  return runs
}

const isPlain = (node: SearchNode, bareWords: boolean): node is PlainNode =>
  (node.kind === 'word' && !node.exact) || (node.kind === 'phrase' && bareWords)

const folded = (run: readonly PlainNode[]): string => run.flatMap(({ words }) => words).join(' ')

function nameNode(name: string, column: number): SearchNode | null {
  const words = analyse(name, null).map(({ word }) => word)
  if (words.length === 0) return null
  const part = { text: name, words, exact: false, column }
  return words.length === 1 ? { kind: 'word', ...part } : { kind: 'phrase', slop: null, ...part }
}
