import type { Redaction } from '../domain/redaction/redaction.ts'
import type { Layer } from '../domain/text.ts'
import type { Redacted } from '../ports/withholding.ts'
import type { Connection } from './open-database.ts'
import { redactionRows } from './redaction-rows.ts'

/** Redactions with what they come to on their page, shared by who reads and who writes them. */
export function withholdingRows(db: Connection) {
  const rows = redactionRows(db)
  const newest = db.prepare<[number], { id: string; layer: Layer }>(
    'select id, layer, max(key) from text_revision where page = ? group by layer having withdraws = 0 order by layer',
  )
  return {
    redacted(page: { key: number; id: string }, redaction: Redaction): Redacted {
      const { areas, unplaced } = rows.cover(page.key, [redaction])
      const layers = newest.all(page.key).filter(({ id }) => unplaced.includes(id))
      const image = areas === null ? 'whole' : areas.length > 0 ? 'parts' : 'nothing'
      return { ...redaction, page: page.id, unplaced: layers.map(({ layer }) => layer), image }
    },
    of: rows.of,
  }
}
