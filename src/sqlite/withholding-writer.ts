import { invalid, notFound } from '../domain/errors.ts'
import type { PageClass } from '../domain/text.ts'
import type { Command } from '../ports/command.ts'
import type { WithholdingWriter } from '../ports/withholding.ts'
import { eventLog } from './event-log.ts'
import type { Connection } from './open-database.ts'
import { pageCovering } from './page-covering.ts'
import { type PageClassRow, type RedactionRow, toRedaction } from './redaction-rows.ts'
import { transactions } from './transact.ts'
import { withholdingRows } from './withholding-rows.ts'

type PageRow = PageClassRow & { key: number; id: string }

/** What is withheld, written: with what is found, and seen of annotations and marks, in the same transaction. */
export function sqliteWithholdingWriter(db: Connection): WithholdingWriter {
  const transact = transactions(db)
  const rows = withholdingRows(db)
  const covering = pageCovering(db)
  const record = eventLog(db)
  const pageNamed = db.prepare<[string], PageRow>('select * from page where id = ?')
  const pageOf = db.prepare<[number], PageRow>('select * from page where key = ?')
  const bearing = db
    .prepare<[number], string>(`
      select distinct d.id from witness_page wp join witness w on w.key = wp.witness
      join document d on d.key = w.document where wp.page = ?`)
    .pluck()
  const groupNamed = db.prepare<[string], number>('select 1 from person_group where id = ?').pluck()
  const setClass = db.prepare(`
    update page set visibility = :visibility, embargo_until = :embargoUntil, restricted_to = :group where key = :key`)
  const insert = db.prepare(`
    insert into redaction (id, page, regions, frame, quotes, because, tells, until, made_by, made_at)
    values (:id, :page, :regions, :frame, :quotes, :because, :tells, :until, :actor, :at)`)
  const byId = db.prepare<[string], RedactionRow>('select * from redaction where id = ?')
  const undo = db.prepare('update redaction set undone_by = :actor, undone_at = :at where id = :id')

  function standing(id: string): PageRow {
    const page = pageNamed.get(id)
    if (!page) throw notFound('page')
    return page
  }
  function tell(
    { actor, at }: Command,
    verb: string,
    page: PageRow,
    before: object | null,
    after: object | null,
  ) {
    for (const id of bearing.all(page.key))
      record({ at, actor, verb, subject: { type: 'document', id }, before, after })
  }

  return {
    async classify(command) {
      transact(command, () => {
        const page = standing(command.page)
        const { own } = command
        if (own && own.group !== null && groupNamed.get(own.group) === undefined)
          throw invalid('group', 'is not a group of this archive.')
        setClass.run({ key: page.key, ...(own ?? none) })
        covering.page(page.key, command.at)
        const { visibility, embargo_until, restricted_to } = page
        const was = visibility && { visibility, embargoUntil: embargo_until, group: restricted_to }
        tell(command, 'classify-page', page, { page: page.id, own: was }, { page: page.id, own })
      })
    },
    async redact(command) {
      return transact(command, () => {
        const page = standing(command.page)
        const { id, actor, at, regions, frame, quotes, because, tells, until } = command
        insert.run({
          ...{ id, page: page.key, actor, at, because, until },
          regions: JSON.stringify(regions),
          frame: frame && JSON.stringify(frame),
          quotes: JSON.stringify(quotes),
          tells: tells ? 1 : 0,
        })
        covering.page(page.key, at)
        const redaction = { id, regions, frame, quotes, because, tells, until, by: actor, at }
        tell(command, 'redact', page, null, { page: page.id, redaction })
        return rows.redacted(page, redaction)
      })
    },
    async undo(command) {
      transact(command, () => {
        const { id, actor, at } = command
        const row = byId.get(id)
        const page = row && pageOf.get(row.page)
        if (!row || !page || row.undone_at !== null) throw notFound('redaction')
        undo.run({ id, actor, at })
        covering.page(page.key, at)
        tell(command, 'undo-redaction', page, { page: page.id, redaction: toRedaction(row) }, null)
      })
    },
  }
}

const none: Record<keyof PageClass, null> = { visibility: null, embargoUntil: null, group: null }
