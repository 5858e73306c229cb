import type { Account, GrantedRole, Identity } from '../domain/people/account.ts'
import type { EntryLink } from '../domain/people/entry-link.ts'
import type { Command, Listing, Slice } from './command.ts'

export type AccountReader = {
  find(id: string): Promise<Account | null>
  /** With what is kept of the password: argon2id as a PHC string. */
  byLogin(login: string): Promise<(Account & { password: string | null }) | null>
  byIdentity(identity: Identity): Promise<Account | null>
  list(slice: Slice): Promise<Listing<Account>>
  /** How an account or token is called; null where there is none. */
  nameOf(id: string): Promise<string | null>
  /** The link with this SHA-256 digest, if it stands at that time. */
  linkOf(digest: Uint8Array, at: string): Promise<EntryLink | null>
  /** Whether there is any account, or ever was a link that leads to one. */
  isBegun(): Promise<boolean>
  /** The links that stand. */
  links(at: string): Promise<EntryLink[]>
}

export type AccountWriter = {
  /**
   * Makes an account, using up the link (ArchiveError('not-found') where it stands no more). ArchiveError('conflict')
   * where the login or identity is another's.
   */
  add(
    command: Command & {
      id: string
      login: string
      name: string
      role: GrantedRole
      password: string | null
      identity: Identity | null
      link: string | null
    },
  ): Promise<Account>
  /** Ends the sessions of whoever is disabled. ArchiveError('conflict') where no administrator would be left. */
  revise(
    command: Command & { id: string; name?: string; role?: GrantedRole; disabled?: boolean },
  ): Promise<Account>
  /** Lets an account sign in elsewhere, too. ArchiveError('conflict') where that is another's. */
  setIdentity(command: Command & { id: string; identity: Identity }): Promise<Account>
  /** Ends all sessions but `keep`. With a link, uses it up; ArchiveError('not-found') where it stands no more. */
  setPassword(
    command: Command & { id: string; password: string; link: string | null; keep: string | null },
  ): Promise<Account>
  /** A newer set-up link, or one for the same password, takes the place of the ones before. */
  addLink(command: Command & { link: EntryLink; digest: Uint8Array }): Promise<EntryLink>
  /** ArchiveError('not-found') where it stands no more. */
  withdrawLink(command: Command & { id: string }): Promise<void>
  /** Notes that somebody was refused who gave this account's login. */
  noteRefusal(command: Command & { id: string; address: string | null }): Promise<void>
}
