import type { Role } from '../domain/access.ts'
import type { Command } from './command.ts'

/** What is known of a token; the token itself is shown once and kept only as a digest. */
export type StoredToken = {
  id: string
  name: string
  role: Role
  createdAt: string
  revokedAt: string | null
}

export type TokenReader = {
  /** The standing token with this SHA-256 digest, or null. */
  byDigest(digest: Uint8Array): Promise<StoredToken | null>
  list(): Promise<StoredToken[]>
}

export type TokenWriter = {
  add(command: Command & { id: string; name: string; role: Role; digest: Uint8Array }): Promise<StoredToken>
  /** ArchiveError('not-found') where there is none that stands. */
  revoke(command: Command & { id: string }): Promise<void>
}
