import { analyse, indexText } from '../domain/analysis/analyse.ts'
import type { Range } from '../domain/date/span.ts'
import { type Description, describe, readableDescription } from '../domain/description.ts'
import { dateOfDating, daysOfDating } from '../domain/shown-date.ts'
import { authorityRows } from './authority-rows.ts'
import { claimRows } from './claim-rows.ts'
import { classOf } from './dating-links.ts'
import type { Dated } from './datings.ts'
import type { DocumentRow } from './document-rows.ts'
import type { Connection } from './open-database.ts'
import { readings } from './readings.ts'

type Stored = { view: string; windows: string | null; stated: string | null; claimed: string | null }

/** Makes a document's description, and its reading in the index, anew from its claims and its dating. */
export function descriptionRows(db: Connection) {
  const claims = claimRows(db)
  const { known } = authorityRows(db)
  const rows = readings(db)
  const insert = db.prepare(`
    insert or replace into description
      (document, title, creator, type, language, collection, earliest_day, latest_day, view, windows, stated, claimed)
    values (:document, :title, :creator, :type, :language, :collection, :earliest, :latest, :view, :windows, :stated,
      :claimed)`)
  const stored = db.prepare<[number], Stored>(
    'select view, windows, stated, claimed from description where document = ?',
  )

  function put({ row }: Dated, description: Description, days: Columns, at: string): void {
    const { title, creator, type, language, collection } = description
    const view = JSON.stringify(description)
    insert.run({ document: row.key, title, creator, type, language, collection, view, ...days })
    index(row, description, at)
  }
  function index(row: DocumentRow, description: Description, at: string): void {
    rows.entombKind(row.key, 'description', at)
    // What was deleted is described still, and found no more.
    if (row.deleted_at) return
    rows.add({
      kind: 'description',
      document: row.key,
      language: description.language,
      audience: classOf(row),
      words: indexText(analyse(readableDescription(description), description.language)),
    })
  }
  const isStored = (key: number, view: string, { windows, stated, claimed }: Columns): boolean => {
    const row = stored.get(key)
    return row?.view === view && row.windows === windows && row.stated === stated && row.claimed === claimed
  }

  return {
    refresh(dated: Dated, at: string): void {
      put(dated, describe(claims.ofDocument(dated.row.key), known, dated.dating), columnsOf(dated), at)
    },
    /** The same where the description has changed, and nothing where it has not. */
    refreshIfChanged(dated: Dated, at: string): void {
      const description = describe(claims.ofDocument(dated.row.key), known, dated.dating)
      const columns = columnsOf(dated)
      if (!isStored(dated.row.key, JSON.stringify(description), columns)) put(dated, description, columns, at)
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
    /** Brings a description into the index again as it stands. */
    reindex(row: DocumentRow, at: string): void {
      const found = stored.get(row.key)
      if (found) index(row, JSON.parse(found.view), at)
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
