import type { Audience } from '../audience.ts'
import type { Box, Frame } from '../page/placed-words.ts'

/**
 * What of a page is withheld from all but those who keep the archive: regions in the units of a frame, and wordings
 * wherever they stand on the page, until a day (YYYY-MM-DD) on which it opens by itself. `tells`: whether everybody is
 * told why.
 */
export type Redaction = {
  id: string
  regions: readonly Box[]
  /** What the regions are measured in; null where there are none. */
  frame: Frame | null
  quotes: readonly string[]
  because: string
  tells: boolean
  until: string | null
  by: string
  at: string
}

/** Those of the redactions of a page that hold for an audience. */
export const holdFor = (audience: Audience, redactions: readonly Redaction[]): readonly Redaction[] =>
  audience.everything ? [] : holdOn(audience.today, redactions)

/** Those that hold on a day. */
export const holdOn = (day: string, redactions: readonly Redaction[]): readonly Redaction[] =>
  redactions.filter(({ until }) => until === null || day < until)

/** What somebody is told of what is withheld from them of a page: whether that is all of it, the reasons that are told. */
export type Withheld = { whole: boolean; reasons: readonly string[]; until: string | null }

/** What is told of redactions; the day is that on which the last of them ends. */
export function toldOf(redactions: readonly Redaction[]): Withheld {
  const reasons = redactions.filter(({ tells }) => tells).map(({ because }) => because)
  return { whole: false, reasons: [...new Set(reasons)], until: endOf(redactions) }
}

/** The day on which the last of them ends; null where one never does. */
export const endOf = (redactions: readonly Redaction[]): string | null =>
  redactions.some(({ until }) => until === null)
    ? null
    : (redactions
        .map(({ until }) => until ?? '')
        .toSorted()
        .at(-1) ?? null)

/** A stretch of time, from a day (null: ever) until before another (null: for ever), in which the same redactions hold. */
export type Stretch = { from: string | null; until: string | null; redactions: readonly Redaction[] }

/** From a day on, which redactions hold when. */
export function stretches(today: string, redactions: readonly Redaction[]): Stretch[] {
  const ends = holdOn(today, redactions).flatMap(({ until }) => until ?? [])
  const days = [null, ...[...new Set(ends)].sort()]
  return days.map((from, at) => ({
    from,
    until: days[at + 1] ?? null,
    redactions: holdOn(from ?? today, redactions),
  }))
}

/** What is withheld, as a sentence, with the reasons where they are told. */
export function sayWithheld({ whole, reasons, until }: Withheld): string {
  const what = whole ? 'This page is withheld' : 'Parts of this page are withheld'
  const why = reasons.length > 0 ? `: ${reasons.join('; ')}` : ''
  return `${what}${until === null ? '' : ` until ${until}`}${why}.`
}
