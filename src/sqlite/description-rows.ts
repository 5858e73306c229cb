import { analyse, indexText } from '../domain/analysis/analyse.ts'
import { audienceClass } from '../domain/audience.ts'
import { type Description, daysOf, describe, readableDescription } from '../domain/description.ts'
import { claimRows } from './claim-rows.ts'
import type { DocumentRow } from './document-rows.ts'
import type { Connection } from './open-database.ts'
import { readings } from './readings.ts'

/** Makes a document's description, and its reading in the index, anew from its claims. */
export function descriptionRows(db: Connection) {
  const claims = claimRows(db)
  const rows = readings(db)
  const put = db.prepare(`
    insert or replace into description
      (document, title, creator, type, language, collection, earliest_day, latest_day, view)
    values (:document, :title, :creator, :type, :language, :collection, :earliest, :latest, :view)`)
  return {
    refresh(document: DocumentRow, at: string): Description {
      const description = describe(claims.ofDocument(document.key))
      const { title, creator, type, language, collection } = description
      const days = daysOf(description.date.edtf)
      put.run({
        document: document.key,
        title,
        creator,
        type,
        language,
        collection,
        ...days,
        view: JSON.stringify(description),
      })
      rows.entombKind(document.key, 'description', at)
      rows.add({
        kind: 'description',
        document: document.key,
        language,
        audience: audienceClass(document.visibility, document.embargo_until),
        words: indexText(analyse(readableDescription(description), language)),
      })
      return description
    },
  }
}
