import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isGarbled } from '../../../src/domain/page/garbled.ts'
import { encode } from '../../support/encode.ts'
import { pages } from '../language/pages.ts'
import { otherLanguages } from './other-languages.ts'

const texts = Object.entries({ ...pages, ...otherLanguages })

/** A sequence of numbers from 0 up to 1, the same at every run. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff
    return state / 0x8000_0000
  }
}

/** Pieces of a text of about so many characters, cut between words. */
function pieces(text: string, length: number): string[] {
  const found: string[] = []
  let piece = ''
  for (const word of text.trim().split(/\s+/)) {
    piece += `${word} `
    if (piece.length < length) continue
    found.push(piece)
    piece = ''
  }
  return found
}

const each = (text: string, change: (code: number, letter: string) => string) =>
  Array.from(text, (letter) => (/\s/.test(letter) ? letter : change(letter.charCodeAt(0), letter))).join('')

const readAs = (encoding: string, bytes: Uint8Array) => new TextDecoder(encoding).decode(bytes)
const utf8 = (text: string) => new TextEncoder().encode(text)

/** A font whose letters stand under other letters' numbers. */
function anotherAlphabet(text: string, seed: number): string {
  const next = numbers(seed)
  const alphabet = /[а-я]/.test(text) ? 'абвгдежзийклмнопрстуфхцчшщъыьэюя' : 'abcdefghijklmnopqrstuvwxyz'
  const others = [...alphabet]
    .map((letter) => ({ letter, at: next() }))
    .toSorted((one, other) => one.at - other.at)
  return each(text.toLowerCase(), (_, letter) => others[alphabet.indexOf(letter)]?.letter ?? letter)
}

/** A subset of a font that numbers its letters as they first come. */
function numbered(text: string): string {
  const known = new Map<string, string>()
  return each(text, (_, letter) => {
    const code = known.get(letter) ?? String.fromCharCode(33 + known.size)
    known.set(letter, code)
    return code
  })
}

/** What a poor recogniser makes of a text: so many of its letters are missed, doubled with a stroke, or read as others. */
function misread(text: string, share: number, seed: number): string {
  const next = numbers(seed)
  const letters = /[а-я]/.test(text) ? 'абвгдежзийклмнопрстуфхцчшщъыьэюя' : 'abcdefghijklmnopqrstuvwxyz.,1l|0'
  return each(text, (_, letter) => {
    if (next() > share) return letter
    const how = next()
    return how < 0.2 ? '' : how < 0.35 ? `${letter}|` : letters.charAt(Math.floor(next() * letters.length))
  })
}

describe('a text that is a language', () => {
  test.each(texts)('is not condemned: %s', (_, text) => {
    expect(isGarbled(text)).toBe(false)
    expect(isGarbled(text.toUpperCase())).toBe(false)
    for (const length of [1, 40, 80, 160]) expect(pieces(text, length).filter(isGarbled)).toEqual([])
  })

  test('is not condemned as a list of names, in eighty languages', () => {
    const regions = [...'ADEFGILMNPRSTUZ'].flatMap((one) => [...'AEGILMNRSTUZ'].map((two) => one + two))
    const locales =
      `af az be bg br bs ca cs cy da de el en eo es et eu fa fi fo fr fy ga gd gl he hr hu hy id is it ja ka kk ko ky lb lt lv
      mk mn ms mt nb nl nn pl pt ro ru se sk sl sq sr sv sw ta tg th tk tr tt uk ur uz vi wo yi yo zh zu ar hi bn gu te ml`.split(
        /\s+/,
      )
    for (const locale of locales) {
      const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' })
      const list = regions.flatMap((region) => names.of(region) ?? []).join('\n')
      expect([locale, list.length > 300, isGarbled(list)]).toEqual([locale, true, false])
    }
  })

  test('is not condemned with one letter in ten misread', () => {
    for (const [name, text] of Object.entries(pages)) {
      for (let seed = 1; seed <= 20; seed++)
        expect([name, isGarbled(misread(text, 0.1, seed))]).toEqual([name, false])
    }
  })
})

