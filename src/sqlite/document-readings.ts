import { analyse, indexText } from '../domain/analysis/analyse.ts'
import { allOf, audienceClass } from '../domain/audience.ts'
import { descriptionRows } from './description-rows.ts'
import type { DocumentRow } from './document-rows.ts'
import type { Connection } from './open-database.ts'
import { pageReadings } from './page-readings.ts'
import { readings } from './readings.ts'
import { readingText } from './search/reading-text.ts'

/** Brings a whole document back into the index: its description as it stands, its pages and annotations. */
export function documentReadings(db: Connection) {
  const rows = readings(db)
  const descriptions = descriptionRows(db)
  const pages = pageReadings(db)
  const textOf = readingText(db)
  const pagesOf = db
    .prepare<[number], number>(
      'select distinct wp.page from witness w join witness_page wp on wp.witness = w.key where w.document = ?',
    )
    .pluck()
  const unread = db.prepare<
    [number],
    { key: number; page: number | null; audience: string | null; circle: string | null }
  >(`
    select key, page, audience, circle from annotation a where document = ? and deleted_at is null and hidden_at is null and not exists
      (select 1 from reading where kind = 'annotation' and revision = a.key and entombed_at is null)`)

  return {
    refresh(document: DocumentRow, at: string): void {
      descriptions.reindex(document, at)
      for (const page of pagesOf.all(document.key)) pages.refresh(page, at)
      const audience = audienceClass(document.visibility, document.embargo_until, document.restricted_to)
      for (const { key, page, audience: own, circle } of unread.all(document.key)) {
        const reading = {
          kind: 'annotation',
          layer: null,
          document: document.key,
          page,
          revision: key,
          audience: allOf(audience, own, circle),
        } as const
        rows.add({ ...reading, words: indexText(analyse(textOf({ ...reading, masked: null }), null)) })
      }
    },
  }
}
