import { lesser, type Role } from '../domain/access.ts'
import { notFound } from '../domain/errors.ts'
import type { StoredToken, TokenReader, TokenWriter } from '../ports/tokens.ts'
import { asFarAs, rolesThereOf } from './collection-role-store.ts'
import { eventLog } from './event-log.ts'
import { groupsOf } from './group-store.ts'
import type { Connection } from './open-database.ts'
import { transactions } from './transact.ts'

const columns = `select token.id, token.name, token.role, token.created_at as createdAt, token.revoked_at as revokedAt,
  token.expires_at as expiresAt, token.account`

/** Tokens, read. */
export function sqliteTokenReader(db: Connection): TokenReader {
  const byDigest = db.prepare<
    { digest: Uint8Array; at: string },
    StoredToken & { accountRole: Role | null; disabledAt: string | null; groups: string; there: string }
  >(`
    ${columns}, account.role as accountRole, account.disabled_at as disabledAt, ${groupsOf('token.account')} as groups,
      ${rolesThereOf('token.account')} as there
    from token left join account on account.id = token.account
    where token.digest = :digest and token.revoked_at is null and coalesce(token.expires_at > :at, true)`)
  const all = db.prepare<[], StoredToken>(`${columns} from token order by id`)
  const ofAccount = db.prepare<[string], StoredToken>(`${columns} from token where account = ? order by id`)
  return {
    async byDigest(digest, at) {
      const row = byDigest.get({ digest, at })
      if (!row || row.disabledAt !== null) return null
      const { accountRole, disabledAt, groups, there, ...token } = row
      return {
        ...token,
        groups: JSON.parse(groups),
        there: asFarAs(token.role, JSON.parse(there)),
        role: accountRole === null ? token.role : lesser(token.role, accountRole),
      }
    },
    async list(account) {
      return account === undefined ? all.all() : ofAccount.all(account)
    },
  }
}

/** Tokens, written. */
export function sqliteTokenWriter(db: Connection): TokenWriter {
  const transact = transactions(db)
  const record = eventLog(db)
  const insert = db.prepare(
    `insert into token (id, name, role, digest, expires_at, account, created_at)
    values (:id, :name, :role, :digest, :expiresAt, :account, :at)`,
  )
  const revoke = db.prepare(`
    update token set revoked_at = :at
    where id = :id and revoked_at is null and (:account is null or account = :account)`)
  return {
    async add(command) {
      return transact(command, () => {
        const { id, name, role, digest, expiresAt, account, at } = command
        insert.run({ id, name, role, digest, expiresAt, account, at })
        const after = { name, role, expiresAt, account }
        record({ ...command, verb: 'add-token', subject: { type: 'token', id }, after })
        return { id, name, role, createdAt: at, revokedAt: null, expiresAt, account }
      })
    },
    async revoke(command) {
      transact(command, () => {
        const { id, at, account = null } = command
        if (revoke.run({ id, at, account }).changes === 0) throw notFound('token')
        record({ ...command, verb: 'revoke-token', subject: { type: 'token', id } })
      })
    },
  }
}
