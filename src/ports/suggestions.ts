import type { Claim } from '../domain/claim.ts'
import type { Suggestion, SuggestionState } from '../domain/resemblance/suggestion.ts'
import type { Command, Listing, Slice } from './command.ts'

/** Suggestions about documents that were not deleted, read; who may see them is the caller's affair. */
export type SuggestionReader = {
  find(id: string): Promise<Suggestion | null>
  /** Newest first; with `document` those about it, from whichever of the two it was found. */
  list(filter: { state?: SuggestionState; document?: string }, slice: Slice): Promise<Listing<Suggestion>>
}

/** ArchiveError('conflict') for a suggestion that was settled already. */
export type SuggestionWriter = {
  dismiss(command: Command & { id: string }): Promise<Suggestion>
  /** Records the claim, as `ClaimWriter.add` does, and nothing else. */
  accept(command: Command & { id: string; claim: Claim }): Promise<Suggestion>
}
