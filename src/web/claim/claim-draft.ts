import type { Reply } from '../api/ask.ts'
import { draftOfValue, type Property, type ValueDraft } from './value-draft.ts'

type Claim = Reply<'readClaim'>

/** A source under a claim, as it is typed. */
export type CitationDraft = {
  source: string
  locator: string
  quote: string
  stance: Claim['sources'][number]['stance']
}

/** A claim as it is typed, part by part. */
export type ClaimDraft = {
  value: ValueDraft
  polarity: string
  rank: string
  reasons: readonly string[]
  nature: string
  certainty: string
  sources: readonly CitationDraft[]
  note: string
}
export type ClaimPart = keyof ClaimDraft

export const noCitation: CitationDraft = { source: '', locator: '', quote: '', stance: 'states' }

/** A claim that nobody has said yet. */
export const newClaim = (property: Property): ClaimDraft => ({
  value: draftOfValue(property, null),
  polarity: 'asserted',
  rank: 'normal',
  reasons: [],
  nature: 'stated',
  certainty: 'unknown',
  sources: [],
  note: '',
})

/** A claim as it was said, to be said anew. */
export const draftOfClaim = (property: Property, claim: Omit<Claim, 'revisions'>): ClaimDraft => ({
  value: draftOfValue(property, claim.value),
  polarity: claim.polarity,
  rank: claim.rank,
  reasons: claim.reasons,
  nature: claim.nature,
  certainty: claim.certainty,
  sources: citationDrafts(claim.sources),
  note: claim.note ?? '',
})

/** The parts beside the value that were changed, for the API. Reasons only go with a deprecated claim. */
export function sayingOf(changed: Partial<ClaimDraft>, whole: ClaimDraft): Record<string, unknown> {
  const { value: _, sources, note, reasons, ...rest } = changed
  const isReasoned = reasons !== undefined || changed.rank !== undefined
  return {
    ...rest,
    ...(isReasoned && { reasons: whole.rank === 'deprecated' ? whole.reasons : [] }),
    ...(note !== undefined && { note: note.trim() || null }),
    ...(sources && { sources: citationsOf(sources) }),
  }
}

/** Citations for the API. */
export const citationsOf = (drafts: readonly CitationDraft[]) =>
  drafts.map(({ source, locator, quote, stance }) => ({
    source,
    stance,
    locator: locator.trim() || null,
    quote: quote.trim() || null,
  }))

/** Citations as they are typed. */
export const citationDrafts = (of: Claim['sources']): CitationDraft[] =>
  of.map(({ source, locator, quote, stance }) => ({
    source,
    locator: locator ?? '',
    quote: quote ?? '',
    stance,
  }))
