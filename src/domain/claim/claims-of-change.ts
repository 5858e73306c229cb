import { best, type Claim, type ClaimDraft, type Subject, standing } from '../claim.ts'
import { ArchiveError } from '../errors.ts'
import { sameness, withdrawn } from './superseding.ts'
import { readValue } from './value.ts'
import { propertyOf } from './vocabulary.ts'

/** What someone writes of a thing in one property: the path of each value in the input, and the value. */
export type Said = { property: string; values: readonly { path: string; value: unknown }[] }

/** A claim to be made, and where in the input its value stands; one that takes a value back stands nowhere. */
export type PlacedDraft = ClaimDraft & { path: string | null }

/** The claims by which a new thing is described; ArchiveError('invalid-input') names the wrong value by its path. */
export const claimsOfSaid = (subject: Subject, said: readonly Said[]): PlacedDraft[] =>
  said.flatMap(({ property, values }) => values.map((one) => draftOf(subject, property, one)))

/**
 * The claims by which what is said of a thing changes: each property given is then what was given, and the others stay.
 * A value that is new takes the place of one that is gone; what is left over is deprecated as superseded.
 */
export function claimsOfChangedThing(
  subject: Subject,
  claims: readonly Claim[],
  said: readonly Said[],
): PlacedDraft[] {
  const current = standing(claims)
  return said.flatMap(({ property, values }) => {
    const shown = best(current, property)
    const drafts = values.map((one) => draftOf(subject, property, one))
    const wanted = new Set(drafts.map(({ value }) => sameness(value)))
    const known = new Set(shown.map(({ value }) => sameness(value)))
    const gone = shown.filter((claim) => !wanted.has(sameness(claim.value)))
    const fresh = drafts.filter((draft) => !known.has(sameness(draft.value)))
    return [
      ...fresh.map((draft, index) => {
        const revised = gone[index]
        return revised
          ? { ...draft, subject: revised.subject, rank: revised.rank, revisionOf: revised.id }
          : { ...draft, rank: rankAmong(shown) }
      }),
      ...gone.slice(fresh.length).map((claim) => ({ ...withdrawn(claim), path: null })),
    ]
  })
}

/** Beside preferred claims a normal one would not be shown. */
const rankAmong = (shown: readonly Claim[]): Claim['rank'] => shown[0]?.rank ?? 'normal'

function draftOf(subject: Subject, name: string, { path, value }: Said['values'][number]): PlacedDraft {
  try {
    return { subject, property: name, value: readValue(propertyOf(subject.type, name), value), path }
  } catch (error) {
    throw error instanceof ArchiveError ? relocated(error, path, value) : error
  }
}

/** The same fault, named by where the value stands in the input; a value of one field was given as that alone. */
function relocated(error: ArchiveError, path: string, value: unknown): ArchiveError {
  const isBare = Object.keys(Object(value)).length === 1
  const errors = error.errors.map((one) => ({
    ...one,
    path: one.path.replace(isBare ? /^value.*/ : /^value/, path),
  }))
  return new ArchiveError(error.fault, errors.map((one) => `${one.path}: ${one.message}`).join(' '), errors)
}
