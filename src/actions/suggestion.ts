import type { Actor } from '../domain/access.ts'
import { claimOf } from '../domain/claim.ts'
import { notFound } from '../domain/errors.ts'
import type { acceptableAs, Suggestion, SuggestionState } from '../domain/resemblance/suggestion.ts'
import type { Command, Listing, Slice } from '../ports/command.ts'
import type { NewId } from '../ports/identity.ts'
import type { SuggestionReader, SuggestionWriter } from '../ports/suggestions.ts'
import { admit, type Seeing } from './see.ts'

export type SuggestionDeps = Seeing & {
  suggestions: SuggestionReader
  suggestionWriter: SuggestionWriter
  newId: NewId
}

/** What is made of a suggestion that is accepted. */
export type Acceptance = { property: (typeof acceptableAs)[number]; note?: string | null }

/** Suggestions, newest first; with a document those about it. They are for archivists, who see all documents. */
export async function listSuggestions(
  deps: SuggestionDeps,
  actor: Actor,
  filter: { state?: SuggestionState; document?: string },
  slice: Slice,
): Promise<Listing<Suggestion>> {
  if (filter.document !== undefined) await admit(deps, actor, filter.document)
  return deps.suggestions.list(filter, slice)
}

/** Settles a suggestion as one of which nothing is made. */
export const dismissSuggestion = (
  { suggestionWriter, clock }: SuggestionDeps,
  actor: Actor,
  id: string,
  idempotency: Command['idempotency'],
): Promise<Suggestion> => suggestionWriter.dismiss({ id, actor: actor.id, at: clock(), idempotency })

/** Records what an archivist makes of a suggestion, as their claim about the document whose text was read. */
export async function acceptSuggestion(
  { suggestions, suggestionWriter, clock, newId }: SuggestionDeps,
  actor: Actor,
  id: string,
  { property, note = null }: Acceptance,
  idempotency: Command['idempotency'],
): Promise<Suggestion> {
  const found = await suggestions.find(id)
  if (!found) throw notFound('suggestion')
  const at = clock()
  const draft = {
    subject: { type: 'document', id: found.document.id },
    property,
    value: { document: found.other.id },
    note,
  } as const
  const claim = claimOf(newId('c'), draft, actor.id, at)
  return suggestionWriter.accept({ id, actor: actor.id, at, claim, idempotency })
}
