import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberKey } from '../../../src/domain/resemblance/number-key.ts'
import { numbersNear } from '../../../src/domain/resemblance/numbers-near.ts'

test.each([
  ['№ 001223', '001223'],
  ['Order No. 001223', '001223'],
  ['NKVD Order no 001223 of 11 October 1939', '001223'],
  ['Приказ НКВД СССР №001223', '001223'],
  ['įsakymas Nr. 7', '7'],
  ['Order 001223', '001223'],
  ['001223', '001223'],
  ['12 / 34–С', '12/34-c'],
  ['12/34-c', '12/34-c'],
  ['Ⅻ', null],
  ['１２３', '123'],
  ['3/10 bis 4', '3/10 bis 4'],
  ['undated', null],
  ['', null],
])('the number %j is compared as %j', (written, key) => expect(numberKey(written)).toBe(key))

test('what is compared is what the same number comes to again, with a sign and without', () => {
  const number = fc.stringMatching(/^[0-9]{1,6}(\/[0-9]{1,3})?(-[a-z])?$/)
  fc.assert(
    fc.property(number, fc.constantFrom('№ ', 'No. ', 'Order Nr ', '# ', 'номер '), (given, sign) => {
      expect(numberKey(`${sign}${given}`)).toBe(given)
      expect(numberKey(given)).toBe(given)
    }),
  )
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void numberKey(text)))
})

test('a number in a heading is compared like the one that a document bears', () => {
  const [found] = numbersNear('Приказ НКВД № 001223')
  expect(numberKey(found?.number ?? '')).toBe(numberKey('Order No. 001223'))
})
