import fc from 'fast-check'
import { expect, test } from 'vitest'
import { possibleNames, withNames } from '../../../src/domain/search/names.ts'
import { parseQuery } from '../../../src/domain/search/parse-query.ts'
import { understood } from '../../../src/domain/search/understood.ts'
import { smallQuery } from './queries.ts'

const names = [
  ['Šiauliai', 'Шяуляй', 'Schaulen'],
  ['NKGB', 'НКГБ', "People's Commissariat for State Security"],
  ['Beria', 'Lavrentiy Beria', 'Берия'],
]
const foldedNames = new Map<string, string[]>([
  ['siauliai', ['Шяуляй', 'Schaulen']],
  ['schaulen', ['Šiauliai', 'Шяуляй']],
  ['nkgb', names[1]?.slice(1) ?? []],
  ['people s commissariat for state security', ['NKGB', 'НКГБ']],
  ['beria', ['Lavrentiy Beria', 'Берия']],
  ['lavrentiy beria', ['Beria', 'Берия']],
])
const othersOf = (name: string) => foldedNames.get(name) ?? []
const read = (q: string) => {
  const query = parseQuery(q)
  return understood({ ...query, named: withNames(query, othersOf) })
}

test.each([
  ['Šiauliai', 'Šiauliai OR Шяуляй OR Schaulen'],
  ['schaulen order', '(schaulen OR Šiauliai OR Шяуляй) AND order'],
  ['nkgb', 'nkgb OR НКГБ OR "People\'s Commissariat for State Security"'],
  ['lavrentiy beria order', '((lavrentiy AND beria) OR Beria OR Берия) AND order'],
  ['-beria order', 'NOT (beria OR "Lavrentiy Beria" OR Берия) AND order'],
  ['by:beria', 'by:(beria OR "Lavrentiy Beria" OR Берия)'],
  ['nkgb OR order', 'nkgb OR НКГБ OR "People\'s Commissariat for State Security" OR order'],
  [
    "people's commissariat for state security",
    '("people\'s" AND commissariat AND for AND state AND security) OR NKGB OR НКГБ',
  ],
  ['=Beria', '=Beria'],
  ['"Lavrentiy Beria"', '"Lavrentiy Beria"'],
  ['beri*', 'beri*'],
  ['order', 'order'],
])('%s is looked for as %s', (q, expected) => {
  expect(read(q)).toBe(expected)
})

test('every run of plain words may be a name, and nothing in quotes', () => {
  expect(possibleNames(parseQuery('state security "of Latvia" order')).toSorted()).toEqual([
    'order',
    'security',
    'state',
    'state security',
  ])
})

test('a query without names stays as it is', () => {
  fc.assert(
    fc.property(smallQuery, (q) => {
      const query = parseQuery(q)
      expect(withNames(query, () => [])).toEqual(query.root)
    }),
  )
})
