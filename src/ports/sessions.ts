import type { Role, RoleThere } from '../domain/access.ts'
import type { Command } from './command.ts'

/** What a session stands for: an account, a token, or the token of the environment, by whose digest it was begun. */
export type Holder =
  | { kind: 'account' | 'token'; id: string }
  | { kind: 'administrator'; id: 'administrator'; proof: Uint8Array }

/** A session that stands, and who acts by it. */
export type StandingSession = {
  id: string
  actor: string
  role: Role
  /** The groups that they are in. */
  groups: readonly string[]
  /** What they are in collections. */
  there: readonly RoleThere[]
  holder: Holder
  createdAt: string
  seenAt: string
}

/** A session as its owner sees it. `agent` is what the browser called itself. */
export type ListedSession = { id: string; agent: string | null; createdAt: string; seenAt: string }

export type SessionReader = {
  /** The session with this SHA-256 digest, if it and what it was begun with stand at that time. */
  byDigest(digest: Uint8Array, at: string): Promise<StandingSession | null>
  /** Those of one account or token that stand, the newest first. */
  of(holder: string, at: string): Promise<ListedSession[]>
}

export type SessionWriter = {
  begin(
    command: Command & {
      id: string
      digest: Uint8Array
      holder: Holder
      agent: string | null
      expiresAt: string
    },
  ): Promise<void>
  /** Notes that it is in use, and ends it later. */
  touch(use: { id: string; at: string; expiresAt: string }): Promise<void>
  /** ArchiveError('not-found') where the holder has none such that stands. */
  end(command: Command & { id: string; holder: string }): Promise<void>
  /** Ends all of a holder but `keep`; returns how many. */
  endOthers(command: Command & { holder: string; keep: string | null }): Promise<number>
}
