import { readDated } from '../date/dated.ts'
import { intersect, isEmpty, type Range } from '../date/span.ts'
import type { DatingCase, Surroundings } from './case.ts'
import { areInferences, type DateClaim, dateClaimsOf, saying, settling, statedDays } from './date-claims.ts'
import { anyDay, type Evidence, type Gathered, isAnyDay } from './evidence.ts'
import { ownEvidence } from './own-evidence.ts'
import type { Ground } from './propagate.ts'
import type { DatingWording } from './wording.ts'
import { withYears } from './yearless.ts'

/** A document with what can be said of it before others are looked at. */
export type Prepared = {
  readonly dated: DatingCase
  readonly own: Gathered
  readonly dateClaims: readonly DateClaim[]
  readonly ground: Ground
  readonly groundWithoutInferences: Ground
  /** The date claims on which the ground rests; none where it is evidence. */
  readonly restsOn: readonly DateClaim[]
}

/** The days that all pieces of evidence leave. */
export const leftBy = (
  evidence: readonly Evidence[],
  which: 'bound' | 'withoutInferences',
): readonly Range[] =>
  evidence.reduce<readonly Range[]>((left, piece) => intersect(left, piece[which]), anyDay)

/**
 * Gathers a document's own evidence, and the days by which it bounds others before they bound it: of the claims that
 * settle its date; else of its evidence; else of its date claims, which relations may still overrule.
 */
export function prepare(dated: DatingCase, things: Surroundings, wording: DatingWording): Prepared {
  const gathered = ownEvidence(dated, things, wording)
  const [bound, free] = [leftBy(gathered.evidence, 'bound'), leftBy(gathered.evidence, 'withoutInferences')]
  const evidence = withYears(gathered.evidence, bound, free)
  const dateClaims = dateClaimsOf(dated)
  const common = { dated, own: gathered, dateClaims }
  const settled = settling(dateClaims)
  const settledDays = statedDays(settled, 'binding')
  if (!isAnyDay(settledDays)) return { ...common, ...groundsOn(settled, settledDays, true) }
  const left = leftBy(evidence, 'bound')
  if (isEmpty(left)) return { ...common, ...groundsOn([], anyDay, false) }
  if (isAnyDay(left)) {
    const said = saying(dateClaims)
    return { ...common, ...groundsOn(said, statedDays(said, 'binding'), false) }
  }
  return {
    ...common,
    ground: { days: left, settled: false },
    groundWithoutInferences: { days: leftBy(evidence, 'withoutInferences'), settled: false },
    restsOn: [],
  }
}

function groundsOn(restsOn: readonly DateClaim[], days: readonly Range[], settled: boolean) {
  const isInferred = restsOn.length > 0 && areInferences(restsOn)
  return {
    ground: { days, settled },
    groundWithoutInferences: { days: isInferred ? anyDay : days, settled },
    restsOn,
  }
}

/** How the writings that are not dated now bound others: by the dates that they came with. */
export function givenGround(key: string, things: Surroundings, which: 'days' | 'withoutInferences'): Ground {
  const [kind = '', id = ''] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)]
  if (kind === 'document') {
    const days = things.documents.get(id)?.bounds?.[which] ?? anyDay
    return { days: isEmpty(days) ? anyDay : days, settled: true }
  }
  const issued = things.sources.get(id)?.issued ?? null
  const reading = issued === null ? null : readDated({ edtf: issued })
  return { days: reading?.ok ? reading.binding : anyDay, settled: true }
}
