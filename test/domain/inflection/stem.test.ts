import { hash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inflectionVersion, mayHaveStem, stem } from '../../../src/domain/inflection/stem.ts'
import { type Language, languages } from '../../../src/domain/language/language.ts'
import { english } from './forms/english.ts'
import { estonian } from './forms/estonian.ts'
import { german } from './forms/german.ts'
import { latvian } from './forms/latvian.ts'
import { lithuanian } from './forms/lithuanian.ts'
import { russian } from './forms/russian.ts'
import { foldedWords, judge } from './judge.ts'

const stems = (language: Language, text: string) => [
  ...new Set(foldedWords(text).map((word) => stem(word, language))),
]

describe('of the judged words', () => {
  test.each([
    ['en', english, 0.98],
    ['ru', russian, 0.98],
    ['lt', lithuanian, 0.99],
    ['lv', latvian, 0.99],
    ['et', estonian, 0.95],
    ['de', german, 0.95],
  ] as const)(
    'in %s the forms of one word meet, and those of different words do not',
    (language, forms, floor) => {
      const { words, recall, joined } = judge(forms, language)
      expect(words).toBeGreaterThanOrEqual(40)
      expect(recall).toBeGreaterThanOrEqual(floor)
      expect(joined).toBeLessThan(0.005)
    },
  )
})

describe('one stem have', () => {
  test.each([
    ['lt', 'trėmimas trėmimo trėmimui trėmimą trėmimai trėmimų tremimas TRĖMIMAIS'],
    ['lt', 'asmuo asmens asmenims asmenys'],
    ['lt', 'žodis žodžio žodžiai'],
    ['lv', 'latvietis latvieša latviešiem'],
    ['lv', 'upe upes upju'],
    ['et', 'riik riigi riiki riikide'],
    ['et', 'allkiri allkirja allkirjad'],
    ['et', 'maakond maakonna maakonda maakondade'],
    ['ru', 'ребёнок ребенка ребёнком'],
    ['ru', 'Иванов Иванова Иванову'],
    ['ru', 'подпись подписи подписью'],
    ['ru', 'письмо писем письма'],
    ['ru', 'тюрьма тюрем тюрьмам'],
    ['ru', 'деревня деревень деревнях'],
    ['ru', 'орган органа органы органов органами'],
    ['ru', 'материал материала материалы материалов'],
    ['ru', 'режим режима режимом'],
    ['ru', 'бандит бандита бандите бандитов'],
    ['ru', 'автомобиль автомобили автомобилей'],
    ['ru', 'Сергей Сергея Сергеем'],
    ['ru', 'музей музея музеи'],
    ['et', 'käsk käsu käsku käsuta käsuni'],
    ['de', 'Häuser Haus Hauses Hausern'],
    ['de', 'Geheimnis Geheimnisse Geheimnissen'],
    ['en', 'write wrote written writing'],
  ] as const)('in %s: %s', (language, forms) => {
    expect(stems(language, forms)).toHaveLength(1)
  })
})

describe('different stems have', () => {
  test.each([
    ['ru', 'Серов серый'],
    ['ru', 'архив арх'],
    ['ru', 'орган оргия'],
    ['ru', 'режим режет'],
    ['ru', 'визит виза'],
    ['ru', 'могилы могу'],
    ['ru', 'песен пёс'],
    ['et', 'hakata hakk'],
    ['de', 'Nacht nach'],
    ['de', 'geheim Heim'],
    ['de', 'Lager Lage'],
    ['et', 'koht kohus'],
    ['lv', 'pilsēta pils'],
    ['en', 'found find'],
  ] as const)('in %s: %s', (language, words) => {
    expect(stems(language, words)).toHaveLength(2)
  })
})

test('a number and a word in a script that the language is not written in are their own stems', () => {
  for (const language of languages) {
    for (const word of ['1941', 'nr12s', 'αρχεια']) expect(stem(word, language)).toBe(word)
  }
  expect(stem('приказами', 'de')).toBe('приказами')
  expect(stem('archives', 'ru')).toBe('archives')
})

test.each([
  ['en', english],
  ['et', estonian],
  ['de', german],
  ['lv', latvian],
  ['lt', lithuanian],
  ['ru', russian],
] as const)('in %s whatever a word has for a stem, it may have', (language, forms) => {
  for (const word of foldedWords(forms)) expect.soft(mayHaveStem(word, stem(word, language)), word).toBe(true)
})

/** The beginnings of words with the ends of others, so that any ending stands behind any letters. */
function* crossed(words: readonly string[]): Generator<string> {
  for (const [at, word] of words.entries()) {
    yield word
    for (let length = 1; length <= 6; length++) {
      const other = words[(at * 7 + length) % words.length] ?? ''
      yield word.slice(0, length) + other.slice(-3)
      yield word.slice(0, 4) + other.slice(-length)
    }
  }
}

test.each([
  ['en', english, '443138b50a6d1da0'],
  ['et', estonian, 'a4d798b10b43f132'],
  ['de', german, '533585279ba1463b'],
  ['lv', latvian, '90b1b51b73f3eda7'],
  ['lt', lithuanian, '91d577e7ed5959a1'],
  ['ru', russian, '7ebee77ba0976b38'],
] as const)('in %s words have the stems that they have in version 2', (language, forms, digest) => {
  const stems = Array.from(crossed(foldedWords(forms)), (word) => stem(word, language))
  expect([inflectionVersion, hash('sha256', stems.join(' ')).slice(0, 16)]).toEqual([2, digest])
})

test('a word may have no stem that begins otherwise, but went does', () => {
  expect([mayHaveStem('night', 'might'), mayHaveStem('went', stem('went', 'en'))]).toEqual([false, true])
})

test('no word is left without a stem that it may have', () => {
  const letters = fc.constantFrom(...'abdegiklmnoprstuvzаеийклмнорствьы')
  const words = fc.oneof(
    fc.string({ unit: letters, minLength: 1, maxLength: 12 }),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(words, fc.constantFrom(...languages), (text, language) => {
      for (const word of foldedWords(text)) {
        expect(stem(word, language)).not.toBe('')
        expect(mayHaveStem(word, stem(word, language))).toBe(true)
      }
    }),
    { numRuns: 3000 },
  )
})
