import { analyse, indexText } from '../domain/analysis/analyse.ts'
import { audienceClass } from '../domain/audience.ts'
import type { Claim } from '../domain/claim.ts'
import type { Description, Known } from '../domain/description.ts'
import { astrayText, bearings, type Findable, findableOf, findableText } from '../domain/findable.ts'
import type { DocumentRow } from './document-rows.ts'
import type { Connection } from './open-database.ts'
import { readings } from './readings.ts'

/** The layer of a reading that holds what is wrongly said of a document. */
export const astrayLayer = 'astray'

/** Keeps true what a search finds of a document's description, and of what is wrongly said of it. */
export function findableRows(db: Connection, known: Known) {
  const rows = readings(db)
  const marks = db
    .prepare<[number], string>(`
      select m.reading from witness w join mark m on m.witness = w.key
      where w.document = ? and m.deleted_at is null and m.audience is null and m.reading is not null order by m.key`)
    .pluck()
  const forget = db.prepare('delete from bearing where document = ?')
  const bear = db.prepare('insert or ignore into bearing (folded, document) values (?, ?)')
  const folded = (text: string) => indexText(analyse(text, null))

  return {
    of: (document: DocumentRow, claims: readonly Claim[]): Findable =>
      findableOf(claims, marks.all(document.key), known),
    /** Makes the readings of a description anew. What was deleted is described still, and found no more. */
    refresh(document: DocumentRow, description: Description, findable: Findable, at: string): void {
      const { key, visibility, embargo_until, restricted_to } = document
      rows.entombKind(key, 'description', at)
      forget.run(key)
      if (document.deleted_at) return
      for (const text of bearings(description, findable)) bear.run(folded(text), key)
      const { language } = description
      const audience = audienceClass(visibility, embargo_until, restricted_to)
      const reading = { kind: 'description', document: key, language, audience } as const
      const words = indexText(analyse(findableText(description, findable), language))
      rows.add({ ...reading, words })
      const astray = astrayText(findable)
      if (astray === '') return
      rows.add({ ...reading, layer: astrayLayer, words: indexText(analyse(astray, language)) })
    },
  }
}
