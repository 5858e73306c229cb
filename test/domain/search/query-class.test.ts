import { expect, test } from 'vitest'
import { anyOf } from '../../../src/domain/search/any-of.ts'
import { parseQuery } from '../../../src/domain/search/parse-query.ts'
import { queryClass } from '../../../src/domain/search/query-class.ts'

test.each([
  ['wagons', 'word'],
  ['=Wagons', 'word'],
  ['wagons night', 'words'],
  ['wagons OR night OR train', 'any'],
  ['"night train"', 'phrase'],
  ['anti-Soviet', 'phrase'],
  ['deport*', 'prefix'],
  ['wagns~', 'fuzzy'],
  ['wagons NEAR/3 "night train"', 'near'],
  ['type:order', 'fields'],
  ['date:1941 (type:order OR by:Serov) -lang:ru', 'fields'],
  ['text:wagons', 'mixed'],
  ['wagons type:order', 'mixed'],
  ['wagons -night', 'mixed'],
  ['wagons (night OR train)', 'mixed'],
  ['wagons deport*', 'mixed'],
  ['"night train" OR wagons', 'mixed'],
])('%s is of the class %s', (text, expected) => {
  expect(queryClass(parseQuery(text))).toBe(expected)
})

test('bare words taken as alternatives are any', () => {
  expect(queryClass(anyOf(parseQuery('wagons night')))).toBe('any')
})
