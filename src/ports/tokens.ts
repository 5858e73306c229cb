import type { Role, RoleThere } from '../domain/access.ts'
import type { Command } from './command.ts'

/** What is known of a token; the token itself is shown once and kept only as a digest. */
export type StoredToken = {
  id: string
  name: string
  role: Role
  createdAt: string
  revokedAt: string | null
  /** From when on it stands no more; null for never. */
  expiresAt: string | null
  /** Whose it is: it may do no more than they may. Null where no person stands behind it. */
  account: string | null
}

export type TokenReader = {
  /** The token with this SHA-256 digest, if it and its account stand at that time; its role is what it may do now, its groups the account's, and so what it is in collections, as far as its own role goes. */
  byDigest(
    digest: Uint8Array,
    at: string,
  ): Promise<(StoredToken & { groups: readonly string[]; there: readonly RoleThere[] }) | null>
  /** All, or those of one account. */
  list(account?: string): Promise<StoredToken[]>
}

export type TokenWriter = {
  add(
    command: Command &
      Pick<StoredToken, 'id' | 'name' | 'role' | 'expiresAt' | 'account'> & { digest: Uint8Array },
  ): Promise<StoredToken>
  /** ArchiveError('not-found') where there is none that stands, or where it is not the account's, if one is told. */
  revoke(command: Command & { id: string; account?: string }): Promise<void>
}
