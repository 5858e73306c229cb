import type { Reply } from '../api/ask.ts'

export type Claim = Reply<'listDocumentClaims'>['items'][number]

/** The claims about one property: those that people see, the others, and of each what it has taken the place of. */
export type PropertyClaims = {
  readonly property: string
  readonly shown: readonly Claim[]
  /** Asserted beside preferred ones, denied, deprecated. */
  readonly others: readonly Claim[]
  /** By the id of the standing claim, newest first. */
  readonly earlier: ReadonlyMap<string, readonly Claim[]>
}

/** The claims as they were known at a time (ISO 8601), or all. */
export const atTime = (claims: readonly Claim[], asOf: string | null): Claim[] => {
  const limit = asOf === null ? Number.NaN : Date.parse(asOf)
  return Number.isNaN(limit)
    ? [...claims]
    : claims.filter(({ recordedAt }) => Date.parse(recordedAt) <= limit)
}

/** Claims by property in the order of the vocabulary; what the vocabulary does not know comes last. */
export function byProperty(claims: readonly Claim[], order: readonly string[]): PropertyClaims[] {
  const known = new Map(claims.map((claim) => [claim.id, claim]))
  const revised = new Set(claims.map(({ revisionOf }) => revisionOf))
  const groups = Map.groupBy(
    claims.filter(({ id }) => !revised.has(id)),
    ({ property }) => property,
  )
  const rank = (property: string) => (order.includes(property) ? order.indexOf(property) : order.length)
  return [...groups]
    .sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b))
    .map(([property, standing]) => {
      const asserted = standing.filter(({ polarity }) => polarity === 'asserted')
      const preferred = asserted.filter(({ rank }) => rank === 'preferred')
      const shown = preferred.length > 0 ? preferred : asserted.filter(({ rank }) => rank === 'normal')
      const others = standing.filter((claim) => !shown.includes(claim))
      const earlier = new Map(standing.map((claim) => [claim.id, pathBack(claim, known)]))
      return { property, shown, others, earlier }
    })
}

/** What a claim has taken the place of, newest first; a ring of revisions ends. */
function pathBack(claim: Claim, known: ReadonlyMap<string, Claim>): Claim[] {
  const path = new Set<Claim>()
  for (let at = known.get(claim.revisionOf ?? ''); at && !path.has(at); at = known.get(at.revisionOf ?? ''))
    path.add(at)
  return [...path]
}
