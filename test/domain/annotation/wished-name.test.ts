import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wishedName } from '../../../src/domain/annotation/wished-name.ts'

test('a wish becomes the last segment of an address', () => {
  expect(wishedName('stamp')).toBe('stamp')
  expect(wishedName('The stamp of 7 June')).toBe('The-stamp-of-7-June')
  expect(wishedName('%C5%A0iauliai%20copy')).toBe('Siauliai-copy')
  expect(wishedName('../../etc/passwd')).toBe('etc-passwd')
})

test('a wish of which nothing is left, or that looks like a name of ours, is none', () => {
  for (const none of [undefined, '', '  ', '..', 'Серов', '%', `a${'0'.repeat(32)}`])
    expect(wishedName(none)).toBeNull()
  fc.assert(
    fc.property(fc.string(), (slug) => {
      expect(wishedName(slug) ?? 'x').toMatch(/^[A-Za-z0-9_][A-Za-z0-9._~-]{0,79}$/)
    }),
  )
})
