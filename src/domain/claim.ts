export const subjectTypes = ['document', 'witness', 'agent', 'place', 'happening'] as const
export const polarities = ['asserted', 'denied'] as const
export const ranks = ['preferred', 'normal', 'deprecated'] as const
export const certainties = ['high', 'medium', 'low', 'unknown'] as const
export const natures = ['stated', 'inferred', 'attributed', 'presumed', 'purported'] as const
export const stances = ['states', 'reports', 'supports', 'disputes'] as const
/** Why a claim is deprecated; several may hold. */
export const reasons = [
  'anachronism',
  'conflation',
  'misattributed-heading',
  'transcription-error',
  'error-in-source',
  'superseded',
  'unsupported',
  'forgery',
] as const

export type SubjectType = (typeof subjectTypes)[number]
export type Polarity = (typeof polarities)[number]
export type Rank = (typeof ranks)[number]
export type Certainty = (typeof certainties)[number]
export type Nature = (typeof natures)[number]
export type Stance = (typeof stances)[number]
export type Reason = (typeof reasons)[number]

/** What a claim is about. */
export type Subject = { type: SubjectType; id: string }
/** A value's fields; which there are is the property's affair (see `claim/vocabulary.ts`). */
export type ClaimValue = Readonly<Record<string, string | number | boolean | null>>
export type Citation = { source: string; locator: string | null; quote: string | null; stance: Stance }

/** One statement by someone about one thing, resting on sources. Never overwritten: a revision names what it revises. */
export type Claim = {
  id: string
  subject: Subject
  /** A name of the vocabulary. */
  property: string
  value: ClaimValue
  polarity: Polarity
  rank: Rank
  reasons: readonly Reason[]
  certainty: Certainty
  nature: Nature
  sources: readonly Citation[]
  note: string | null
  recordedBy: string
  recordedAt: string
  revisionOf: string | null
}

/** A claim as it is first said: asserted, normal, of unknown certainty, stated, without sources. */
export type ClaimDraft = Pick<Claim, 'subject' | 'property' | 'value'> & Partial<Omit<Claim, 'id'>>

/** Completes a draft. */
export function claimOf(id: string, draft: ClaimDraft, recordedBy: string, recordedAt: string): Claim {
  return {
    polarity: 'asserted',
    rank: 'normal',
    reasons: [],
    certainty: 'unknown',
    nature: 'stated',
    sources: [],
    note: null,
    revisionOf: null,
    ...draft,
    id,
    recordedBy,
    recordedAt,
  }
}

/** The claims that nothing has revised, in the order in which they were recorded. */
export function standing(claims: readonly Claim[]): Claim[] {
  const revised = new Set(claims.map((claim) => claim.revisionOf))
  return claims.filter((claim) => !revised.has(claim.id))
}

/** The claims that people see for a property: the preferred ones, else the normal ones; denied ones never. */
export function best(claims: readonly Claim[], property: string): Claim[] {
  const asserted = claims.filter(
    (claim) => claim.property === property && claim.polarity === 'asserted' && claim.rank !== 'deprecated',
  )
  const preferred = asserted.filter((claim) => claim.rank === 'preferred')
  return preferred.length > 0 ? preferred : asserted
}
