import { notFound } from '../domain/errors.ts'
import type { StoredToken, TokenReader, TokenWriter } from '../ports/tokens.ts'
import { eventLog } from './event-log.ts'
import type { Connection } from './open-database.ts'
import { transactions } from './transact.ts'

const columns = 'select id, name, role, created_at as createdAt, revoked_at as revokedAt from token'

/** Tokens, read. */
export function sqliteTokenReader(db: Connection): TokenReader {
  const byDigest = db.prepare<[Uint8Array], StoredToken>(`${columns} where digest = ? and revoked_at is null`)
  const all = db.prepare<[], StoredToken>(`${columns} order by id`)
  return {
    async byDigest(digest) {
      return byDigest.get(digest) ?? null
    },
    async list() {
      return all.all()
    },
  }
}

/** Tokens, written. */
export function sqliteTokenWriter(db: Connection): TokenWriter {
  const transact = transactions(db)
  const record = eventLog(db)
  const insert = db.prepare(
    'insert into token (id, name, role, digest, created_at) values (:id, :name, :role, :digest, :at)',
  )
  const revoke = db.prepare('update token set revoked_at = :at where id = :id and revoked_at is null')
  return {
    async add(command) {
      return transact(command, () => {
        const { id, name, role, digest, at } = command
        insert.run({ id, name, role, digest, at })
        record({ ...command, verb: 'add-token', subject: { type: 'token', id }, after: { name, role } })
        return { id, name, role, createdAt: at, revokedAt: null }
      })
    },
    async revoke(command) {
      transact(command, () => {
        if (revoke.run({ id: command.id, at: command.at }).changes === 0) throw notFound('token')
        record({ ...command, verb: 'revoke-token', subject: { type: 'token', id: command.id } })
      })
    },
  }
}
