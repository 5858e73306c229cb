import { type Description, daysOf, describe } from '../domain/description.ts'
import type { Findable } from '../domain/findable.ts'
import { authorityRows } from './authority-rows.ts'
import { claimRows } from './claim-rows.ts'
import type { DocumentRow } from './document-rows.ts'
import { findableRows } from './findable-rows.ts'
import type { Connection } from './open-database.ts'

/** A description as it is stored, with what a search finds beside it. */
type View = Description & { findable: Findable }

/** Makes a document's description, and its readings in the index, anew from its claims. */
export function descriptionRows(db: Connection) {
  const claims = claimRows(db)
  const { known } = authorityRows(db)
  const findable = findableRows(db, known)
  const insert = db.prepare(`
    insert or replace into description
      (document, title, creator, type, language, collection, earliest_day, latest_day, view)
    values (:document, :title, :creator, :type, :language, :collection, :earliest, :latest, :view)`)
  const stored = db.prepare<[number], string>('select view from description where document = ?').pluck()

  function viewOf(document: DocumentRow): View {
    const own = claims.ofDocument(document.key)
    return { ...describe(own, known), findable: findable.of(document, own) }
  }

  function put(document: DocumentRow, view: View, at: string): void {
    const { title, creator, type, language, collection } = view
    const days = daysOf(view.date.edtf)
    insert.run({
      document: document.key,
      title,
      creator,
      type,
      language,
      collection,
      ...days,
      view: JSON.stringify(view),
    })
    findable.refresh(document, view, view.findable, at)
  }

  return {
    refresh(document: DocumentRow, at: string): Description {
      const view = viewOf(document)
      put(document, view, at)
      const { findable: _, ...description } = view
      return description
    },
    /** The same where the description has changed, and nothing where it has not. */
    refreshIfChanged(document: DocumentRow, at: string): void {
      const view = viewOf(document)
      if (stored.get(document.key) !== JSON.stringify(view)) put(document, view, at)
    },
  }
}
