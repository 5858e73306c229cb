import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../../src/domain/analysis/analyse.ts'
import { combinations, inflect, isCut } from '../../../src/domain/search/inflect.ts'
import { findMatches, satisfies } from '../../../src/domain/search/matches.ts'
import { parseQuery } from '../../../src/domain/search/parse-query.ts'
import type { SearchNode } from '../../../src/domain/search/query.ts'
import { understood } from '../../../src/domain/search/understood.ts'
import { smallQuery, smallText } from './queries.ts'

const families = [
  ['order', 'orders', 'ordered'],
  ['family', 'families'],
]
const formsOf = (word: string) => families.find((family) => family.includes(word)) ?? []

const inflected = (text: string) => {
  const query = parseQuery(text)
  return understood({ ...query, named: inflect(query.root, formsOf) })
}

const small = [
  ['a', 'b'],
  ['abc', 'abcd'],
]
const smallForms = (word: string) => small.find((family) => family.includes(word)) ?? []
const holds = (root: SearchNode, text: string) => satisfies(root, text, analyse(text, null))

describe('a query for any form', () => {
  test.each([
    ['order', 'order OR orders OR ordered'],
    ['ordered', 'ordered OR order OR orders'],
    ['Riga', 'Riga'],
    ['Families order', '(Families OR family) AND (order OR orders OR ordered)'],
    ['order OR family', 'order OR orders OR ordered OR family OR families'],
    ['Riga -family', 'Riga AND NOT (family OR families)'],
    ['title:family', 'title:(family OR families)'],
  ])('%s is %s', (query, expected) => {
    expect(inflected(query)).toBe(expected)
  })

  test.each([
    '=order',
    '"order"',
    '"family order"',
    'family-order',
    'order~',
    'order*',
    '"order family"~2',
    '=family NEAR/2 ord*',
    'type:order',
    'lang:order',
    'collection:order',
  ])('%s has no other forms', (query) => {
    const { root } = parseQuery(query)
    expect(inflect(root, formsOf)).toEqual(root)
  })

  test('stands where the word stood in the query', () => {
    const root = inflect(parseQuery('Riga order').root, formsOf)
    expect(JSON.stringify(root).match(/"column":6/g)).toHaveLength(4)
  })

  test('within NEAR words bear their forms', () => {
    const root = inflect(parseQuery('family NEAR/3 "order of" NEAR/3 =order NEAR/3 Riga').root, formsOf)
    if (root.kind !== 'near') throw new Error('It is no NEAR.')
    expect(root.parts.map((part) => ('forms' in part ? part.forms : null))).toEqual([
      ['families'],
      ...[null, null, null],
    ])
  })

  test('within NEAR is written out in a hundred combinations at most, the first forms of each word first', () => {
    const near = (query: string, count: number) => {
      const many = (word: string) => Array.from({ length: count }, (_, n) => `${word}${n}`)
      const root = inflect(parseQuery(query).root, many)
      if (root.kind !== 'near') throw new Error('It is no NEAR.')
      return root
    }
    const written = combinations(near('a NEAR b NEAR c', 40))
    expect(written.length).toBeGreaterThan(60)
    expect(written.length).toBeLessThanOrEqual(100)
    expect(written[0]).toEqual(parseQuery('a NEAR b NEAR c').root)
    expect(isCut(near('a NEAR b NEAR c', 40))).toBe(true)
    expect(isCut(near('a NEAR b', 9))).toBe(false)
    expect(combinations(near('a NEAR b', 9))).toHaveLength(100)
  })
})

/** The text with every word in the first form of its family: two texts alike in this hold the same words in any form. */
const levelled = (text: string) =>
  text.replace(/\p{L}+/gu, (word) => smallForms(word.toLowerCase())[0] ?? word)

describe('whatever is asked', () => {
  test('without exclusions, what was found is still found, and every match still marked', () => {
    const query = smallQuery.filter((text) => !text.includes('NOT'))
    fc.assert(
      fc.property(query, smallText, (written, text) => {
        const { root } = parseQuery(written)
        const wider = inflect(root, smallForms)
        if (holds(root, text)) expect(holds(wider, text)).toBe(true)
        const words = analyse(text, null)
        const marked = findMatches(wider, text, words)
        for (const { start, end } of findMatches(root, text, words)) {
          expect(marked.some((match) => match.start <= start && match.end >= end)).toBe(true)
        }
      }),
      { numRuns: 1500 },
    )
  })

  test('of words alone, joined, excluded or near each other, any form finds what any other would', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'abc', 'abcd')
    const near = fc
      .tuple(word, word, fc.nat({ max: 3 }))
      .map(([one, other, n]) => `${one} NEAR/${n} ${other}`)
    const part = fc.oneof(word, near)
    const query = fc.oneof(
      part,
      fc.tuple(part, part).map((parts) => parts.join(' ')),
      fc.tuple(part, part).map((parts) => parts.join(' OR ')),
      fc.tuple(part, part).map(([found, excluded]) => `${found} NOT (${excluded})`),
    )
    fc.assert(
      fc.property(query, smallText, (written, text) => {
        const wider = inflect(parseQuery(written).root, smallForms)
        expect(holds(wider, text)).toBe(holds(parseQuery(levelled(written)).root, levelled(text)))
      }),
      { numRuns: 1500 },
    )
  })

  test('the tree keeps to its rules: no join in one of its kind, no exclusion in another or among alternatives', () => {
    const check = (node: SearchNode): void => {
      if (node.kind === 'not') expect(node.part.kind).not.toBe('not')
      if (node.kind === 'not' || node.kind === 'field') check(node.part)
      if (node.kind !== 'and' && node.kind !== 'or') return
      expect(node.parts.length).toBeGreaterThan(1)
      for (const part of node.parts) {
        expect(part.kind).not.toBe(node.kind)
        if (node.kind === 'or') expect(part.kind).not.toBe('not')
        check(part)
      }
    }
    fc.assert(
      fc.property(smallQuery, (written) => check(inflect(parseQuery(written).root, smallForms))),
      { numRuns: 1000 },
    )
  })
})
