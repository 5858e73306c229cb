/** The properties that an upload's description is made of; the whole vocabulary is DOMAIN.md's. */
export const descriptiveProperties = [
  'title',
  'date',
  'author',
  'genre',
  'language',
  'identifier',
  'subject',
  'abstract',
  'rights',
  'shelfmark',
  'collection',
] as const

export type Property = (typeof descriptiveProperties)[number]

export type Polarity = 'asserted' | 'denied'
export type Rank = 'preferred' | 'normal' | 'deprecated'
export type Certainty = 'high' | 'medium' | 'low' | 'unknown'
export type Nature = 'stated' | 'inferred' | 'attributed' | 'presumed' | 'purported'
export type Stance = 'states' | 'reports' | 'supports' | 'disputes'
export type Reason =
  | 'anachronism'
  | 'conflation'
  | 'misattributed-heading'
  | 'transcription-error'
  | 'error-in-source'
  | 'superseded'
  | 'unsupported'
  | 'forgery'

export type ClaimValue = Readonly<Record<string, string | boolean | null>>
export type Citation = { source: string; locator: string | null; quote: string | null; stance: Stance }

/** One statement by someone about one thing, resting on sources. Never overwritten: a revision names what it revises. */
export type Claim = {
  id: string
  subject: { type: 'document' | 'witness'; id: string }
  property: Property
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
export function best(claims: readonly Claim[], property: Property): Claim[] {
  const asserted = claims.filter(
    (claim) => claim.property === property && claim.polarity === 'asserted' && claim.rank !== 'deprecated',
  )
  const preferred = asserted.filter((claim) => claim.rank === 'preferred')
  return preferred.length > 0 ? preferred : asserted
}
