import type { Range } from '../domain/date/span.ts'
import { type Description, describe } from '../domain/description.ts'
import type { Findable } from '../domain/findable.ts'
import { dateOfDating, daysOfDating } from '../domain/shown-date.ts'
import { authorityRows } from './authority-rows.ts'
import { claimRows } from './claim-rows.ts'
import type { Dated } from './datings.ts'
import type { DocumentRow } from './document-rows.ts'
import { findableRows } from './findable-rows.ts'
import type { Connection } from './open-database.ts'

/** A description as it is stored, with what a search finds beside it. */
type View = Description & { findable: Findable }
type Stored = { view: string; windows: string | null; stated: string | null; claimed: string | null }

/** Makes a document's description, and its readings in the index, anew from its claims and its dating. */
export function descriptionRows(db: Connection) {
  const claims = claimRows(db)
  const { known } = authorityRows(db)
  const findable = findableRows(db, known)
  const insert = db.prepare(`
    insert or replace into description
      (document, title, creator, type, language, collection, earliest_day, latest_day, view, windows, stated, claimed)
    values (:document, :title, :creator, :type, :language, :collection, :earliest, :latest, :view, :windows, :stated,
      :claimed)`)
  const stored = db.prepare<[number], Stored>(
    'select view, windows, stated, claimed from description where document = ?',
  )

  const keep = db.prepare('update description set view = ? where document = ?')

  function viewOf({ row, dating }: Dated): View {
    const own = claims.ofDocument(row.key)
    return { ...describe(own, known, dating), findable: findable.of(row, own) }
  }
  function put({ row }: Dated, view: View, days: Columns, at: string): void {
    const { title, creator, type, language, collection } = view
    const shown = { title, creator, type, language, collection, view: JSON.stringify(view) }
    insert.run({ document: row.key, ...shown, ...days })
    findable.refresh(row, view, view.findable, at)
  }
  const isStored = (key: number, view: string, { windows, stated, claimed }: Columns): boolean => {
    const row = stored.get(key)
    return row?.view === view && row.windows === windows && row.stated === stated && row.claimed === claimed
  }

  return {
    refresh(dated: Dated, at: string): void {
      put(dated, viewOf(dated), columnsOf(dated), at)
    },
    /** The same where the description has changed, and nothing where it has not. */
    refreshIfChanged(dated: Dated, at: string): void {
      const view = viewOf(dated)
      const columns = columnsOf(dated)
      if (!isStored(dated.row.key, JSON.stringify(view), columns)) put(dated, view, columns, at)
    },
    /** Whether the date of a document is another one than its description has. */
    hasNewDate(dated: Dated): boolean {
      const row = stored.get(dated.row.key)
      if (row === undefined) return true
      const { date }: Description = JSON.parse(row.view)
      const { windows } = columnsOf(dated)
      const about = aboutItself(dated)
      return (
        row.windows !== windows || JSON.stringify(date) !== JSON.stringify(dateOfDating(about, dated.dating))
      )
    },
    /** The date that a description has, to be compared with what it has later. */
    dateOf(key: number): string | null {
      const row = stored.get(key)
      return row ? JSON.stringify([JSON.parse(row.view).date, row.windows]) : null
    },
    /** Brings a description into the index again as it stands; one of before searches found more is completed. */
    reindex(row: DocumentRow, at: string): void {
      const found = stored.get(row.key)
      if (!found) return
      const known: Description & { findable?: Findable } = JSON.parse(found.view)
      const view = { ...known, findable: known.findable ?? findable.of(row, claims.ofDocument(row.key)) }
      if (!known.findable) keep.run(JSON.stringify(view), row.key)
      findable.refresh(row, view, view.findable, at)
    },
  }
}

type Columns = ReturnType<typeof columnsOf>

const aboutItself = ({ claims }: Dated) => claims.filter(({ subject }) => subject.type === 'document')

function columnsOf(dated: Dated) {
  const { windows, stated, claimed } = daysOfDating(aboutItself(dated), dated.dating)
  return {
    earliest: windows?.[0]?.from ?? null,
    latest: windows?.at(-1)?.to ?? null,
    windows: written(windows),
    stated: written(stated),
    claimed: written(claimed),
  }
}

const written = (days: readonly Range[] | null): string | null =>
  days && JSON.stringify(days.map(({ from, to }) => [from, to]))
