import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { digestOfEvent, digestOfPayload } from './event-digest.ts'
import type { Connection } from './open-database.ts'

/** What was done to a subject; `before` and `after` hold what a person needs to follow the change. */
export type Happened = {
  at: string
  actor: string
  verb: string
  subject: { type: string; id: string }
  /** The document whose history it belongs to; of an event about a document it need not be given. */
  document?: string | null
  before?: unknown
  after?: unknown
}

/**
 * Appends events, each chained to the one before it about the same subject by SHA-256. The chain covers only a salted
 * digest of the payload, so that the payload can be purged lawfully and the chain still be verified.
 */
export function eventLog(db: Connection): (happened: Happened) => void {
  const head = db.prepare<[string], { digest: Buffer }>(
    'select digest from event where subject = ? order by seq desc limit 1',
  )
  const append = db.prepare(`
    insert into event (id, at, actor, verb, subject_type, subject, document, payload_digest, previous, digest)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const keyOf = db.prepare<[string], number>('select key from document where id = ?').pluck()
  const keepPayload = db.prepare('insert into event_payload (event, salt, payload) values (?, ?, ?)')
  return ({ at, actor, verb, subject, document = null, before = null, after = null }) => {
    const id = `e${v7().replaceAll('-', '')}`
    const salt = randomBytes(16)
    const payload = JSON.stringify({ before, after })
    const payloadDigest = digestOfPayload(salt, payload)
    const previous = head.get(subject.id)?.digest ?? null
    const digest = digestOfEvent(previous, { id, at, actor, verb, subject }, payloadDigest)
    const { lastInsertRowid } = append.run(
      id,
      at,
      actor,
      verb,
      subject.type,
      subject.id,
      keyOf.get(document ?? subject.id) ?? null,
      payloadDigest,
      previous,
      digest,
    )
    keepPayload.run(lastInsertRowid, salt, payload)
  }
}
