import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '../../../src/domain/language/language.ts'
import { languageOf } from '../../../src/domain/language/language-of.ts'
import { foreign, minutes, pages } from './pages.ts'

const flat = (text: string) => text.trim().replace(/\s+/g, ' ')

/** Every stretch of so many characters, beginning at every 37th. */
function pieces(text: string, length: number): string[] {
  const starts = Array.from({ length: Math.ceil((text.length - length) / 37) }, (_, n) => n * 37)
  return starts.map((start) => text.slice(start, start + length))
}

const withoutMarks = (text: string) =>
  text
    .normalize('NFD')
    .replace(/(?<=[a-z])\p{M}/giu, '')
    .normalize('NFC')

/** Every sixteenth letter read as another, as a poor scan gives it. */
function misread(text: string): string {
  let letter = 0
  return text.replace(/\p{L}/gu, (written) => {
    letter++
    return letter % 16 === 0 ? 'iltceoun1l.rn'.charAt((letter / 16) % 13) : written
  })
}

const conditions = {
  'as written': (text: string) => text,
  'without diacritics': withoutMarks,
  'as a poor scan gives it': misread,
  'without diacritics and poorly read': (text: string) => misread(withoutMarks(text)),
}

describe.each(Object.entries(conditions))('a text %s', (_, worsen) => {
  test.each(languages)(
    'in %s is known by a page, by any 300 characters and by nearly any 100',
    (language) => {
      const text = worsen(flat(pages[language]))
      expect(languageOf(text)).toBe(language)
      for (const piece of pieces(text, 300)) expect(languageOf(piece)).toBe(language)
      const short = pieces(text, 100).map(languageOf)
      expect(short.filter((found) => found === language).length / short.length).toBeGreaterThanOrEqual(0.9)
      for (const found of short) expect([language, null]).toContain(found)
    },
  )
})

test.each(Object.entries(conditions))('minutes %s are known by the whole page', (_, worsen) => {
  for (const language of languages) expect(languageOf(worsen(flat(minutes[language])))).toBe(language)
})

test.each(Object.entries(foreign))('a text in %s is in none of them', (_, text) => {
  expect(languageOf(text)).toBeNull()
  for (const piece of pieces(flat(text), 300)) expect(languageOf(piece)).toBeNull()
})

test('of a mixed page it is the language of most of it, wherever that stands', () => {
  const most = (text: string) => flat(text).slice(0, 900)
  const rest = (text: string) => flat(text).slice(0, 400)
  for (const language of languages) {
    for (const other of languages) {
      if (other === language) continue
      expect(languageOf(`${most(pages[language])}\n${rest(pages[other])}`)).toBe(language)
      expect(languageOf(`${rest(pages[other])}\n${most(pages[language])}`.repeat(5))).toBe(language)
    }
  }
})

test('fewer than forty letters say nothing, nor do numbers', () => {
  expect(languageOf('The order of the commissar')).toBeNull()
  expect(languageOf('12 345,67 — 1941 '.repeat(50))).toBeNull()
  expect(languageOf('')).toBeNull()
})

test('any text has one of the languages or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      expect([...languages, null]).toContain(languageOf(text))
    }),
    { numRuns: 300 },
  )
})
