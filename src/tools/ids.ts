import { v7 } from 'uuid'
import type { Clock, NewId } from '../ports/identity.ts'

export const newId: NewId = (prefix) => prefix + v7().replaceAll('-', '')

export const clock: Clock = () => new Date().toISOString()

/**
 * The time by which things grow old: that of the clock, but never further than this process has run. A clock that leaps ahead
 * makes nothing old before the next start, by which somebody may have put it right.
 */
export const ageClock: Clock = () =>
  new Date(Math.min(Date.now(), performance.timeOrigin + performance.now())).toISOString()
