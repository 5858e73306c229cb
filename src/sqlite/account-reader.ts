import type { Account, GrantedRole } from '../domain/people/account.ts'
import type { EntryLink } from '../domain/people/entry-link.ts'
import type { AccountReader } from '../ports/accounts.ts'
import type { Connection } from './open-database.ts'

export type AccountRow = {
  id: string
  login: string
  name: string
  role: GrantedRole
  password: string | null
  issuer: string | null
  subject: string | null
  disabled_at: string | null
  version: number
  created_at: string
  updated_at: string
}

export const toAccount = (row: AccountRow): Account => ({
  id: row.id,
  login: row.login,
  name: row.name,
  role: row.role,
  hasPassword: row.password !== null,
  identity: row.issuer === null || row.subject === null ? null : { issuer: row.issuer, subject: row.subject },
  disabledAt: row.disabled_at,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  version: row.version,
})

const linkColumns = `id, purpose, account, login, name, role, made_by as madeBy, created_at as createdAt,
  expires_at as expiresAt`
export const linkStands = 'used_at is null and withdrawn_at is null and expires_at > :at'

/** Accounts and the links that lead to them, read. */
export function sqliteAccountReader(db: Connection): AccountReader {
  const byId = db.prepare<[string], AccountRow>('select * from account where id = ?')
  const byLogin = db.prepare<[string], AccountRow>('select * from account where login = ?')
  const byIdentity = db.prepare<[string, string], AccountRow>(
    'select * from account where issuer = ? and subject = ?',
  )
  const page = db.prepare<[string, number], AccountRow>(
    'select * from account where id > ? order by id limit ?',
  )
  const nameOf = db
    .prepare<{ id: string }, string>(
      'select name from account where id = :id union all select name from token where id = :id',
    )
    .pluck()
  const linkOf = db.prepare<{ digest: Uint8Array; at: string }, EntryLink>(
    `select ${linkColumns} from entry_link where digest = :digest and ${linkStands}`,
  )
  const links = db.prepare<{ at: string }, EntryLink>(
    `select ${linkColumns} from entry_link where ${linkStands} order by id desc`,
  )
  const isBegun = db
    .prepare<[], number>('select exists (select 1 from account) or exists (select 1 from entry_link)')
    .pluck()
  const account = (row: AccountRow | undefined) => (row ? toAccount(row) : null)
  return {
    async find(id) {
      return account(byId.get(id))
    },
    async byLogin(login) {
      const row = byLogin.get(login)
      return row ? { ...toAccount(row), password: row.password } : null
    },
    async byIdentity({ issuer, subject }) {
      return account(byIdentity.get(issuer, subject))
    },
    async list({ limit, cursor }) {
      const rows = page.all(cursor ?? '', limit + 1)
      const items = rows.slice(0, limit).map(toAccount)
      return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
    },
    async nameOf(id) {
      return nameOf.get({ id }) ?? null
    },
    async linkOf(digest, at) {
      return linkOf.get({ digest, at }) ?? null
    },
    async isBegun() {
      return isBegun.get() === 1
    },
    async links(at) {
      return links.all({ at })
    },
  }
}
