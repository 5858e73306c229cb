import { daysAfter } from './entry-link.ts'

const idleDays = 30
const mostDays = 180

/** How long a browser may keep the cookie of a session; the archive decides when it ends. */
export const cookieSeconds = mostDays * 86_400

/** When a session ends that began then and was last used at `at`: after a month of rest, and after half a year anyway. */
export function sessionEnd(createdAt: string, at: string): string {
  const [rested, old] = [daysAfter(at, idleDays), daysAfter(createdAt, mostDays)]
  return rested < old ? rested : old
}

/**
 * Whether a session began later than now, by a clock that has been put right since: it would stand for as much longer as that was
 * ahead.
 */
export const isFromLater = (createdAt: string, at: string): boolean => createdAt > daysAfter(at, 1)

/** Whether a use is worth noting: once a day is enough to know what still is in use. */
export const isWorthNoting = (seenAt: string, at: string): boolean => at > daysAfter(seenAt, 1)
