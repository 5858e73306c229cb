import { lesser, type Role } from '../domain/access.ts'
import { notFound } from '../domain/errors.ts'
import type {
  Holder,
  ListedSession,
  SessionReader,
  SessionWriter,
  StandingSession,
} from '../ports/sessions.ts'
import { asFarAs, rolesThereOf } from './collection-role-store.ts'
import { eventLog } from './event-log.ts'
import { groupsOf } from './group-store.ts'
import type { Connection } from './open-database.ts'
import { transactions } from './transact.ts'

type Row = {
  id: string
  kind: Holder['kind']
  holder: string
  proof: Buffer | null
  created_at: string
  seen_at: string
  /** The account behind it, its own or its token's. */
  account: string | null
  accountRole: Role | null
  tokenRole: Role | null
  groups: string
  there: string
}

const stands = 'session.ended_at is null and session.expires_at > :at'

// What was begun with a token of an account is that account's too.
const belongs = 'session.holder in (select :holder union select id from token where account = :holder)'

/** Sessions of browsers, read. */
export function sqliteSessionReader(db: Connection): SessionReader {
  const byDigest = db.prepare<{ digest: Uint8Array; at: string }, Row>(`
    select session.*, account.id as account, account.role as accountRole, token.role as tokenRole,
      ${groupsOf('account.id')} as groups, ${rolesThereOf('account.id')} as there
    from session
    left join token on session.kind = 'token' and token.id = session.holder
    left join account on account.id = iif(session.kind = 'account', session.holder, token.account)
    where session.digest = :digest and ${stands} and account.disabled_at is null
      and (session.kind <> 'account' or account.id is not null)
      and (session.kind <> 'token' or (token.id is not null and token.revoked_at is null
        and coalesce(token.expires_at > :at, true)))`)
  const of = db.prepare<{ holder: string; at: string }, ListedSession>(`
    select id, agent, created_at as createdAt, seen_at as seenAt from session
    where ${belongs} and ${stands} order by id desc`)
  return {
    async byDigest(digest, at) {
      const row = byDigest.get({ digest, at })
      return row ? toStanding(row) : null
    },
    async of(holder, at) {
      return of.all({ holder, at })
    },
  }
}

function toStanding(row: Row): StandingSession {
  const { id, kind, created_at: createdAt, seen_at: seenAt } = row
  const holder: Holder =
    kind === 'administrator'
      ? { kind, id: 'administrator', proof: row.proof ?? new Uint8Array() }
      : { kind, id: row.holder }
  const granted = [row.accountRole, row.tokenRole].filter((role) => role !== null)
  const role = kind === 'administrator' ? kind : granted.reduce(lesser, granted[0] ?? 'stranger')
  const groups = JSON.parse(row.groups)
  const there = asFarAs(row.tokenRole, JSON.parse(row.there))
  return { id, actor: row.account ?? holder.id, role, groups, there, holder, createdAt, seenAt }
}

/** Sessions of browsers, written. To begin and to end one is told as what happened to its holder. */
export function sqliteSessionWriter(db: Connection): SessionWriter {
  const transact = transactions(db)
  const record = eventLog(db)
  const insert = db.prepare(`
    insert into session (id, digest, kind, holder, proof, agent, created_at, seen_at, expires_at)
    values (:id, :digest, :kind, :holder, :proof, :agent, :at, :at, :expiresAt)`)
  const touch = db.prepare('update session set seen_at = :at, expires_at = :expiresAt where id = :id')
  const end = db.prepare(`update session set ended_at = :at where id = :id and ${belongs} and ${stands}`)
  const endOthers = db.prepare(
    `update session set ended_at = :at where ${belongs} and id is not :keep and ${stands}`,
  )
  return {
    async begin(command) {
      transact(command, () => {
        const { id, digest, holder, agent, expiresAt, at } = command
        const proof = holder.kind === 'administrator' ? holder.proof : null
        insert.run({ id, digest, kind: holder.kind, holder: holder.id, proof, agent, at, expiresAt })
        const subject = { type: holder.kind, id: holder.id }
        record({ ...command, verb: 'sign-in', subject, after: { session: id, agent } })
      })
    },
    async touch(use) {
      touch.run(use)
    },
    async end(command) {
      transact(command, () => {
        const { id, holder, at } = command
        if (end.run({ id, holder, at }).changes === 0) throw notFound('session')
        record({
          ...command,
          verb: 'sign-out',
          subject: { type: 'account', id: holder },
          after: { session: id },
        })
      })
    },
    async endOthers(command) {
      return transact(command, () => {
        const { holder, keep, at } = command
        const { changes } = endOthers.run({ holder, keep, at })
        const subject = { type: 'account', id: holder }
        record({ ...command, verb: 'end-sessions', subject, after: { keep, ended: changes } })
        return changes
      })
    },
  }
}
