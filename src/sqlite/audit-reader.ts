import { verify as verifySignature } from 'node:crypto'
import { isDamage } from '../domain/errors.ts'
import type { AuditReader } from '../ports/audit.ts'
import type { Finding } from '../ports/checks.ts'
import { type SealRow, toSeal } from './audit-writer.ts'
import { digestOfEvent, digestOfPayload } from './event-digest.ts'
import type { Connection } from './open-database.ts'
import { ledgers, nothing, type Reach, sealDigests } from './seal-ledgers.ts'

type EventRow = {
  seq: number
  id: string
  at: string
  actor: string
  verb: string
  subject_type: string
  subject: string
  payload_digest: Buffer
  previous: Buffer | null
  digest: Buffer
  /** The digest of the event before it about the same subject. */
  before: Buffer | null
  salt: Buffer | null
  payload: string | null
  isErased: 0 | 1
}

const perBatch = 500

/** What was recorded, checked against its digests, over a connection that only reads. */
export function sqliteAuditReader(db: Connection): AuditReader {
  const events = db.prepare<[number], EventRow>(`
    select e.*, p.salt, p.payload, x.event is not null as isErased,
      (select b.digest from event b where b.subject = e.subject and b.seq < e.seq order by b.seq desc limit 1) as before
    from event e left join event_payload p on p.event = e.seq left join event_erasure x on x.event = e.seq
    where e.seq > ? order by e.seq limit ${perBatch}`)
  const count = db.prepare<[], number>('select count(*) from event').pluck()
  const seals = db.prepare<[], SealRow>('select * from seal order by seq')
  const last = db.prepare<[], SealRow>('select * from seal order by seq desc limit 1')
  const withDigest = db.prepare<[Buffer], SealRow>('select * from seal where digest = ?')
  const publicKeyOf = db.prepare<[string], string>('select public_key from seal_signer where id = ?').pluck()
  const digestOf = sealDigests(db)
  const holes = ledgers.map(({ table, key }) => ({
    table,
    missing: db.prepare<[], number>(`select coalesce(max(${key}), 0) - count(*) from ${table}`).pluck(),
  }))

  async function* checkEvents(): AsyncGenerator<Finding> {
    for (let batch = events.all(0); batch.length > 0; batch = events.all(batch.at(-1)?.seq ?? 0)) {
      for (const event of batch) {
        const says = wrongOf(event)
        if (says) yield of(event, says)
      }
      // Others want the processor, too.
      await new Promise(setImmediate)
    }
  }

  async function* checkSeals(): AsyncGenerator<Finding> {
    let before: SealRow | null = null
    for (const seal of seals.iterate()) {
      const from: Reach = before ?? nothing
      if (!digestOf(before?.digest ?? null, seal.at, from, seal).equals(seal.digest))
        yield archive(
          `What was recorded between ${before?.at ?? 'the beginning'} and ${seal.at} has been changed since: seal ${seal.seq} does not match.`,
        )
      else if (!isSigned(seal)) yield archive(`The signature of seal ${seal.seq} (${seal.at}) is not right.`)
      before = seal
    }
  }

  function isSigned({ signer, signature, digest }: SealRow): boolean {
    // What was sealed and not signed is signed by the next start.
    if (signer === null || signature === null) return true
    const key = publicKeyOf.get(signer)
    return key !== undefined && verifySignature(null, digest, key, signature)
  }

  async function* checkAll(): AsyncGenerator<Finding> {
    for (const { table, missing } of holes) {
      const n = missing.get() ?? 0
      if (n !== 0) yield archive(`${n} row(s) of ${table} are gone, of which none is ever removed.`)
    }
    yield* checkEvents()
    yield* checkSeals()
  }

  return {
    async *verify() {
      try {
        yield* checkAll()
      } catch (error) {
        if (!isDamage(error)) throw error
        yield archive('Not all that was recorded could be compared: the database is damaged.')
      }
    },
    async last() {
      const row = last.get()
      return row ? toSeal(row) : null
    },
    async withDigest(digest) {
      const row = withDigest.get(Buffer.from(digest, 'hex'))
      return row ? toSeal(row) : null
    },
    async countEvents() {
      return count.get() ?? 0
    },
  }
}

const archive = (says: string): Finding => ({ document: null, says })

const of = ({ subject, subject_type, seq, at, verb }: EventRow, says: string): Finding => ({
  document: subject_type === 'document' ? subject : null,
  says: `Event ${seq} (${verb} of ${subject_type} ${subject}, ${at}): ${says}`,
})

function wrongOf(event: EventRow): string | null {
  const { payload_digest, previous, digest, before, salt, payload, isErased } = event
  if (!same(previous, before))
    return 'it does not follow the event before it about the same: one was put in or taken out.'
  const subject = { type: event.subject_type, id: event.subject }
  if (!digestOfEvent(previous, { ...event, subject }, payload_digest).equals(digest))
    return 'who did what and when has been changed.'
  if (salt === null || payload === null)
    return isErased ? null : 'what it tells is gone, and nobody has recorded that it was erased.'
  return digestOfPayload(salt, payload).equals(payload_digest) ? null : 'what it tells has been changed.'
}

const same = (a: Buffer | null, b: Buffer | null) => (a === null || b === null ? a === b : a.equals(b))
