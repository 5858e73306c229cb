import { targetsOfSources, targetsOfValue } from '../domain/claim/targets.ts'
import { ArchiveError, invalid, notFound } from '../domain/errors.ts'
import type { AddAuthority, AuthorityWriter } from '../ports/authorities.ts'
import { authorityRefresh } from './authority-refresh.ts'
import { type AuthorityRow, authorityRows } from './authority-rows.ts'
import { claimRows } from './claim-rows.ts'
import { eventLog } from './event-log.ts'
import type { Connection } from './open-database.ts'
import { targetChecks } from './targets.ts'
import { refuseStale, transactions } from './transact.ts'

/** Agents, places and happenings, written. */
export function sqliteAuthorityWriter(db: Connection): AuthorityWriter {
  const transact = transactions(db)
  const authorities = authorityRows(db)
  const claims = claimRows(db)
  const refreshing = authorityRefresh(db)
  const check = targetChecks(db)
  const record = eventLog(db)
  const insert = db.prepare(`
    insert into authority (id, type, kind, version, label, view, created_by, created_at, updated_at)
    values (:id, :type, :kind, 0, '', '{}', :actor, :at, :at)`)
  const setKind = db.prepare('update authority set kind = ? where key = ?')
  const mergeInto = db.prepare('update authority set merged_into = ?, merged_at = ? where key = ?')

  const noteUndone = db.prepare(`
    insert or ignore into undone_merge (authority, merged_into, merged_at, undone_at)
    select key, merged_into, merged_at, ? from authority where key = ?`)
  const takeOut = db.prepare('update authority set merged_into = null, merged_at = null where key = ?')

  function reread(id: string): AuthorityRow {
    const row = authorities.row(id)
    if (!row) throw notFound('thing')
    return row
  }
  function append({ claims: added, paths }: Pick<AddAuthority, 'claims' | 'paths'>): void {
    for (const [index, claim] of added.entries()) {
      const path = paths?.[index]
      const named = targetsOfValue(claim.value).map((target) => ({ ...target, path: path ?? target.path }))
      check([...named, ...targetsOfSources(claim.sources)])
      claims.add(null, claim)
    }
  }

  return {
    async add(command) {
      return transact(command, () => {
        const { id, type, kind, actor, at } = command
        insert.run({ id, type, kind, actor, at })
        append(command)
        refreshing.refresh(reread(id), at)
        const added = authorities.toAuthority(reread(id))
        record({ at, actor, verb: 'add', subject: { type, id }, after: { kind, view: added.view } })
        return added
      })
    },
    async revise(command) {
      return transact(command, () => {
        const { id, type, at } = command
        const row = refreshing.standing(type, id, command)
        append(command)
        if (command.kind !== undefined) setKind.run(command.kind, row.key)
        refreshing.refresh(row, at)
        const before = authorities.toAuthority(row)
        const after = authorities.toAuthority(reread(id))
        record({
          ...command,
          verb: 'revise',
          subject: { type, id },
          before: { kind: before.kind, view: before.view },
          after: { kind: after.kind, view: after.view },
        })
        return after
      })
    },
    async merge(command) {
      return transact(command, () => {
        const { type, at, actor } = command
        const from = refreshing.standing(type, command.from, {})
        const into = authorities.row(authorities.survivorOf(command.into))
        if (into?.type !== type) throw invalid('into', `there is no such ${type} in this archive.`)
        if (into.key === from.key) throw invalid('into', `is the same ${type}: name another one.`)
        if (into.kind !== from.kind) throw invalid('into', `is a ${into.kind}, this is a ${from.kind}.`)
        refuseStale(command, command.seen === from.id ? from.version : into.version)
        mergeInto.run(into.key, at, from.key)
        refreshing.refresh(into, at)
        const after = { from: from.id, into: into.id }
        record({ at, actor, verb: 'merge', subject: { type, id: from.id }, after })
        record({ at, actor, verb: 'merge', subject: { type, id: into.id }, after })
        return authorities.toAuthority(reread(into.id))
      })
    },
    async unmerge(command) {
      return transact(command, () => {
        const { type, id, at, actor } = command
        const row = authorities.row(id)
        if (row?.type !== type) throw notFound(type)
        if (!row.survivor) throw new ArchiveError('conflict', `This ${type} is not merged into another.`)
        refuseStale(command, row.version)
        const into = authorities.survivorOf(id)
        const from = row.survivor
        noteUndone.run(at, row.key)
        takeOut.run(row.key)
        refreshing.refresh(reread(into), at)
        refreshing.refresh(row, at)
        record({ at, actor, verb: 'unmerge', subject: { type, id }, before: { from: id, into: from } })
        record({ at, actor, verb: 'unmerge', subject: { type, id: from }, before: { from: id, into: from } })
        return authorities.toAuthority(reread(id))
      })
    },
  }
}
