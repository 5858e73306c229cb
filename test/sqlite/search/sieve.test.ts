import { expect, test } from 'vitest'
import { sieve } from '../../../src/sqlite/search/sieve.ts'

test.each([
  ['as many words as expected', 200_000],
  ['more words than expected', 0],
])('%s may be there, and of other words few', (_, expected) => {
  const held = sieve(expected)
  const count = 200_000
  for (let at = 0; at < count; at++) held.add(`word${at}`)
  let right = 0
  let wrong = 0
  for (let at = 0; at < count; at++) if (held.mayHold(`word${at}`)) right++
  for (let at = 0; at < count; at++) if (held.mayHold(`other${at}`)) wrong++
  expect(right).toBe(count)
  expect(wrong / count).toBeLessThan(0.08)
  expect(held.bytes() / count).toBeLessThan(3)
})
