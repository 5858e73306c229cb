import { refreshAffected } from './affected.ts'
import type { Connection } from './open-database.ts'
import { pageReadings } from './page-readings.ts'
import { saidOnPages } from './said-on-pages.ts'

/** Makes true for all who may search, read and annotate what was just withheld of a page, or is no longer. */
export function pageCovering(db: Connection) {
  const readings = pageReadings(db)
  const said = saidOnPages(db)
  const refresh = refreshAffected(db)
  const withheldIn = db
    .prepare<[number], number>(`
      select distinct p.key from witness w join witness_page wp on wp.witness = w.key join page p on p.key = wp.page
      where w.document = ? and (p.visibility is not null or exists (select 1 from redaction r where r.page = p.key and r.undone_at is null))`)
    .pluck()

  function page(key: number, at: string): void {
    readings.refresh(key, at)
    for (const id of said.page(key, at)) refresh({ type: 'document', id }, at)
  }

  return {
    page,
    /** All pages of a document of which anything is withheld, once others may see the document. */
    document(document: number, at: string): void {
      for (const key of withheldIn.all(document)) page(key, at)
    },
  }
}
