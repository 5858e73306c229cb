/** A stretch of days, numbered from 1970-01-01 in the proleptic Gregorian calendar; `to` is the day after the last. Null is open. */
export type Span = { readonly from: number | null; readonly to: number | null }

type Window = { earliest: string | null; latest: string | null }

/** The day that a date of the archive names (`1941-06-14`, `-0044-03-15`, `Y12345-01-31`); null where it is none. */
export function dayOf(text: string): number | null {
  const parts = /^(?:Y(-?\d+)|(-?\d{4}))-(\d\d)-(\d\d)$/.exec(text)
  if (!parts) return null
  const month = Number(parts[3])
  const marchYear = Number(parts[1] ?? parts[2]) - (month > 2 ? 0 : 1)
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(parts[4]) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** A window of the archive as a span. */
export function spanOf({ earliest, latest }: Window): Span {
  const last = latest === null ? null : dayOf(latest)
  return { from: earliest === null ? null : dayOf(earliest), to: last === null ? null : last + 1 }
}

/** The finite ends of spans. */
export const endsOf = (spans: readonly Span[]): number[] =>
  spans.flatMap(({ from, to }) => [from, to].filter((end) => end !== null))

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const month = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })

/** A day as far as a tick tells it: `3 Feb`, `Feb`, with the year where `year` is true. */
export function sayDay(number: number, as: 'day' | 'month' | 'year', year = true): string {
  const date = dateOf(number)
  if (Number.isNaN(date.getTime())) return `about ${Math.round(1970 + number / 365.2425)}`
  if (as === 'year') return yearOf(date)
  const named = (as === 'day' ? day : month).format(date)
  return year ? `${named} ${yearOf(date)}` : named
}

/** The day as the date by which scales of time reckon; invalid beyond the years that those know. */
export const dateOf = (number: number): Date => new Date(Math.round(number) * 86_400_000)

function yearOf(date: Date): string {
  const year = date.getUTCFullYear()
  return year > 0 ? String(year) : `${1 - year} BCE`
}
