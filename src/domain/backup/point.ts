import { invalid } from '../errors.ts'

/** One whole state of an archive that a backup holds. Times are RFC 3339 in UTC, to the millisecond. */
export type Point = {
  /** Its folder: the time, written so that every file system takes it. */
  name: string
  /** Everything that was acknowledged before this time is in it. */
  at: string
  database: { bytes: number; sha256: string }
  originals: { count: number; bytes: number }
  /** SHA-256 of the originals that were missing or damaged in the archive when the point was made. */
  lacking: string[]
}

/** What a point of a time is called: `20261126T205520.123Z`. */
export const pointName = (at: string): string => at.replaceAll(/[-:]/g, '')

/**
 * The last instant that somebody means by a day (to its end), a time (UTC where it names no zone) or the name of a
 * point. Throws ArchiveError('invalid-input').
 */
export function untilWhen(text: string): string {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d\.\d{3})Z$/.exec(text) ?? []
  const [year, month, day, hour, minute, second] = parts
  const written = year ? `${year}-${month}-${day}T${hour}:${minute}:${second}Z` : text
  const isDay = /^\d{4}-\d\d-\d\d$/.test(written)
  const isTime = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/.test(written)
  const zoned = isDay
    ? `${written}T23:59:59.999Z`
    : /(Z|[+-]\d\d:\d\d)$/.test(written)
      ? written
      : `${written}Z`
  const instant = new Date(zoned.replace(' ', 'T'))
  if ((isDay || isTime) && !Number.isNaN(instant.valueOf())) return instant.toISOString()
  throw invalid(
    '--at',
    'write a day, such as 2026-11-26, a time, such as 2026-11-26T20:55Z, or a point’s name',
  )
}

/** The latest point that is not after a time, or null. */
export const pointAt = (points: readonly Point[], until: string): Point | null =>
  points
    .filter(({ at }) => at <= until)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1) ?? null
