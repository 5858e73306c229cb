import { isDisputed } from './claim/disputes.ts'
import { best, type Claim, standing } from './claim.ts'
import { boundsOf } from './date/bounds.ts'
import { readDated } from './date/dated.ts'
import { type Range, union } from './date/span.ts'
import { dateClaimsOf, saying, settling } from './dating/date-claims.ts'
import type { Dating } from './dating/dating.ts'

export type DateStatus = 'stated' | 'inferred' | 'disputed' | 'conflicting' | 'unknown'

/** A date as people see it: EDTF, and its widest bounds as days (null: open or unknown). */
export type DateView = {
  edtf: string | null
  earliest: string | null
  latest: string | null
  status: DateStatus
}

/** The days of a document's date for search, in order; null where there is nothing to say. */
export type DateDays = {
  /** Its date as people see it. */
  windows: readonly Range[] | null
  /** Its settled date claims alone. */
  stated: readonly Range[] | null
  /** All its date claims, refuted and deprecated ones, too. */
  claimed: readonly Range[] | null
}

const acts: readonly string[] = ['written', 'signed', 'issued']
const eventOf = ({ value }: Claim): string => String(value.event ?? 'written')

/** The best claims about when the document came to be: about its writing, else its signing, else its issue. */
export function shownDates(claims: readonly Claim[]): Claim[] {
  const making = claims.filter((claim) => claim.property === 'date' && acts.includes(eventOf(claim)))
  const shown = best(making, 'date')
  return acts.map((act) => shown.filter((claim) => eventOf(claim) === act)).find((of) => of.length > 0) ?? []
}

/** The date that claims give by themselves. */
export function dateOf(claims: readonly Claim[]): DateView {
  const dated = claims.find(({ value }) => typeof value.edtf === 'string')
  const read = dated === undefined ? null : readClaim(dated)
  if (!read?.ok) return { edtf: null, earliest: null, latest: null, status: 'unknown' }
  return { edtf: read.edtf, ...boundsOf(read.ranges), status: isDisputed(claims) ? 'disputed' : 'stated' }
}

/**
 * The date of a document by its dating: the settled claim, else what the evidence leaves, else its date claims; *disputed*
 * where the claims that it is made of differ. What was only issued at a known time goes by that.
 */
export function dateOfDating(claims: readonly Claim[], { date }: Pick<Dating, 'date'>): DateView {
  if (date.status === 'unknown') return dateOf(issues(claims))
  const made = claims.filter(({ id }) => date.claims.includes(id))
  const isOpen = (date.status === 'stated' || date.status === 'inferred') && isDisputed(made)
  return { edtf: date.edtf, ...boundsOf(date.days), status: isOpen ? 'disputed' : date.status }
}

/** The days for search of a document with these claims about it, and this dating. */
export function daysOfDating(
  claims: readonly Claim[],
  { document, date }: Pick<Dating, 'document' | 'date'>,
): DateDays {
  const judged = dateClaimsOf({ document, claims: standing(claims), witnesses: [], incoming: [] })
  const settled = settling(judged)
  const said = settled.length > 0 ? settled : saying(judged)
  const claimed = standing(claims).filter(
    (claim) => claim.property === 'date' && claim.polarity === 'asserted' && acts.includes(eventOf(claim)),
  )
  return {
    windows: told(date.status === 'unknown' ? rangesOf(issues(claims)) : date.days),
    stated: told(union(...said.map(({ days }) => days))),
    claimed: told(rangesOf(claimed)),
  }
}

const issues = (claims: readonly Claim[]): Claim[] =>
  shownDates(claims).filter((claim) => eventOf(claim) === 'issued')

const rangesOf = (claims: readonly Claim[]): readonly Range[] =>
  union(
    ...claims.map((claim) => {
      const read = readClaim(claim)
      return read.ok ? read.ranges : []
    }),
  )

const told = (days: readonly Range[]): readonly Range[] | null =>
  days.some(({ from, to }) => from !== null || to !== null) ? days : null

const readClaim = ({ value }: Claim) =>
  readDated({
    edtf: String(value.edtf ?? ''),
    calendar: typeof value.calendar === 'string' ? value.calendar : null,
  })
