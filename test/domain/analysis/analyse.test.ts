import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse, indexText } from '../../../src/domain/analysis/analyse.ts'
import { slowly } from './reference.ts'

const wordsOf = (text: string) => analyse(text, null).map(({ word }) => word)

const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(...'abzABZ019 ščžŠŪąßøØæœłŁđıİñéÉабйЙёЁїЇўіѓќєґשלאבمحأؤहिन्दかカ語한𝐀'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '\u0301',
      '\u0308',
      '\u0306',
      '\u0304',
      '\u05b8',
      '\u064e',
      '\u3099',
      '\u0345',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('\u00ad', '\u200d', '\u200c', '\u2060', '\ufeff', '\u0640', '\u02b9'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...['-', '\u2010', '¬', '\n', '\r\n', '-\n', '-\nab', ' \n ', '\t', '\u2028'],
      ...['BA-\nAZ', 'BA-\n', '-\nAZ', '-\nÉЁ', 'XV-\nIX', 'ХІ', 'ǅᾈ'],
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "'",
      '’',
      'ʼ',
      '.',
      '—',
      '№',
      '½',
      '⑴',
      'ﬁ',
      'ﷺ',
      'ŉ',
      'ΟΔΟΣ',
      'ς',
      '\u1112',
      '\u1161',
      '\u11ab',
      'ｶﾞ',
      '😀',
      '\ue000',
      '\ud800',
      '\udc00',
      '\0',
      '≠',
      '²',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
)
const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

describe('what a word is', () => {
  test.each([
    ['Anti-Soviet elements, 1941', ['anti', 'soviet', 'elements', '1941']],
    ["don’t don't об\u02bcєкт", ['don', 't', 'don', 't', 'об', 'єкт']],
    ['Šiauliai ŽEMĖ Ångström Łódź', ['siauliai', 'zeme', 'angstrom', 'lodz']],
    ['Straße STRASSE STRAẞE', ['strasse', 'strasse', 'strasse']],
    ['Ærø œuvre đ İstanbul ırk ﬁnal', ['aero', 'oeuvre', 'd', 'istanbul', 'irk', 'final']],
    ['Ещё ещЁ за\u0301мок', ['еще', 'еще', 'замок']],
    ['Йод й ЎЗБЕК Її Ѓорѓи', ['йод', 'й', 'ўзбек', 'її', 'ѓорѓи']],
    ['ΟΔΌΣ οδός', ['οδοσ', 'οδοσ']],
    ['שָׁלוֹם مُحَمَّد أحمد', ['שלום', 'محمد', 'أحمد']],
    ['हिन्दी か\u3099 ｶﾞ', ['हिन्दी', 'が', 'ガ']],
    ['№ 5 — ½ 3² 😀', ['5', '½', '32']],
    ['a\u00adb c\u200dd \ue000', ['ab', 'cd', '\ue000']],
    ['', []],
  ])('%j', (text, words) => expect(wordsOf(text)).toEqual(words))

  test('case and diacritics of Latin make no difference', () => {
    const latin = fc.string({
      unit: fc.constantFrom(...'abcčdeėęghišuūųzžśłńöé'),
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(latin, (word) => {
        const bare = word.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/g, 'l')
        expect(wordsOf(word.toUpperCase())).toEqual([bare])
        expect(wordsOf(word)).toEqual([bare])
      }),
      { numRuns: 300 },
    )
  })

  test('a word longer than 64 units is cut, never through a surrogate pair', () => {
    expect(wordsOf('a'.repeat(100))).toEqual(['a'.repeat(64)])
    expect(wordsOf(`a${'𐐨'.repeat(40)}`)).toEqual([`a${'𐐨'.repeat(31)}`])
    expect(analyse('a'.repeat(3000), null)).toMatchObject([{ start: 0, end: 3000 }])
  })

  test('a "word" of a million marks is read without delay', () => {
    const began = performance.now()
    expect(wordsOf(`a${'\u0301\u0323'.repeat(500_000)}`)).toEqual(['a'])
    expect(performance.now() - began).toBeLessThan(5000)
  })
})

describe('a word broken at a line end', () => {
  test.each([
    'depor-\ntation',
    'depor\u2010\r\ntation',
    'depor\u00ad\ntation',
    'depor¬\ntation',
    'depor- \n\t tation',
  ])('%j is one word, spanning both parts', (text) =>
    expect(analyse(text, null)).toEqual([{ word: 'deportation', start: 0, end: text.length }]),
  )

  test.each([
    ['INSTRUK-\nCIJA', 'instrukcija'],
    ['ВЫСЕ-\n  ЛЕНИЕ', 'выселение'],
    ['ŠIAU¬\r\nLIAI'.normalize('NFD'), 'siauliai'],
    ['IN-\nSTRUK-\nCIJA', 'instrukcija'],
    ['ПРИ\u00ad\nКАЗ', 'приказ'],
    ['MIL-\nLION', 'million'],
  ])('in capitals is one, too: %j', (text, word) =>
    expect(analyse(text, null)).toEqual([{ word, start: 0, end: text.length }]),
  )

  test.each([
    ['Anti-\nSoviet', ['anti', 'soviet']],
    ['Anti-\nSOVIET', ['anti', 'soviet']],
    ['NKVD-\nMinister', ['nkvd', 'minister']],
    ['NKVD-\nA', ['nkvd', 'a']],
    ['XVIII-\nXIX', ['xviii', 'xix']],
    ['ХІХ-\nХХ', ['хіх', 'хх']],
    ['ABC1-\nDEF', ['abc1', 'def']],
    ['1940-\nin', ['1940', 'in']],
    ['depor-\n\ntation', ['depor', 'tation']],
    ['depor - \ntation', ['depor', 'tation']],
    ['depor\ntation', ['depor', 'tation']],
  ])('%j stays two', (text, words) => expect(wordsOf(text)).toEqual(words))
})

describe('on any text', () => {
  test('the words are those of a slow and simple reading', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(analyse(text, null)).toEqual(slowly(text))
      }),
      { numRuns: 3000 },
    )
  })

  test('every character is read as the slow reading reads it, alone and between letters', () => {
    for (let code = 0; code < 0x20000; code++) {
      const character = String.fromCodePoint(code)
      for (const text of [character, `a${character}b`])
        if (indexText(analyse(text, null)) !== indexText(slowly(text)))
          expect(analyse(text, null), `U+${code.toString(16)}`).toEqual(slowly(text))
    }
  })

  test('offsets ascend within bounds, and what they enclose is read as the same word', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0
        for (const { word, start, end } of analyse(text, null)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(wordsOf(text.slice(start, end))).toEqual([word])
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 1000 },
    )
  })

  test('a word is read as itself, and holds no ASCII but a–z and 0–9', () => {
    const check = (word: string) => {
      expect(wordsOf(word)).toEqual([word])
      expect(word).toMatch(/^[a-z0-9\u0080-\u{10ffff}]{1,64}$/u)
    }
    fc.assert(
      fc.property(anyText, (text) => wordsOf(text).forEach(check)),
      { numRuns: 1000 },
    )
    for (let code = 0; code < 0x20000; code++) {
      const [word] = wordsOf(String.fromCodePoint(code))
      if (word !== undefined && (word.charCodeAt(0) !== code || word.length > 1)) check(word)
    }
  })

  test('composed and decomposed text hold the same words', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(wordsOf(text.normalize('NFD'))).toEqual(wordsOf(text.normalize('NFC')))
      }),
      { numRuns: 1000 },
    )
  })

  test("FTS5's tokens are exactly our words, in order", () => {
    const db = new Database(':memory:')
    db.exec(`create virtual table f using fts5(body, tokenize='ascii');
      create virtual table tokens using fts5vocab(f, 'instance')`)
    const insert = db.prepare('insert into f (body) values (?)')
    const tokens = db.prepare<[], string>('select term from tokens order by offset').pluck()
    const clear = db.prepare('delete from f')
    fc.assert(
      fc.property(anyText, (text) => {
        const words = analyse(text, null)
        insert.run(indexText(words))
        expect(tokens.all()).toEqual(words.map(({ word }) => word))
        clear.run()
      }),
      { numRuns: 500 },
    )
  })
})
