import type { Audience } from '../domain/audience.ts'
import type { AgentKind, Authority, AuthorityType } from '../domain/authority/authority.ts'
import type { Claim } from '../domain/claim.ts'
import type { Command, Listing, Slice } from './command.ts'

export type AddAuthority = Command & {
  id: string
  type: AuthorityType
  kind: AgentKind | null
  claims: readonly Claim[]
  /** Where in the input the value of each claim stands, for faults to name; null stands for `value`. */
  paths?: readonly (string | null)[]
}

export type ReviseAuthority = Command & {
  type: AuthorityType
  id: string
  kind?: AgentKind
  /** Made from the claims as the caller saw them, so an `expectedVersion` belongs with them. */
  claims: readonly Claim[]
  paths?: readonly (string | null)[]
}

/** Agents, places and happenings, read. */
export type AuthorityReader = {
  /** The thing, merged ones included, or null. */
  find(type: AuthorityType, id: string): Promise<Authority | null>
  /** All claims about it and those merged into it, revised ones included, oldest first. */
  claims(id: string): Promise<Claim[]>
  /** Those not merged into others, newest first; with `q` those that have a name with these letters somewhere in it. */
  list(type: AuthorityType, q: string | null, slice: Slice): Promise<Listing<Authority>>
  /**
   * The documents that an audience may see, newest first, of which a standing claim names the thing or what was merged
   * into it, or a mark does; and by which properties (`mark` for marks).
   */
  documents(
    audience: Audience,
    id: string,
    slice: Slice,
  ): Promise<Listing<{ document: string; properties: readonly string[] }>>
  /** By each of these folded names that somebody or something has, its other names, at most twenty. */
  otherNames(folded: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>
}

/** Agents, places and happenings, written; every document that shows a name is described anew by the same command. */
export type AuthorityWriter = {
  /** ArchiveError('invalid-input') where a claim names what is not there. */
  add(command: AddAuthority): Promise<Authority>
  /** Appends claims and makes the view anew. ArchiveError('conflict') for a thing that was merged into another. */
  revise(command: ReviseAuthority): Promise<Authority>
  /** Lets `into` stand in the place of `from`, of the same type and kind; `expectedVersion` is that of `seen`. */
  merge(
    command: Command & { type: AuthorityType; from: string; into: string; seen: string },
  ): Promise<Authority>
  /**
   * Lets a merged thing stand for itself again, with the claims about it; readings of the time between know the merge.
   * ArchiveError('conflict') where it is not merged.
   */
  unmerge(command: Command & { type: AuthorityType; id: string }): Promise<Authority>
}
