import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numbersNear } from '../../../src/domain/resemblance/numbers-near.ts'

const numbers = (text: string) => numbersNear(text).map(({ number }) => number)

test.each([
  ['# NKVD Order No. 001223', ['001223']],
  ['Приказ НКВД № 001223', ['001223']],
  ['NKVD įsakymas Nr. 7', ['7']],
  ['Protocol 12/34-s of a meeting', ['12/34-s']],
  ['11 October 1939, in 3 copies, 100 kg', []],
  ['1939-10-11, 11.10.1939, 13–14', []],
  ['', []],
])('in the heading %j stand the numbers %j', (text, expected) => expect(numbers(text)).toEqual(expected))

test('only the beginning of a text is its heading, and the line tells where', () => {
  expect(numbers(`${'line\n'.repeat(12)}No. 001223`)).toEqual([])
  expect(numbersNear('A paper\n  Order № 001223  \n')).toEqual([{ number: '001223', line: 'Order № 001223' }])
})

test('any text is read, in bounded time, into a bounded number of numbers that stand in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (text) => {
      const found = numbersNear(text)
      expect(found.length).toBeLessThanOrEqual(20)
      for (const { number } of found) expect(text).toContain(number)
    }),
  )
  expect(numbersNear('1-'.repeat(1_000_000)).length).toBeLessThanOrEqual(20)
})
