import { isoOfDay } from '../date/day.ts'
import type { Range } from '../date/span.ts'
import type { Window } from './dating.ts'

/** A range of days as it is told. */
export const toWindow = ({ from, to }: Range): Window => ({
  earliest: from === null ? null : isoOfDay(from),
  latest: to === null ? null : isoOfDay(to),
})
