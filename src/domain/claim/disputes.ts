import { best, type Claim, type ClaimValue, standing } from '../claim.ts'
import { findProperty, type Property } from './vocabulary.ts'

/** Gives the thing in whose place another stands now, such as the survivor of a merge. */
export type Resolve = (id: string) => string

/**
 * The properties on which claims disagree: single-valued ones of which the best claims say different things, and any of
 * which a best value is denied, unless it is preferred and the denial is not. Two signatories are no dispute. Relations
 * are left out: that they compete would tell of documents which not everybody may see.
 */
export function disputesOf(claims: readonly Claim[], resolve: Resolve = (id) => id): string[] {
  const current = standing(claims)
  const described = current.filter(({ subject, property }) => {
    const known = findProperty(subject.type, property)
    return known !== undefined && known.value !== 'relation'
  })
  const names = new Set(described.map(({ property }) => property))
  return [...names]
    .filter((name) => isDisputed(best(current, name), resolve) || isDenied(current, name, resolve))
    .toSorted()
}

function isDenied(claims: readonly Claim[], name: string, resolve: Resolve): boolean {
  const denials = claims.filter(
    ({ property, polarity, rank }) => property === name && polarity === 'denied' && rank !== 'deprecated',
  )
  return best(claims, name).some(({ rank, subject, value }) =>
    denials.some(
      (denial) =>
        denial.subject.id === subject.id &&
        essenceOf(denial.value, resolve) === essenceOf(value, resolve) &&
        (rank !== 'preferred' || denial.rank === 'preferred'),
    ),
  )
}

/** Whether claims, all best of one property, say different things of what can have one value only. */
export function isDisputed(claims: readonly Claim[], resolve: Resolve = (id) => id): boolean {
  const said = new Map<string, string>()
  return claims.some(({ subject, property: name, value }) => {
    const property = findProperty(subject.type, name)
    if (property?.cardinality !== 'single' || value.unknown) return false
    const of = `${subject.id} ${facetOf(property, value)}`
    const other = said.get(of)
    const essence = essenceOf(value, resolve)
    said.set(of, essence)
    return other !== undefined && other !== essence
  })
}

/** Values compete where they are about the same event, or the same scheme. */
const facetOf = ({ per }: Property, value: ClaimValue): string =>
  per === 'event' ? String(value.event ?? 'written') : per === 'scheme' ? String(value.scheme ?? '') : ''

/** What of a value is said of its subject: neither a reading nor a capacity makes it another one. */
function essenceOf(value: ClaimValue, resolve: Resolve): string {
  if (value.none) return 'none'
  if (value.edtf != null) return String(value.edtf)
  const thing = value.agent ?? value.place ?? value.document ?? value.source ?? value.collection
  if (thing != null) return resolve(String(thing))
  if (value.value != null) return String(value.value)
  return String(value.text ?? JSON.stringify(value))
}
