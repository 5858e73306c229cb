import { union } from '../date/span.ts'
import { anyDay, distinct, type Evidence, isAnyDay } from './evidence.ts'
import type { DatingWording } from './wording.ts'

/**
 * Alternatives, of which one holds, as one piece of evidence: united. An alternative of which nothing is known (absent)
 * can be any day, so that nothing is left. One that somebody inferred never narrows what the others leave, so that leaving
 * it out changes nothing; where all are inferred, leaving them out leaves nothing.
 */
export function unite(
  alternatives: readonly (Evidence | undefined)[],
  wording: Pick<DatingWording, 'either' | 'eitherMiss'>,
): Evidence | undefined {
  const known = alternatives.filter((alternative) => alternative !== undefined)
  const [first] = known
  if (first === undefined || known.length < alternatives.length) return undefined
  if (known.length === 1) return first
  const isFirm = (evidence: Evidence) => !isAnyDay(evidence.withoutInferences)
  return {
    ...first,
    says: wording.either(known.map(({ says }) => says)),
    bound: union(...known.map(({ bound }) => bound)),
    withoutInferences: known.some(isFirm)
      ? union(...known.map((one) => (isFirm(one) ? one.withoutInferences : one.bound)))
      : anyDay,
    claims: distinct(...known.map(({ claims }) => claims)),
    marks: distinct(...known.map(({ marks }) => marks)),
    sources: distinct(...known.map(({ sources }) => sources)),
    inferred: distinct(...known.map(({ inferred }) => inferred)),
    misses: {
      before: wording.eitherMiss(known.map(({ misses }) => misses.before)),
      after: wording.eitherMiss(known.map(({ misses }) => misses.after)),
    },
  }
}
