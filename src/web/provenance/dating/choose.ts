import type { Reply } from '../../api/ask.ts'
import { dayOf } from './days.ts'

export type Dating = Reply<'readDating'>
export type Verdict = Dating['claims'][number]

/** Claims that say the same, with the same verdict. */
export type Claimed = { readonly verdict: Verdict; readonly ids: readonly string[] }

const manySteps = 14
const manyClaims = 24

/** The steps to draw where there are many: those that draw an end of the windows, refute a claim or clash. */
export function tellingSteps({ steps, windows, claims, conflict }: Dating): Dating['steps'] {
  if (steps.length <= manySteps) return steps
  const ends = new Set(
    windows.flatMap(({ earliest, latest }) => [earliest, latest].filter((end) => end !== null)),
  )
  const named = new Set([
    ...claims.flatMap(({ because }) => because.slice(0, 1).map(({ step }) => step)),
    ...(conflict?.steps ?? []),
  ])
  const draws = ({ bound }: Dating['steps'][number]) =>
    bound.windows.some(({ earliest, latest }) => ends.has(earliest ?? '') || ends.has(latest ?? ''))
  const telling = steps.filter((step) => named.has(step.n) || draws(step))
  return (telling.length > 0 ? telling : steps).slice(0, manySteps)
}

/** The claims to draw where there are many: of those that are refuted and of the others the nearest to the windows. */
export function tellingClaims(claimed: readonly Claimed[]): readonly Claimed[] {
  if (claimed.length <= manyClaims) return claimed
  const far = ({ verdict }: Claimed) => Math.abs(verdict.days ?? 0)
  const nearest = (of: readonly Claimed[]) => of.toSorted((a, b) => far(a) - far(b)).slice(0, manyClaims / 2)
  const isRefuted = ({ verdict }: Claimed) => verdict.verdict === 'refuted'
  const chosen = new Set([
    ...nearest(claimed.filter(isRefuted)),
    ...nearest(claimed.filter((one) => !isRefuted(one))),
  ])
  return claimed.filter((one) => chosen.has(one))
}

/** Claims by the first day that they may mean. */
export function inOrder(claims: readonly Verdict[]): Verdict[] {
  const first = ({ windows }: Verdict) => dayOf(windows[0]?.earliest ?? '') ?? Number.NEGATIVE_INFINITY
  return claims.toSorted((a, b) => (first(a) < first(b) ? -1 : Number(first(a) > first(b))))
}

/** Claims that say the same, with the same verdict, as one. */
export function alike(claims: readonly Verdict[]): Claimed[] {
  const groups = Map.groupBy(claims, ({ dated, verdict, says }) => `${dated}\n${verdict}\n${says}`)
  return [...groups.values()].flatMap((group) => {
    const [verdict] = group
    return verdict ? [{ verdict, ids: group.map(({ claim }) => claim) }] : []
  })
}