test.each([
  ['nothing', ''],
  ['a page number', '– 12 –'],
  ['a stamp', 'СОВ. СЕКРЕТНО\nэкз. № 2'],
  [
    'a table of numbers',
    Array.from({ length: 60 }, (_, n) => `${n * 37}.${n} | ${n * n} % | ${1900 + n}–${1901 + n}`).join('\n'),
  ],
  [
    'a form with dotted lines',
    'Name ........................ Vorname ___________________\n- - - - - - - - - - - - -\n* * * * * * *\n'.repeat(
      9,
    ),
  ],
  [
    'shelf marks',
    Array.from(
      { length: 40 },
      (_, n) => `LYA, f. K-1, ap. ${n}, b. ${n * 7}, l. ${n}r–${n + 1}v; ЦА ФСБ Ф.3 Оп.${n}`,
    ).join('\n'),
  ],
  ['abbreviations', 'NKVD GUGB SSSR LTSR VRM KGB RKP(b) VSD CK KP(b)L LKP(b) TSRS VKP(b) MGB'],
  ['a list of bullets', 'first\n second\n third\n fourth and the last of them'],
])('%s is not condemned', (_, text) => expect(isGarbled(text)).toBe(false))

describe('a text layer that is no language', () => {
  const russian = pages.ru
  const all: [string, readonly string[]][] = [
    [
      'letters under the numbers of others',
      texts.flatMap(([, text], seed) => (/[a-zа-я]{4}/.test(text) ? anotherAlphabet(text, seed + 1) : [])),
    ],
    ['letters numbered as they come', Object.values(pages).map(numbered)],
    [
      'letters shifted by three',
      Object.values(pages).map((text) => each(text, (code) => String.fromCharCode(code + 3))),
    ],
    [
      'letters shifted back by twenty-nine',
      Object.values(pages).map((text) => each(text, (code) => String.fromCharCode(Math.max(33, code - 29)))),
    ],
    [
      'signs of private use',
      Object.values(pages).map((text) => each(text, (code) => String.fromCharCode(0xf000 + (code & 0xff)))),
    ],
    ['numbers of glyphs', Object.values(pages).map((text) => each(text, (code) => `(cid:${code})`))],
    [
      'UTF-8 read as windows-1252',
      [pages.lt, pages.lv, russian, pages.et].map((text) => readAs('windows-1252', utf8(text))),
    ],
    ['windows-1251 read as windows-1252', [readAs('windows-1252', encode(russian, 'windows-1251'))]],
    ['KOI8-R read as windows-1251', [readAs('windows-1251', encode(russian, 'koi8-r'))]],
    [
      'IBM 866 read as windows-1251',
      [readAs('windows-1251', encode(russian.replace(/[–—]/g, '-'), 'ibm866'))],
    ],
    ['bytes read as UTF-16', Object.values(pages).map((text) => readAs('utf-16le', utf8(text)))],
    [
      'Latin letters in a symbol font',
      [pages.en, pages.de].map((text) =>
        each(
          text.toLowerCase(),
          (_, letter) => 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'.charAt(letter.charCodeAt(0) - 97) || letter,
        ),
      ),
    ],
    ['lost letters', Object.values(pages).map((text) => text.replace(/[aeiouаеиоу]/g, '\ufffd'))],
  ]

  test.each(all)('is told: %s', (_, garbled) => {
    expect(garbled.filter(isGarbled).length).toBeGreaterThanOrEqual(garbled.length * 0.85)
    // A quarter of a page is told as well, mostly.
    const quarters = garbled.flatMap((text) => pieces(text, 320))
    expect(quarters.filter(isGarbled).length).toBeGreaterThanOrEqual(quarters.length * 0.65)
  })

  test('is told when every second letter is misread', () => {
    const told = Object.values(pages).map((text, seed) => isGarbled(misread(text, 0.55, seed + 1)))
    expect(told.filter((one) => one)).toHaveLength(told.length)
  })

  test('is judged in any text whatever, at once', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 3000 }),
        (text) => typeof isGarbled(text) === 'boolean',
      ),
    )
    const started = performance.now()
    for (const unit of ['a', '.', '(cid:', 'Ã', '一', ' ', 'aA', 'Ð¡'])
      isGarbled(unit.repeat(1_000_000 / unit.length))
    expect(performance.now() - started).toBeLessThan(3000)
  })
})
