import { readDated } from '../date/dated.ts'
import { type Range, union } from '../date/span.ts'
import { textOf } from './assertion.ts'
import type { DatingCase, DatingClaim } from './case.ts'
import { anyDay, isAnyDay, isInference, notAfter, notBefore } from './evidence.ts'

/** A claim about when the document was written or signed, and its days; no days where none can be read. */
export type DateClaim = {
  readonly claim: DatingClaim
  readonly edtf: string | null
  readonly calendar: string | undefined
  readonly days: readonly Range[]
  /** What it proves where others rest on it: nothing by a qualified part. */
  readonly binding: readonly Range[]
  readonly approximate: boolean
}

/** The document's own date claims that are to be judged, by id. Dates of receipt and the like are other dates. */
export function dateClaimsOf({ claims, document }: DatingCase): readonly DateClaim[] {
  return claims
    .filter(({ property, subject, value }) => {
      const event = textOf(value, 'event') ?? 'written'
      return property === 'date' && subject.id === document && (event === 'written' || event === 'signed')
    })
    .map(toDateClaim)
    .sort((a, b) => Number(a.claim.id > b.claim.id) - Number(a.claim.id < b.claim.id))
}

/** Those that say when it was: neither denied nor deprecated nor purported, and with days. */
export const saying = (claims: readonly DateClaim[]) =>
  claims.filter(
    ({ claim: { polarity, rank, nature }, days }) =>
      polarity === 'asserted' && rank !== 'deprecated' && nature !== 'purported' && days.length > 0,
  )

/** Those by which an archivist settled the date. */
export const settling = (claims: readonly DateClaim[]) =>
  saying(claims).filter(({ claim }) => claim.rank === 'preferred')

/** All days of some date claims; any day where there are none. */
export function statedDays(claims: readonly DateClaim[], which: 'days' | 'binding'): readonly Range[] {
  return claims.length === 0 ? anyDay : union(...claims.map((claim) => claim[which]))
}

/** Whether every one of the claims was inferred by somebody. */
export const areInferences = (claims: readonly DateClaim[]) => claims.every(({ claim }) => isInference(claim))

/** From the first to the last of the days, open where they are. */
export const hullOf = (days: readonly Range[]): readonly Range[] =>
  isAnyDay(days) || days.length === 0
    ? days
    : [{ from: notBefore(days)[0]?.from ?? null, to: notAfter(days)[0]?.to ?? null }]

function toDateClaim(claim: DatingClaim): DateClaim {
  const edtf = textOf(claim.value, 'edtf') ?? null
  const calendar = textOf(claim.value, 'calendar')
  const reading = edtf === null ? null : readDated({ edtf, calendar })
  if (!reading?.ok) return { claim, edtf, calendar, days: [], binding: anyDay, approximate: false }
  const { ranges, binding, approximate } = reading
  return { claim, edtf, calendar, days: ranges, binding, approximate }
}
