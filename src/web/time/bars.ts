export type YearCount = { readonly year: number; readonly count: number }

/** A bar of a histogram: the years that it stands for, both inclusive, and the most that any one of them has. */
export type Bar = { readonly from: number; readonly to: number; readonly count: number }

const steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000]

/**
 * The years in order as at most `most` bars of equal width without holes; a bar of several years has the count of the
 * fullest, for a document that may be of several years would else count several times. Empty without a year.
 */
export function barsOf(years: readonly YearCount[], most: number): Bar[] {
  if (years.length === 0) return []
  const first = Math.min(...years.map(({ year }) => year))
  const last = Math.max(...years.map(({ year }) => year))
  // A single year needs surroundings.
  const [low, high] = last - first < 9 ? [first - 4, Math.max(last + 4, first + 5)] : [first, last]
  const fits = (step: number) => Math.floor(high / step) - Math.floor(low / step) < Math.max(1, most)
  const step = steps.find(fits) ?? Math.ceil((high - low + 1) / Math.max(1, most)) * 2
  const start = Math.floor(low / step)
  const counts = new Map<number, number>()
  for (const { year, count } of years) {
    const at = Math.floor(year / step)
    counts.set(at, Math.max(counts.get(at) ?? 0, count))
  }
  const length = Math.floor(high / step) - start + 1
  return Array.from({ length }, (_, at) => {
    const from = (start + at) * step
    return { from, to: from + step - 1, count: counts.get(start + at) ?? 0 }
  })
}

/** The years of a stretch of bars, whichever end was named first; ends outside are brought in. */
export function yearsBetween(bars: readonly Bar[], one: number, other: number): [number, number] | null {
  const within = (at: number) => bars[Math.min(Math.max(at, 0), bars.length - 1)]
  const from = within(Math.min(one, other))
  const to = within(Math.max(one, other))
  return from && to ? [from.from, to.to] : null
}

/** The year of a date in EDTF, for a place on an axis of years; null where it names none. */
export function yearOf(edtf: string | undefined): number | null {
  const year = /^Y?(-?\d{4,7})/.exec(edtf ?? '')?.[1]
  return year === undefined ? null : Number(year)
}

/** A year in EDTF (ISO 8601-2): four digits, more after a Y. */
export function edtfOfYear(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0')
  const signed = year < 0 ? `-${digits}` : digits
  return digits.length > 4 ? `Y${signed}` : signed
}
