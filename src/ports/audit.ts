import type { Finding } from './checks.ts'
import type { Command } from './command.ts'

/** A digest over all that was recorded until then; `signer` names the key that signed it, null while none has. */
export type Seal = { seq: number; at: string; events: number; digest: string; signer: string | null }

export type AuditWriter = {
  /** Seals what was recorded since the last seal, at most some of it; null where there is nothing. `more` where some is left. */
  seal(command: { at: string }): Promise<{ seal: Seal; more: boolean } | null>
  /** The seals that nobody has signed yet. */
  unsigned(): Promise<Seal[]>
  sign(signed: {
    seq: number
    at: string
    signer: string
    publicKey: string
    signature: Uint8Array
  }): Promise<void>
  /** Erases what an event tells, and records that and why. ArchiveError('not-found') where it tells nothing (any more). */
  erase(command: Command & { event: string; reason: string }): Promise<void>
}

export type AuditReader = {
  /** The events, the seals and the rows that they cover: whatever was changed, added or removed behind the program's back. */
  verify(): AsyncIterable<Finding>
  /** The newest seal; null where there is none. */
  last(): Promise<Seal | null>
  /** The seal with this digest; null where there is none such. */
  withDigest(digest: string): Promise<Seal | null>
  /** How many events there are. */
  countEvents(): Promise<number>
}

/** Who signs seals: a key that the archive keeps beside its database. */
export type Signer = {
  id: string
  publicKey: string
  sign(digest: Uint8Array): Uint8Array
}
