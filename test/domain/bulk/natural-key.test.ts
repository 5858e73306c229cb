import { expect, test } from 'vitest'
import { inNaturalOrder, naturalKey } from '../../../src/domain/bulk/natural-key.ts'
import { pathWithin } from '../../../src/domain/bulk/within.ts'

test('names sort as people count', () => {
  const names = ['p1', 'p2', 'p03', 'p10', 'p10a', 'P11', 'p100', 'p1000000000000000000000', 'q1']
  expect(inNaturalOrder(names.toReversed(), (name) => name)).toEqual(names)
  expect(inNaturalOrder(['p01', 'p1', 'P1'], (name) => name)).toEqual(['P1', 'p01', 'p1'])
  expect(naturalKey('Ž1'.normalize('NFD'))).toBe(naturalKey('ž01'))
})

test('what names begin with comes before what goes on, in a folder as among files', () => {
  const pages = ['12.jpg', '12.tif', '12 (2).jpg', '12-verso.jpg', '12a.jpg', '13.jpg']
  expect(inNaturalOrder(pages.toReversed(), (name) => name)).toEqual(pages)
  const folders = ['a/', 'a/9.jpg', 'a b/1.jpg', 'a-b/1.jpg', 'a.b/1.jpg']
  expect(inNaturalOrder(folders.toReversed(), (name) => name)).toEqual(folders)
})

test.each([
  ['a/b.jpg', 'a/b.jpg'],
  ['.\\a\\\\b.jpg', 'a/b.jpg'],
  ['Žemė.txt'.normalize('NFD'), 'Žemė.txt'],
])('%s lies within its folder as %s', (given, path) => {
  expect(pathWithin(given, 'path')).toBe(path)
})

test.each(['', '/', '.', '..', 'a/../b', '..\\a', '/etc/passwd', 'C:\\a', 'C:/a', 'a\0b', 'a'.repeat(5000)])(
  '%j lies within no folder',
  (given) => {
    expect(() => pathWithin(given, 'path')).toThrow(/must be a path within the folder/)
  },
)
