import { only, type Stream, subtract, unite } from '../../domain/ranking/stream.ts'
import { firstOf } from '../../domain/ranking/top.ts'
import type { SearchNode } from '../../domain/search/query.ts'
import type { Connection } from '../open-database.ts'
import { checkedRows } from './checked.ts'
import type { Reach } from './collect.ts'
import { isIn } from './document-set.ts'
import { evaluate, type Found, type Sources, standing, surelyStanding } from './evaluate.ts'
import { type Doubt, doubtsIn } from './uncertain.ts'

/** What who asks may see and find, and which documents to look at first. */
export type Sight = Pick<Reach, 'seen' | 'rows' | 'documents' | 'first'>

/** Beyond so many candidates the rest is not checked letter by letter, and the total not exact. */
const mostChecked = 2000

/** What can be found by an index whose rows may hold less than it says: letters as written are looked at in the texts. */
export function certainty(db: Connection) {
  const check = checkedRows(db)

  /**
   * What a query finds for certain; not all of it where the candidates are too many, or time is up. It is exact if what
   * was to be looked at first was.
   */
  return (
    root: SearchNode,
    sources: Sources,
    reach: Sight,
    inTime: () => boolean,
  ): { found: Found; exact: boolean } => {
    const possible = evaluate(root, sources)
    const doubts = doubtsIn(root, sources.isCut)
    if (doubts.length === 0) return { found: possible, exact: true }
    const isFirst = (row: number) => reach.first?.(sources.readings.document[row] ?? 0) ?? true
    const candidates = (passes: (row: number) => boolean) =>
      candidatesOf(possible, doubts, sources, reach, passes)
    const wanted = candidates(isFirst)
    const others = reach.first ? candidates((row) => !isFirst(row)) : []
    const parts = doubts.map(({ node }) => (node.kind === 'near' ? sources.widenNear(node) : node))
    const { looked, good } = check([...wanted, ...others].slice(0, mostChecked), parts, inTime)
    const found = evaluate(
      root,
      {
        ...sources,
        uncertain(node, bound) {
          const holds = good[doubts.findIndex((doubt) => doubt.node === node)] ?? new Set()
          const isKept = (row: number) => holds.has(row) || (bound === 'most' && !looked.has(row))
          const all = standing(node, sources)
          const open = subtract(all, surelyStanding(node, sources))
          return subtract(all, subtract(open, only(open, isKept)))
        },
      },
      'least',
    )
    return { found, exact: wanted.every((row) => looked.has(row)) }
  }
}

/** Of some rows those whose texts decide on what is found, the best first: so many and one more, if there are more. */
function candidatesOf(
  possible: Found,
  doubts: readonly Doubt[],
  sources: Sources,
  reach: Sight,
  passes: (row: number) => boolean,
): number[] {
  const { readings } = sources
  const isSeen = (row: number) => reach.seen[readings.state[row] ?? 0] === 1
  const mayStand = ({ node, kind }: Doubt): Stream => {
    const open = subtract(standing(node, sources), surelyStanding(node, sources))
    return kind === null
      ? open
      : only(open, (row) => readings.states[readings.state[row] ?? 0]?.kind === kind)
  }
  const { rows } = possible
  const within = subtract(rows, subtract(rows, unite(doubts.map(mayStand))))
  const first = best(within, (row) => passes(row) && reach.rows(row))
  const wide = unite(doubts.filter(({ isWide }) => isWide).map(mayStand))
  if (wide.size === 0 || first.length > mostChecked) return first
  const concerned = documentsOf(possible, sources)
  const isConcerned = (key: number) => concerned[key] === 1 && reach.documents(key)
  const chosen = new Set(first)
  const beside = only(
    wide,
    (row) => passes(row) && !chosen.has(row) && isSeen(row) && isConcerned(readings.document[row] ?? 0),
  )
  return [...first, ...beside.ids.slice(0, beside.size)].slice(0, mostChecked + 1)
}

function best(rows: Stream, passes: (row: number) => boolean): number[] {
  const scores = rows.scores()
  const rowAt = (at: number) => rows.ids[at] ?? 0
  const isBetter = (a: number, b: number) => {
    const difference = (scores[b] ?? 0) - (scores[a] ?? 0)
    return difference < 0 || (difference === 0 && a < b)
  }
  return firstOf(rows.size, mostChecked + 1, isBetter, (at) => passes(rowAt(at))).map(rowAt)
}

/** The documents that are found as wholes, or of which rows are. */
function documentsOf({ rows, documents }: Found, { readings, documents: last }: Sources): Uint8Array {
  const set = new Uint8Array(last + 1)
  if (documents) for (let key = 1; key <= last; key++) if (isIn(documents, key)) set[key] = 1
  for (let at = 0; at < rows.size; at++) set[readings.document[rows.ids[at] ?? 0] ?? 0] = 1
  return set
}
