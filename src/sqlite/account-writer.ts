import { ArchiveError, notFound } from '../domain/errors.ts'
import type { Identity } from '../domain/people/account.ts'
import type { AccountWriter } from '../ports/accounts.ts'
import { type AccountRow, linkStands, toAccount } from './account-reader.ts'
import { eventLog } from './event-log.ts'
import type { Connection } from './open-database.ts'
import { refuseStale, transactions } from './transact.ts'

/** Accounts and the links that lead to them, written. What is told of passwords is that they were chosen. */
export function sqliteAccountWriter(db: Connection): AccountWriter {
  const transact = transactions(db)
  const record = eventLog(db)
  const find = db.prepare<[string], AccountRow>('select * from account where id = ?')
  const taken = db
    .prepare<{ login: string; issuer: string | null; subject: string | null }, string>(
      'select login from account where login = :login or (issuer = :issuer and subject = :subject)',
    )
    .pluck()
  const insert = db.prepare(`
    insert into account (id, login, name, role, password, issuer, subject, created_at, updated_at)
    values (:id, :login, :name, :role, :password, :issuer, :subject, :at, :at)`)
  const update = db.prepare(`
    update account set name = :name, role = :role, disabled_at = :disabled, updated_at = :at, version = version + 1
    where id = :id`)
  const otherAdministrators = db
    .prepare<[string], number>(
      "select count(*) from account where role = 'administrator' and disabled_at is null and id <> ?",
    )
    .pluck()
  const setPassword = db.prepare(
    'update account set password = :password, updated_at = :at, version = version + 1 where id = :id',
  )
  const whose = db
    .prepare<Identity, string>('select id from account where issuer = :issuer and subject = :subject')
    .pluck()
  const setIdentity = db.prepare(`
    update account set issuer = :issuer, subject = :subject, updated_at = :at, version = version + 1 where id = :id`)
  const useLink = db.prepare<{ id: string; at: string }>(
    `update entry_link set used_at = :at where id = :id and ${linkStands}`,
  )
  const endSessions = db.prepare(
    'update session set ended_at = :at where holder = :id and ended_at is null and id is not :keep',
  )
  const supersede = db.prepare(`
    update entry_link set withdrawn_at = :at
    where purpose = :purpose and purpose <> 'invitation' and account is :account and ${linkStands}`)
  const insertLink = db.prepare(`
    insert into entry_link (id, digest, purpose, account, login, name, role, made_by, created_at, expires_at)
    values (:id, :digest, :purpose, :account, :login, :name, :role, :madeBy, :createdAt, :expiresAt)`)
  const withdraw = db.prepare(`update entry_link set withdrawn_at = :at where id = :id and ${linkStands}`)

  const rowOf = (id: string): AccountRow => {
    const row = find.get(id)
    if (row) return row
    throw notFound('account')
  }
  const use = (link: string | null, at: string) => {
    if (link !== null && useLink.run({ id: link, at }).changes === 0)
      throw new ArchiveError('not-found', 'This link was used already, or its time is over: ask for another.')
  }
  const subject = (id: string) => ({ type: 'account', id })

  return {
    async add(command) {
      return transact(command, () => {
        const { id, login, name, role, password, identity, link, at } = command
        use(link, at)
        const { issuer, subject: sub } = identity ?? { issuer: null, subject: null }
        if (taken.get({ login, issuer, subject: sub }) !== undefined)
          throw new ArchiveError('conflict', `Somebody signs in as "${login}" already: choose another name.`)
        insert.run({ id, login, name, role, password, issuer, subject: sub, at })
        record({
          ...command,
          verb: 'add-account',
          subject: subject(id),
          after: { login, name, role, issuer },
        })
        return toAccount(rowOf(id))
      })
    },
    async revise(command) {
      return transact(command, () => {
        const before = rowOf(command.id)
        refuseStale(command, before.version)
        const { at, id, name = before.name, role = before.role } = command
        const disabled =
          command.disabled === undefined
            ? before.disabled_at
            : command.disabled
              ? (before.disabled_at ?? at)
              : null
        const wasAdministrator = before.role === 'administrator' && before.disabled_at === null
        const staysAdministrator = role === 'administrator' && disabled === null
        if (wasAdministrator && !staysAdministrator && otherAdministrators.get(id) === 0)
          throw new ArchiveError('conflict', 'This is the last administrator: make somebody else one before.')
        update.run({ id, name, role, disabled, at })
        if (disabled !== null) endSessions.run({ id, at, keep: null })
        record({
          ...command,
          verb: 'revise-account',
          subject: subject(id),
          before: { name: before.name, role: before.role, disabled: before.disabled_at !== null },
          after: { name, role, disabled: disabled !== null },
        })
        return toAccount(rowOf(id))
      })
    },
    async setIdentity(command) {
      return transact(command, () => {
        const { id, identity, at } = command
        const before = rowOf(id)
        const other = whose.get(identity)
        if (other !== undefined && other !== id)
          throw new ArchiveError('conflict', 'Another account signs in as this already.')
        setIdentity.run({ id, ...identity, at })
        const was = { issuer: before.issuer, subject: before.subject }
        record({ ...command, verb: 'set-identity', subject: subject(id), before: was, after: identity })
        return toAccount(rowOf(id))
      })
    },
    async setPassword(command) {
      return transact(command, () => {
        const { id, password, link, keep, at } = command
        use(link, at)
        rowOf(id)
        setPassword.run({ id, password, at })
        endSessions.run({ id, at, keep })
        record({ ...command, verb: 'set-password', subject: subject(id), after: { byLink: link !== null } })
        return toAccount(rowOf(id))
      })
    },
    async addLink(command) {
      return transact(command, () => {
        const { link, digest, at } = command
        supersede.run({ at, purpose: link.purpose, account: link.account })
        insertLink.run({ ...link, digest })
        const { purpose, account, login, role, expiresAt } = link
        record({
          ...command,
          verb: 'add-link',
          subject: { type: 'entry-link', id: link.id },
          after: { purpose, account, login, role, expiresAt },
        })
        return link
      })
    },
    async withdrawLink(command) {
      transact(command, () => {
        if (withdraw.run({ id: command.id, at: command.at }).changes === 0) throw notFound('invitation')
        record({ ...command, verb: 'withdraw-link', subject: { type: 'entry-link', id: command.id } })
      })
    },
    async noteRefusal(command) {
      transact(command, () => {
        record({
          ...command,
          verb: 'refuse-sign-in',
          subject: subject(command.id),
          after: { address: command.address },
        })
      })
    },
  }
}
