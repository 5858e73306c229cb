import { type Claim, standing } from '../claim.ts'

/**
 * A set of claims as one text that anyone can make again: canonical JSON (RFC 8785 for what claims hold), the claims in
 * the order of their ids, the members of each in the order of their names.
 */
export function canonicalClaims(claims: readonly Claim[]): string {
  const inOrder = claims.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return JSON.stringify(inOrder, (_, value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

/** The claims that stood at a time, of all that were ever recorded. */
export const standingAt = (claims: readonly Claim[], at: string): Claim[] =>
  standing(claims.filter(({ recordedAt }) => recordedAt <= at))

/** What has changed from one set of standing claims to another: how many claims came or went, and of which properties. */
export function differenceOf(
  before: readonly Claim[],
  after: readonly Claim[],
): { claims: number; properties: string[] } {
  const [then, now] = [before, after].map((claims) => new Set(claims.map(({ id }) => id)))
  const added = after.filter(({ id }) => !then?.has(id))
  const revised = new Set(added.map(({ revisionOf }) => revisionOf))
  // A claim that another took the place of is one change, not two.
  const gone = before.filter(({ id }) => !now?.has(id) && !revised.has(id))
  const changed = [...added, ...gone]
  return {
    claims: changed.length,
    properties: [...new Set(changed.map(({ property }) => property))].toSorted(),
  }
}
