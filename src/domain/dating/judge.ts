import { sayDate } from '../date/say-date.ts'
import { contains, distance, isEmpty, overlaps, type Range } from '../date/span.ts'
import { type DateClaim, hullOf } from './date-claims.ts'
import type { Because, Verdict } from './dating.ts'
import type { Evidence } from './evidence.ts'
import { smallestRefuting } from './smallest.ts'
import { toWindow } from './to-window.ts'
import type { DatingWording } from './wording.ts'
import { daysOfYearless } from './yearless.ts'

/** What date claims are judged by; `windows` are empty where the evidence contradicts itself. */
export type Findings = {
  readonly evidence: readonly Evidence[]
  readonly windows: readonly Range[]
  /** The claims that the windows are made of, where there is no evidence. */
  readonly stated: ReadonlySet<string>
}

/**
 * Judges a date claim by the evidence. It is refuted where none of its days is left, *about* never; a denial where all of
 * the windows are what it denies.
 */
export function judge(claimed: DateClaim, findings: Findings, wording: DatingWording): Verdict {
  const { claim, edtf, calendar } = claimed
  const { evidence, windows } = findings
  const days = edtf?.startsWith('XXXX-') ? daysOfYearless({ edtf, calendar }, windows) : claimed.days
  const verdict = (kind: Verdict['verdict'], says: string, because: readonly Because[] = []): Verdict => {
    const measured = evidence.length === 0 ? null : distance(windows, days)
    const dated = edtf === null ? wording.dates.notKnown : sayDate({ edtf, calendar }, wording.dates)
    const told = { claim: claim.id, edtf, dated, windows: days.map(toWindow) }
    return { ...told, verdict: kind, because, days: measured, says }
  }
  if (isEmpty(days)) return verdict('unresolvable', wording.unreadable)
  if (evidence.length === 0) {
    if (findings.stated.has(claim.id)) return { ...verdict('agrees', wording.agrees), days: 0 }
    return verdict('unresolvable', wording.noEvidence)
  }
  if (isEmpty(windows)) return verdict('unresolvable', wording.inConflict, becauseOf(evidence, days, wording))
  if (claim.polarity === 'denied') {
    if (!overlaps(windows, days)) return verdict('agrees', wording.agrees)
    return contains(days, windows)
      ? verdict('refuted', wording.deniesAll)
      : verdict('possible', wording.possible)
  }
  if (contains(windows, days)) return verdict('agrees', wording.agrees)
  if (overlaps(windows, days)) return verdict('possible', wording.possible, cutting(evidence, days))
  const excluding = becauseOf(evidence, days, wording)
  if (claimed.approximate) {
    const off = distance(windows, days) ?? 0
    return verdict('unresolvable', wording.approximateOutside(off), excluding)
  }
  if (excluding.length > 0) {
    const by = excluding.map(({ step, says }) => ({ step, miss: says }))
    return verdict('refuted', wording.refuted(by), excluding)
  }
  const bounds = evidence.map(({ bound }) => bound)
  const together = (smallestRefuting(bounds, days) ?? []).map((i) => ({
    step: i + 1,
    days: 0,
    says: evidence[i]?.says ?? '',
  }))
  return verdict('refuted', wording.refutedTogether(together.map(({ step }) => step)), together)
}

function becauseOf(evidence: readonly Evidence[], days: readonly Range[], wording: DatingWording): Because[] {
  return evidence.flatMap(({ bound, misses }, i) => {
    if (overlaps(bound, days)) return []
    const off = distance(bound, days) ?? 0
    const isBetween = overlaps(hullOf(bound), days)
    const phrase = (isBetween && misses.between) || (off < 0 ? misses.before : misses.after)
    return [{ step: i + 1, days: off, says: wording.daysOff(off, phrase) }]
  })
}

function cutting(evidence: readonly Evidence[], days: readonly Range[]): Because[] {
  return evidence.flatMap(({ bound, says }, i) =>
    contains(bound, days) ? [] : [{ step: i + 1, days: 0, says }],
  )
}
