import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { knownWords } from '../../src/sqlite/known-words.ts'

const word = fc.stringMatching(/^[a-zа-я0-9]{1,5}$/)
const texts = fc.array(fc.tuple(fc.constantFrom('en', 'lt', 'lv'), fc.array(word, { maxLength: 30 })))

describe('known words', () => {
  test('are those of the texts before, by language, as a set would tell', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const known = knownWords(1_000_000)
        const expected = new Set<string>()
        for (const [language, words] of given) {
          const fresh = [...new Set(words)].filter((each) => !expected.has(`${language} ${each}`))
          expect(known.newAmong(words.join(' '), language)).toEqual(fresh)
          for (const each of words) expected.add(`${language} ${each}`)
          known.add(`${words.join(' ')} added`, language)
          expected.add(`${language} added`)
        }
      }),
    )
  })

  test('are told apart by the hundred thousand', () => {
    const known = knownWords(1_000_000)
    const words = Array.from({ length: 200_000 }, (_, n) => n.toString(36)).join(' ')
    for (const language of ['lt', 'lv']) expect(known.newAmong(words, language)).toHaveLength(200_000)
    expect(known.newAmong(words, 'lt')).toEqual([])
  })

  test('are forgotten all at once when there are too many', () => {
    const known = knownWords(3000)
    known.newAmong('a b', 'en')
    expect(known.isHalfFull()).toBe(false)
    const words = Array.from({ length: 10_000 }, (_, n) => `word${n}`)
    known.newAmong(words.join(' '), 'en')
    expect(known.newAmong('word0', 'en')).toEqual(['word0'])
    expect(known.newAmong('word9999', 'en')).toEqual([])
  })
})
