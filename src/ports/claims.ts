import type { Audience } from '../domain/audience.ts'
import type { Claim, Subject } from '../domain/claim.ts'
import type { Command, Listing, Slice } from './command.ts'

export type AddClaim = Command & { claim: Claim }

/** What a list of claims is narrowed to. */
export type ClaimFilter = {
  property?: string
  /** Without those that a revision has taken the place of. */
  standing?: boolean
  /** Those recorded until then, and of them those that stood then. */
  asOf?: string
}

/**
 * Claims, read. An audience is shown none that names a document which it may not see, and no citation of such a
 * document.
 */
export type ClaimReader = {
  find(audience: Audience, id: string): Promise<Claim | null>
  /** All that a claim revises and all that revise it, itself included, oldest first. */
  history(audience: Audience, id: string): Promise<Claim[]>
  /** The claims about a thing and those merged into it, oldest first. */
  list(audience: Audience, subject: Subject, filter: ClaimFilter, slice: Slice): Promise<Listing<Claim>>
  /**
   * The standing claims of a property about documents that an audience may see which name this document, or those that
   * stood at a time; newest first.
   */
  naming(
    audience: Audience,
    document: string,
    { property, asOf }: { property: string; asOf?: string },
    slice: Slice,
  ): Promise<Listing<Claim>>
  /** The claims of documents that an audience may see, and of other things, which rest on a source; newest first. */
  restingOn(audience: Audience, source: string, slice: Slice): Promise<Listing<Claim>>
}

export type ClaimWriter = {
  /**
   * Adds a claim and makes anew what is described by it. What it names must be there: else
   * ArchiveError('invalid-input') with the path. For a subject that is not there ArchiveError('not-found') or ('gone').
   * `expectedVersion` is the subject's.
   */
  add(command: AddClaim): Promise<Claim>
  /** Adds a claim that revises another; `expectedVersion` is that claim's. ArchiveError('conflict') if one does already. */
  revise(command: AddClaim): Promise<Claim>
}
