import { notFound } from '../domain/errors.ts'
import type { AuditWriter, Seal } from '../ports/audit.ts'
import { eventLog } from './event-log.ts'
import type { Connection } from './open-database.ts'
import { ledgers, nothing, type Reach, sealDigests } from './seal-ledgers.ts'
import { transactions } from './transact.ts'

export type SealRow = Reach & {
  seq: number
  at: string
  digest: Buffer
  signer: string | null
  signature: Buffer | null
}

export const toSeal = ({ seq, at, events, digest, signer }: SealRow): Seal => ({
  seq,
  at,
  events,
  digest: digest.toString('hex'),
  signer,
})

/** Seals over what was recorded, and the erasing of what an event tells. */
export function sqliteAuditWriter(db: Connection): AuditWriter {
  const transact = transactions(db)
  const record = eventLog(db)
  const digestOf = sealDigests(db)
  const last = db.prepare<[], SealRow>('select * from seal order by seq desc limit 1')
  const ends = ledgers.map(({ name, key, table, most }) => ({
    name,
    most,
    end: db
      .prepare<[number, number], number | null>(
        `select max(${key}) from (select ${key} from ${table} where ${key} > ? order by ${key} limit ?)`,
      )
      .pluck(),
  }))
  const insert = db.prepare<Reach & { at: string; digest: Buffer }, SealRow>(`
    insert into seal (at, events, claims, revisions, files, digest)
    values (:at, :events, :claims, :revisions, :files, :digest) returning *`)
  const unsigned = db.prepare<[], SealRow>('select * from seal where signature is null order by seq')
  const sign = db.prepare('update seal set signer = :signer, signature = :signature where seq = :seq')
  const keepSigner = db.prepare(
    'insert into seal_signer (id, public_key, first_used_at) values (:signer, :publicKey, :at) on conflict do nothing',
  )
  const eventKey = db.prepare<[string], { seq: number; subject_type: string; subject: string }>(
    'select seq, subject_type, subject from event where id = ?',
  )
  const forget = db.prepare('delete from event_payload where event = ?')
  const erased = db.prepare(
    'insert into event_erasure (event, at, actor, reason) values (:event, :at, :actor, :reason)',
  )

  return {
    async seal({ at }) {
      return db
        .transaction(() => {
          const before = last.get()
          const from: Reach = before ?? nothing
          const to = { ...nothing }
          let more = false
          for (const { name, most, end } of ends) {
            to[name] = end.get(from[name], most) ?? from[name]
            more ||= to[name] - from[name] >= most
          }
          if (ends.every(({ name }) => to[name] === from[name])) return null
          const row = insert.get({ ...to, at, digest: digestOf(before?.digest ?? null, at, from, to) })
          return row ? { seal: toSeal(row), more } : null
        })
        .immediate()
    },
    async unsigned() {
      return unsigned.all().map(toSeal)
    },
    async sign({ seq, at, signer, publicKey, signature }) {
      db.transaction(() => {
        keepSigner.run({ signer, publicKey, at })
        sign.run({ seq, signer, signature })
      }).immediate()
    },
    async erase(command) {
      transact(command, () => {
        const { event, reason, at, actor } = command
        const found = eventKey.get(event)
        if (!found || forget.run(found.seq).changes === 0) throw notFound('event that tells something')
        erased.run({ event: found.seq, at, actor, reason })
        const subject = { type: found.subject_type, id: found.subject }
        record({ ...command, verb: 'erase-payload', subject, after: { event, reason } })
      })
    },
  }
}
