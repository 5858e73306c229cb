import { describeAuthority, labelOf } from '../domain/authority/describe-authority.ts'
import { foldName } from '../domain/authority/name.ts'
import { ArchiveError, notFound } from '../domain/errors.ts'
import type { Command } from '../ports/command.ts'
import { refreshAffected } from './affected.ts'
import { type AuthorityRow, authorityRows } from './authority-rows.ts'
import type { Connection } from './open-database.ts'
import { refuseStale } from './transact.ts'

/** Agents, places and happenings about to be written, and made anew from their claims afterwards. */
export function authorityRefresh(db: Connection) {
  const authorities = authorityRows(db)
  const refreshDocuments = refreshAffected(db)
  const put = db.prepare(`
    update authority set label = :label, view = :view, version = version + 1, updated_at = :at where key = :key`)
  const forget = db.prepare('delete from authority_name where authority = ?')
  const name = db.prepare('insert or ignore into authority_name (authority, folded) values (?, ?)')

  return {
    /** The row of a thing that may be written; ArchiveError('not-found') or ('conflict') where it may not. */
    standing(
      type: AuthorityRow['type'],
      id: string,
      command: Pick<Command, 'expectedVersion'>,
    ): AuthorityRow {
      const row = authorities.row(id)
      if (row?.type !== type) throw notFound(type)
      if (row.survivor)
        throw new ArchiveError('conflict', `This ${type} was merged into ${row.survivor}: change that one.`)
      refuseStale(command, row.version)
      return row
    },
    /** Makes the view and the names anew, and whatever shows them. */
    refresh(row: Pick<AuthorityRow, 'key' | 'id' | 'type'>, at: string): void {
      const view = describeAuthority(row.type, authorities.claimsOf(row.id))
      put.run({ key: row.key, label: labelOf(view), view: JSON.stringify(view), at })
      forget.run(row.key)
      for (const { text } of view.names) name.run(row.key, foldName(text))
      refreshDocuments(row, at)
    },
  }
}
