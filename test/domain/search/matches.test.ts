import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse, indexText } from '../../../src/domain/analysis/analyse.ts'
import { findMatches, satisfies } from '../../../src/domain/search/matches.ts'
import { parseQuery } from '../../../src/domain/search/parse-query.ts'
import type { SearchNode } from '../../../src/domain/search/query.ts'
import { smallQuery, smallText } from './queries.ts'

const found = (query: string, text: string) =>
  findMatches(parseQuery(query).root, text, analyse(text, null)).map(({ start, end }) =>
    text.slice(start, end),
  )
const holds = (query: string, text: string) => satisfies(parseQuery(query).root, text, analyse(text, null))

describe('what is found in a text', () => {
  test.each([
    ['deportation', 'The DEPORTATION, the depor-\ntation', ['DEPORTATION', 'depor-\ntation']],
    ['siauliai', 'Šiauliai, Siauliai', ['Šiauliai', 'Siauliai']],
    ['"baltic states"', 'Baltic\nStates; states, Baltic', ['Baltic\nStates']],
    ['anti-soviet', 'anti Soviet, Anti-Soviet', ['anti Soviet', 'Anti-Soviet']],
    ['"a b"~1', 'a x b, then on, a x y b', ['a', 'b']],
    ['"a b"~1', 'b x a', ['b', 'a']],
    ['dep* "baltic sta*"', 'deport dep de Baltic States', ['deport', 'dep', 'Baltic States']],
    ['=Siauliai', 'Šiauliai siauliai Siauliai', ['Siauliai']],
    ['=Šiauliai', 'S\u030ciauliai Siauliai', ['S\u030ciauliai']],
    ['="Baltic States"', 'baltic States, Baltic \n States, Baltic, States', ['Baltic \n States']],
    ['="anti-Soviet"', 'anti Soviet, anti-\nSoviet, Anti-Soviet', ['anti-\nSoviet']],
    ['=deportation', 'depor-\ntation de\u00adportation Deportation', ['depor-\ntation', 'de\u00adportation']],
    ['deportaton~', 'deportation deportations', ['deportation']],
    ['deportaton~2', 'deportation deportations deported', ['deportation', 'deportations']],
    ['deportatoin~', 'deportation, deportations', ['deportation']],
    ['families NEAR/2 night', 'families by night; night 1 2 3 families', ['families', 'night', 'night']],
    ['x -night', 'x night', ['x']],
    ['x -(a -night)', 'x a night', ['x']],
    ['(a b) OR c', 'a c', ['a', 'c']],
    ['text:a title:b date:1941', 'a b 1941', ['a']],
    ['"a b" "b c"', 'a b c', ['a b c']],
    ['x', '', []],
  ])('%s in %j', (query, text, expected) => expect(found(query, text)).toEqual(expected))

  test('families NEAR/2 night marks only what is near enough', () => {
    expect(found('families NEAR/2 night', 'families 1 2 3 4 night 1 2 families')).toEqual([
      'night',
      'families',
    ])
  })
})

describe('whether a text fulfils a query', () => {
  test.each([
    ['a b', 'b a', true],
    ['a b', 'a', false],
    ['a OR b', 'b', true],
    ['a -b', 'a b', false],
    ['a -(b c)', 'a b', true],
    ['=A', 'a', false],
    ['text:a', 'a', true],
    ['title:a', 'a', false],
    ['date:1941', '1941', false],
  ])('%s: %j %s', (query, text, expected) => expect(holds(query, text)).toBe(expected))
})

/** The tree in FTS5's own language, without `=`. */
function inFts5(node: SearchNode): string {
  const quoted = (words: readonly string[]) => `"${words.join(' ')}"`
  switch (node.kind) {
    case 'word':
      return quoted(node.words)
    case 'phrase':
      if (node.slop === null) return quoted(node.words)
      return `NEAR(${node.words.map((word) => quoted([word])).join(' ')}, ${node.slop + node.words.length - 2})`
    case 'prefix':
      return `${quoted(node.words)} *`
    case 'near':
      return `NEAR(${node.parts.map(inFts5).join(' ')}, ${node.distance})`
    case 'or':
      return `(${node.parts.map(inFts5).join(' OR ')})`
    case 'and': {
      const wanted = node.parts.filter((part) => part.kind !== 'not').map(inFts5)
      const excluded = node.parts.flatMap((part) => (part.kind === 'not' ? [inFts5(part.part)] : []))
      return `(${[`(${wanted.join(' AND ')})`, ...excluded].join(' NOT ')})`
    }
    default:
      throw new Error(`${node.kind} is not generated`)
  }
}

test('a text fulfils a query exactly when FTS5 finds it', () => {
  const db = new Database(':memory:')
  db.exec("create virtual table f using fts5(body, tokenize='ascii')")
  const insert = db.prepare('insert into f (body) values (?)')
  const find = db.prepare<[string], number>('select count(*) from f where f match ?').pluck()
  const clear = db.prepare('delete from f')
  let fulfilled = 0
  fc.assert(
    fc.property(smallQuery, smallText, (query, text) => {
      const { root } = parseQuery(query.replaceAll('=', ''))
      const words = analyse(text, null)
      insert.run(indexText(words))
      const isFound = find.get(inFts5(root)) === 1
      clear.run()
      expect(satisfies(root, text, words)).toBe(isFound)
      if (isFound) expect(findMatches(root, text, words)).not.toEqual([])
      if (isFound) fulfilled++
    }),
    { numRuns: 2000 },
  )
  expect(fulfilled).toBeGreaterThan(100)
})

test('matches ascend, do not overlap, and begin and end with a word', () => {
  fc.assert(
    fc.property(smallQuery, smallText, (query, text) => {
      const words = analyse(text, null)
      let last = 0
      for (const { start, end } of findMatches(parseQuery(query).root, text, words)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(words.some((word) => word.start === start)).toBe(true)
        expect(words.some((word) => word.end === end)).toBe(true)
        last = end
      }
    }),
    { numRuns: 500 },
  )
})
