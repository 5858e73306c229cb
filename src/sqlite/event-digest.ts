import { createHash } from 'node:crypto'

/** What of an event its digest covers, beside the payload's. */
export type Digested = {
  id: string
  at: string
  actor: string
  verb: string
  subject: { type: string; id: string }
}

/** The digest of what an event tells: SHA-256 over its salt and its JSON. */
export const digestOfPayload = (salt: Uint8Array, payload: string): Buffer =>
  createHash('sha256').update(salt).update(payload).digest()

/** The digest of an event, chained to the one before it about the same subject. */
export const digestOfEvent = (
  previous: Uint8Array | null,
  { id, at, actor, verb, subject }: Digested,
  payloadDigest: Uint8Array,
): Buffer =>
  createHash('sha256')
    .update(previous ?? '')
    .update(JSON.stringify([id, at, actor, verb, subject.type, subject.id]))
    .update(payloadDigest)
    .digest()
