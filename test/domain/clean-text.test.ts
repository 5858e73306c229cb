import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText } from '../../src/domain/clean-text.ts'

test('every line end becomes a line feed', () => {
  expect(cleanText('a\r\nb\rc\nd\r\r\ne')).toBe('a\nb\nc\nd\n\ne')
})

test('NUL and lone surrogates go, whole pairs stay', () => {
  expect(cleanText('Ser\0ov \ud83d Instructions \udc00 𐍈 😀')).toBe('Serov  Instructions  𐍈 😀')
  expect(cleanText('\ud800\ud83d\ude00')).toBe('😀')
  expect(cleanText('\ud83d\0\ude00')).toBe('😀')
})

test('a line end torn apart by a NUL is still one line end', () => {
  expect(cleanText('a\r\0\nb')).toBe('a\nb')
  expect(cleanText('a\r\ud800\nb')).toBe('a\nb')
})

test('cleaned text is well formed and cleaning it again changes nothing', () => {
  const units = fc.array(
    fc.constantFrom('a', 'ė', 'ж', '\0', '\r', '\n', '\f', '\ud83d', '\ude00', '\ufeff', '😀'),
  )
  fc.assert(
    fc.property(units, (parts) => {
      const once = cleanText(parts.join(''))
      expect(once.isWellFormed()).toBe(true)
      expect(once).not.toMatch(/[\0\r]/)
      expect(cleanText(once)).toBe(once)
    }),
    { numRuns: 500 },
  )
})
