import { expect, test } from 'vitest'
import { sayBytes, sayLeft } from '../../../src/web/upload/measure.ts'
import { pacing } from '../../../src/web/upload/sending/pace.ts'

test('a pace is told by what went lately, and not before there is something to tell', () => {
  const pace = pacing()
  expect(pace.pace(0, 100)).toEqual({ perSecond: null, secondsLeft: null })
  for (let at = 0; at <= 60_000; at += 500) pace.note(at, at < 30_000 ? at : 30_000 + (at - 30_000) * 10)
  expect(pace.pace(60_000, 100_000)).toEqual({ perSecond: 10_000, secondsLeft: 10 })
  pace.forget()
  expect(pace.pace(61_000, 100)).toEqual({ perSecond: null, secondsLeft: null })
})

test('sizes and times are said in the unit that suits them', () => {
  const said = [0, 999, 1000, 340_000_000, 1_234_000_000, 5e15].map(sayBytes)
  expect(said).toEqual(['0 B', '999 B', '1 kB', '340 MB', '1.23 GB', '5,000 TB'])
  expect([5, 60, 7000].map(sayLeft)).toEqual(['less than a minute', '1 minute', '2 hours'])
})
