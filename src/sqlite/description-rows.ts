import { analyse, indexText } from '../domain/analysis/analyse.ts'
import { audienceClass } from '../domain/audience.ts'
import { type Description, daysOf, describe, readableDescription } from '../domain/description.ts'
import { authorityRows } from './authority-rows.ts'
import { claimRows } from './claim-rows.ts'
import type { DocumentRow } from './document-rows.ts'
import type { Connection } from './open-database.ts'
import { readings } from './readings.ts'

/** Makes a document's description, and its reading in the index, anew from its claims. */
export function descriptionRows(db: Connection) {
  const claims = claimRows(db)
  const { known } = authorityRows(db)
  const rows = readings(db)
  const insert = db.prepare(`
    insert or replace into description
      (document, title, creator, type, language, collection, earliest_day, latest_day, view)
    values (:document, :title, :creator, :type, :language, :collection, :earliest, :latest, :view)`)
  const stored = db.prepare<[number], string>('select view from description where document = ?').pluck()

  function put(document: DocumentRow, description: Description, at: string): void {
    const { title, creator, type, language, collection } = description
    const days = daysOf(description.date.edtf)
    const view = JSON.stringify(description)
    insert.run({ document: document.key, title, creator, type, language, collection, ...days, view })
    rows.entombKind(document.key, 'description', at)
    // What was deleted is described still, and found no more.
    if (document.deleted_at) return
    rows.add({
      kind: 'description',
      document: document.key,
      language,
      audience: audienceClass(document.visibility, document.embargo_until),
      words: indexText(analyse(readableDescription(description), language)),
    })
  }

  return {
    refresh(document: DocumentRow, at: string): Description {
      const description = describe(claims.ofDocument(document.key), known)
      put(document, description, at)
      return description
    },
    /** The same where the description has changed, and nothing where it has not. */
    refreshIfChanged(document: DocumentRow, at: string): void {
      const description = describe(claims.ofDocument(document.key), known)
      if (stored.get(document.key) !== JSON.stringify(description)) put(document, description, at)
    },
  }
}
