import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LinkedWord, linkWords, nextWord, wordAt, wordOn } from '../../../src/web/text/linked-words.ts'
import { doubtfulWords, followChange } from '../../../src/web/transcribe/linked-words.ts'

const wordsOf = (text: string): LinkedWord[] =>
  [...text.matchAll(/\S+/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    box: [index * 10, 0, word.length * 10, 10],
    confidence: 50,
  }))
const readings = (text: string, words: readonly LinkedWord[]) =>
  words.map(({ start, end }) => text.slice(start, end))
const after = (before: string, now: string) => readings(now, followChange(wordsOf(before), before, now))

test('words told in code points are found in a text with signs of two units', () => {
  const text = '📜 night 📜'
  const told = [
    { start: 0, end: 1 },
    { start: 2, end: 7 },
    { start: 8, end: 9 },
  ].map((word) => ({ ...word, box: [0, 0, 1, 1] as const, confidence: null }))
  expect(readings(text, linkWords(text, told))).toEqual(['📜', 'night', '📜'])
})

test('words keep their places while the text around them is changed', () => {
  expect(after('at nihgt they', 'at night they')).toEqual(['at', 'night', 'they'])
  expect(after('at night they', 'once at night they')).toEqual(['at', 'night', 'they'])
  expect(after('at night they', 'at they')).toEqual(['at', 'they'])
  expect(after('at night they', 'at nights they')).toEqual(['at', 'nights', 'they'])
  expect(after('at night they', '')).toEqual([])
  expect(after('', 'at night')).toEqual([])
})

test('a word that somebody changed is not doubtful any more', () => {
  const [before, now] = ['at nihgt they', 'at night they']
  const doubtful = doubtfulWords(followChange(wordsOf(before), before, now))
  expect(readings(now, doubtful)).toEqual(['at', 'they'])
})

test('whatever is typed, words stay in order, inside the text and apart', () => {
  const text = fc.stringMatching(/^[ab \n]{0,30}$/)
  fc.assert(
    fc.property(text, text, (before, now) => {
      const words = followChange(wordsOf(before), before, now)
      let last = 0
      for (const { start, end } of words) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(now.slice(start, end)).toMatch(/^\S+$/u)
        last = end
      }
      expect(last).toBeLessThanOrEqual(now.length)
    }),
  )
})

test('a word is found by its place in the text and on the scan, and the next one by either end', () => {
  const words = wordsOf('at night they')
  expect(wordAt(words, 4)?.start).toBe(3)
  expect(wordAt(words, 8)?.start).toBe(3)
  expect(wordAt(wordsOf('at  they'), 3)).toBe(null)
  expect(wordOn(words, 45, 5)?.start).toBe(3)
  expect(wordOn(words, 45, 50)).toBe(null)
  expect([nextWord(words, 4, true)?.start, nextWord(words, 10, true)?.start]).toEqual([9, 0])
  expect([nextWord(words, 4, false)?.start, nextWord(words, 1, false)?.start]).toEqual([0, 9])
})
