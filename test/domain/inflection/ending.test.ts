import { expect, test } from 'vitest'
import { endingOf, endingsOf, endsAmong } from '../../../src/domain/inflection/ending.ts'

const endings = endingsOf('s os ose um iumbus')

test.each([
  ['gatvėse', 2, 0],
  ['gatvos', 2, 2],
  ['namuose', 2, 3],
  // Only a shorter one leaves so many letters.
  ['mos', 2, 1],
  ['os', 2, 0],
  // The letters of a longer ending, which is not there whole.
  ['albumbus', 2, 1],
  ['', 2, 0],
])('%s, of which %i letters are to be left, has an ending of %i', (word, shortest, length) => {
  expect(endingOf(word, endings, shortest)).toBe(length)
})

test('a letter is counted from the end of a word, beyond whose first there is none', () => {
  expect(endsAmong('word', 'dr')).toBe(true)
  expect(endsAmong('word', 'dr', 2)).toBe(true)
  expect(endsAmong('word', 'dr', 3)).toBe(false)
  expect(endsAmong('d', 'dr', 2)).toBe(false)
  expect(endsAmong('', 'dr')).toBe(false)
})
