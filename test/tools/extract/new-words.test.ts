import { expect, test } from 'vitest'
import { newWords } from '../../../src/tools/extract/new-words.ts'

const page = (language: string | null, words: string) => ({
  ...{ filePage: 1, label: null, width: null, height: null, content: words },
  language,
  words,
})

test('a word is told once in each language that it stands in', () => {
  const newAmong = newWords()
  expect(newAmong([page('lt', 'a b a'), page('lt', 'b c'), page(null, 'a')])).toEqual([
    { language: 'lt', words: 'a b c' },
    { language: null, words: 'a' },
  ])
  expect(newAmong([page('lt', 'c d'), page('ru', 'a')])).toEqual([
    { language: 'lt', words: 'd' },
    { language: 'ru', words: 'a' },
  ])
})

test('another file begins anew', () => {
  newWords()([page('en', 'word')])
  expect(newWords()([page('en', 'word')])).toEqual([{ language: 'en', words: 'word' }])
})

test('words of one hash are told apart, those of a length and others', () => {
  const newAmong = newWords()
  expect(newAmong([page('en', 'Aa BB Aa BB AaA a')])).toEqual([{ language: 'en', words: 'Aa BB AaA a' }])
  expect(newAmong([page('en', 'BB  AaA BBA')])).toEqual([{ language: 'en', words: 'BBA' }])
})
