import { analyse } from '../../domain/analysis/analyse.ts'
import { only, type Stream } from '../../domain/ranking/stream.ts'
import { firstOf } from '../../domain/ranking/top.ts'
import { satisfies } from '../../domain/search/matches.ts'
import type { FieldNode, SearchNode } from '../../domain/search/query.ts'
import type { Connection } from '../open-database.ts'
import type { Reach } from './collect.ts'
import type { Asked } from './ground.ts'
import { type ReadingSource, readingText } from './reading-text.ts'

/** Beyond so many candidates the rest is not checked letter by letter, and the total not exact. */
const mostChecked = 2000

/** Of rows that may satisfy a query, those whose texts do; the best are looked at first, as long as there is time. */
export function checkedRows(db: Connection) {
  const source = db.prepare<[number], ReadingSource>(
    'select kind, layer, document, revision, masked from reading where rowid = ?',
  )
  const textOf = readingText(db)
  return (
    rows: Stream,
    query: SearchNode,
    isInField: (node: FieldNode, document: number, row: number) => boolean,
    reach: Pick<Reach, 'rows'>,
    { inTime }: Pick<Asked, 'inTime'>,
  ): { rows: Stream; exact: boolean } => {
    const isSeen = (at: number) => reach.rows(rows.ids[at] ?? 0)
    const scores = rows.scores()
    const isBetter = (a: number, b: number) => {
      const difference = (scores[b] ?? 0) - (scores[a] ?? 0)
      return difference < 0 || (difference === 0 && a < b)
    }
    const best = firstOf(rows.size, mostChecked + 1, isBetter, isSeen)
    const good = new Set<number>()
    let looked = 0
    for (const at of best) {
      if (looked === mostChecked || (looked > 0 && !inTime())) break
      looked++
      const row = rows.ids[at] ?? 0
      const reading = source.get(row)
      if (!reading) continue
      const text = textOf(reading)
      const isIn = (node: FieldNode) => isInField(node, reading.document, row)
      if (satisfies(query, text, analyse(text, null), isIn)) good.add(row)
    }
    return { rows: only(rows, (row) => good.has(row)), exact: looked === best.length }
  }
}
