import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName } from '../../src/domain/file-name.ts'

test.each([
  ['Šiauliai.pdf', 'Šiauliai.pdf'],
  ['Инструкция Серова — описание.ru.txt', 'Инструкция Серова — описание.ru.txt'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\scans\\order 001223.tif', 'order 001223.tif'],
  ['a\u0000b\nc\u202Egpj.pdf', 'abcgpj.pdf'],
  ['..', 'file'],
  ['', 'file'],
  ['folder/', 'file'],
])('%j is kept as %j', (given, kept) => {
  expect(fileName(given)).toBe(kept)
})

test('a name that is too long keeps its extension', () => {
  const name = fileName(`${'щ'.repeat(300)}.pdf`)
  expect([...name]).toHaveLength(255)
  expect(name.endsWith('щ.pdf')).toBe(true)
})

test('no name is empty, has a path in it, or changes when it is kept twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const name = fileName(given)
      expect(name).not.toBe('')
      expect(name).not.toMatch(/[/\\\p{Cc}]/u)
      expect([...name].length).toBeLessThanOrEqual(255)
      expect(fileName(name)).toBe(name)
    }),
  )
})
