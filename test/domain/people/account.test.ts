import { describe, expect, test } from 'vitest'
import { readLogin, readPassword } from '../../../src/domain/people/account.ts'
import { sessionEnd } from '../../../src/domain/people/session.ts'

describe('the name that somebody signs in with', () => {
  test('is one name however it is typed', () => {
    expect(readLogin('  Jonas.Petraitis@Example.LT ')).toBe('jonas.petraitis@example.lt')
    expect(readLogin('ŽEMAITĖ')).toBe(readLogin('z\u030cemaite\u0307'))
    expect(readLogin('ｊｏｎａｓ')).toBe('jonas')
  })

  test('has no spaces, signs that look like nothing, or a length that nobody types', () => {
    for (const wrong of ['', 'a', 'two words', '.hidden', '@', 'a\u200bb', 'a/b', 'a'.repeat(101)])
      expect(() => readLogin(wrong), wrong).toThrow(/^login: must be/)
  })
})

describe('a password', () => {
  test('is kept as it is typed, in one form of Unicode, spaces and all', () => {
    expect(readPassword('  correct horse  ', 'jonas')).toBe('  correct horse  ')
    expect(readPassword('e\u0301e\u0301 battery staple', 'jonas')).toBe('éé battery staple')
  })

  test('that is short, of few signs or the name itself is refused with what to do', () => {
    for (const [wrong, says] of [
      ['short', /10 characters/],
      ['😀😀😀😀😀😀😀😀😀', /10 characters/],
      ['abababababab', /four different/],
      ['jonas.petraitis', /name that one signs in with/],
      ['Jonas.Petraitis@example.lt', /name that one signs in with/],
    ] as const)
      expect(() => readPassword(wrong, 'jonas.petraitis@example.lt'), wrong).toThrow(says)
  })
})

describe('a session', () => {
  test('ends after a month of rest, and after half a year anyway', () => {
    expect(sessionEnd('2026-01-01T00:00:00.000Z', '2026-01-10T00:00:00.000Z')).toBe(
      '2026-02-09T00:00:00.000Z',
    )
    expect(sessionEnd('2026-01-01T00:00:00.000Z', '2026-06-20T00:00:00.000Z')).toBe(
      '2026-06-30T00:00:00.000Z',
    )
  })
})
