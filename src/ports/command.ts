/**
 * What every write carries. It is one atomic command: its effect, its event and the answer kept for a repeated
 * request (`idempotency`) stand in the same transaction, or none of them does.
 */
export type Command = {
  /** Who does it: the id of a token, or of a program such as `ingest`. */
  actor: string
  /** When, RFC 3339 UTC. */
  at: string
  /** The version that the caller saw; another one in the archive is ArchiveError('precondition-failed'). */
  expectedVersion?: number | null
  /** The same key with another fingerprint is ArchiveError('idempotency-mismatch'); with the same, the first answer. */
  idempotency?: { key: string; fingerprint: string } | null
}

/** A page of a list and the cursor of the next one, null at the end. */
export type Listing<T> = { items: T[]; next: string | null }

/** What a list is asked for: at most `limit` items after `cursor`. */
export type Slice = { limit: number; cursor: string | null }
