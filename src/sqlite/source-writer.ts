import { foldName } from '../domain/authority/name.ts'
import { ArchiveError, notFound } from '../domain/errors.ts'
import { wordsOfCsl } from '../domain/source/csl.ts'
import type { SourceWriter } from '../ports/sources.ts'
import { refreshAffected } from './affected.ts'
import { eventLog } from './event-log.ts'
import type { Connection } from './open-database.ts'
import { type SourceRow, sourceRows, toSource } from './source-rows.ts'
import { targetChecks } from './targets.ts'
import { refuseStale, transactions } from './transact.ts'

/** Sources, written. */
export function sqliteSourceWriter(db: Connection): SourceWriter {
  const transact = transactions(db)
  const sources = sourceRows(db)
  const check = targetChecks(db)
  const refresh = refreshAffected(db)
  const record = eventLog(db)
  const insert = db.prepare(`
    insert into source (id, csl, document, folded, created_by, created_at, updated_at)
    values (:id, :csl, (select key from document where id = :document), :folded, :actor, :at, :at)`)
  const update = db.prepare(`
    update source set csl = :csl, folded = :folded, version = version + 1, updated_at = :at where key = :key`)
  const reread = (id: string): SourceRow => {
    const row = sources.row(id)
    if (!row) throw notFound('source')
    return row
  }

  return {
    async add(command) {
      return transact(command, () => {
        const { id, actor, at, work } = command
        const document = 'document' in work ? work.document : null
        if (document !== null) check([{ type: 'document', id: document, path: 'document' }])
        const csl = 'csl' in work ? work.csl : null
        const folded = csl ? foldName(wordsOfCsl(csl)) : ''
        insert.run({ id, csl: csl && JSON.stringify(csl), document, folded, actor, at })
        record({ at, actor, verb: 'add', subject: { type: 'source', id }, after: csl ?? { document } })
        return toSource(reread(id))
      })
    },
    async revise(command) {
      return transact(command, () => {
        const { id, actor, at, csl } = command
        const row = reread(id)
        refuseStale(command, row.version)
        if (row.csl === null)
          throw new ArchiveError(
            'conflict',
            'This source is a document of the archive: change that document.',
          )
        update.run({ key: row.key, csl: JSON.stringify(csl), folded: foldName(wordsOfCsl(csl)), at })
        refresh({ type: 'source', id }, at)
        const subject = { type: 'source', id }
        record({ at, actor, verb: 'revise', subject, before: JSON.parse(row.csl), after: csl })
        return toSource(reread(id))
      })
    },
  }
}
