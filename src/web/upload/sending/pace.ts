/** How quickly bytes go, and how long the rest takes; null where that cannot be told yet. */
export type Pace = { perSecond: number | null; secondsLeft: number | null }

const windowMs = 15_000
const leastMs = 1_000

/** Tells a pace by what went in the last quarter of a minute. Times are milliseconds of any clock that goes forward. */
export function pacing() {
  let noted: { at: number; bytes: number }[] = []
  return {
    /** So many bytes have gone in all by now. */
    note(at: number, bytes: number): void {
      const last = noted.at(-1)
      if (last && at - last.at < 100) last.bytes = bytes
      else noted.push({ at, bytes })
      while (noted.length > 2 && at - (noted[0]?.at ?? at) > windowMs) noted.shift()
    },
    /** Sending stopped: the time until it goes on counts for nothing. */
    forget(): void {
      noted = []
    },
    pace(at: number, bytesLeft: number): Pace {
      const first = noted[0]
      const last = noted.at(-1)
      const unknown = { perSecond: null, secondsLeft: null }
      if (!first || !last || at - first.at < leastMs) return unknown
      const perSecond = ((last.bytes - first.bytes) * 1000) / (at - first.at)
      return perSecond <= 0 ? unknown : { perSecond, secondsLeft: Math.ceil(bytesLeft / perSecond) }
    },
  }
}
