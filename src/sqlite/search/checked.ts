import { analyse } from '../../domain/analysis/analyse.ts'
import { satisfies } from '../../domain/search/matches.ts'
import type { SearchNode } from '../../domain/search/query.ts'
import type { Connection } from '../open-database.ts'
import { type ReadingSource, readingText } from './reading-text.ts'

/** Which rows were looked at, and in which of them each part of a query holds. */
export type Checked = { looked: ReadonlySet<number>; good: readonly ReadonlySet<number>[] }

/** Looks at the texts of rows whether parts of a query hold there, as long as there is time. */
export function checkedRows(db: Connection) {
  const source = db.prepare<[number], ReadingSource>(
    'select kind, layer, document, revision, masked from reading where rowid = ?',
  )
  const textOf = readingText(db)
  return (rows: readonly number[], parts: readonly SearchNode[], inTime: () => boolean): Checked => {
    const looked = new Set<number>()
    const good = parts.map(() => new Set<number>())
    for (const row of rows) {
      if (looked.size > 0 && !inTime()) break
      looked.add(row)
      const reading = source.get(row)
      if (!reading) continue
      const text = textOf(reading)
      const words = analyse(text, null)
      for (const [at, part] of parts.entries()) if (satisfies(part, text, words)) good[at]?.add(row)
    }
    return { looked, good }
  }
}
