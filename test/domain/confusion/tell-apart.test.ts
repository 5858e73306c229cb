import { describe, expect, test } from 'vitest'
import type { Claim, ClaimValue } from '../../../src/domain/claim.ts'
import type { RowName, Side } from '../../../src/domain/confusion/cells.ts'
import { openingOf } from '../../../src/domain/confusion/opening.ts'
import { tellApart } from '../../../src/domain/confusion/tell-apart.ts'
import { isNumberLike } from '../../../src/domain/resemblance/number-key.ts'
import { aClaim } from '../../support/builders.ts'

const known = {
  nameOf: (id: string) => ({ 'a-serov': 'Ivan Serov', 'a-beria': 'Lavrentiy Beria' })[id] ?? null,
  namesOf: (id: string) => (id === 'a-serov' ? ['Ivan Serov', 'Иван Серов'] : []),
  survivorOf: (id: string) => (id === 'a-merged' ? 'a-serov' : id),
}
const side = (claims: [string, ClaimValue, Partial<Claim>?][], part: Partial<Side> = {}): Side => ({
  claims: claims.map(([property, value, more]) => aClaim({ property, value, ...more })),
  date: null,
  opening: null,
  ...part,
})
const on = (edtf: string | null) => (edtf === null ? null : { edtf, says: edtf, claims: [] })
const row = (name: RowName, one: Side, other: Side) => {
  const found = tellApart(one, other, known).find((each) => each.row === name)
  if (!found) throw new Error(name)
  return found
}

describe('what tells two documents apart', () => {
  test('names agents by what they are called, with the claims that say so', () => {
    const serov = side([
      ['signatory', { agent: 'a-merged' }, { id: 'c-1' }],
      ['signatory', { agent: 'a-serov' }, { id: 'c-2' }],
    ])
    const told = row('signatory', serov, side([['signatory', { agent: 'a-beria' }]]))
    expect(told.differs).toBe(true)
    expect(told.this.values).toEqual([
      { kind: 'value', text: 'Ivan Serov', says: null, thing: 'a-serov', claims: ['c-1', 'c-2'] },
    ])
    for (const text of ['IVAN SEROV', 'Иван Серов'])
      expect(row('signatory', serov, side([['signatory', { text }]])).differs).toBe(false)
    expect(row('signatory', side([['signatory', { text: 'Beria' }]]), serov).differs).toBe(true)
  })

  test('is not known where one side is silent or says that it is not known', () => {
    const one = side([['title', { text: 'A' }]])
    expect(row('title', one, side([])).differs).toBeNull()
    expect(row('title', one, side([['title', { unknown: true }]])).differs).toBeNull()
  })

  test('counts having no number as something known, and leaves out shelfmarks and deprecated numbers', () => {
    const bare = side([
      ['identifier', { none: true, scheme: 'number' }],
      ['identifier', { scheme: 'number', value: '001223' }, { rank: 'deprecated' }],
    ])
    const order = side([
      ['identifier', { scheme: 'number', value: '001223' }],
      ['identifier', { scheme: 'sample', value: 'x' }],
    ])
    const told = row('number', bare, order)
    expect(told.differs).toBe(true)
    expect(told.this.values.map(({ kind }) => kind)).toEqual(['none'])
    expect(told.other.values.map(({ text }) => text)).toEqual(['001223'])
    expect(row('number', bare, bare).differs).toBe(false)
  })

  test.each([
    ['[1941-02-03..1941-06-07]', '1939-10-11', true],
    ['1939-10-11', '1939-10-11', false],
    ['1939', '1939-10-11', null],
    ['../1940', '1939-10-11', null],
    [null, '1939-10-11', null],
  ])('compares the dates %s and %s: %s', (date, other, differs) => {
    expect(row('date', side([], { date: on(date) }), side([], { date: on(other) })).differs).toBe(differs)
    expect(row('date', side([], { date: on(other) }), side([], { date: on(date) })).differs).toBe(differs)
  })

  test('takes the opening words that a claim gives before those of the text, at whatever length', () => {
    const claimed = side([['incipit', { text: 'To all heads' }]], { opening: 'A cover sheet' })
    expect(row('openingWords', claimed, side([], { opening: 'To all heads of departments' })).differs).toBe(
      false,
    )
    expect(row('openingWords', claimed, side([], { opening: 'In connection with' })).differs).toBe(true)
  })

  test('is not proved by a date that is only approximate or uncertain', () => {
    for (const date of ['1941~', '1941?'])
      expect(row('date', side([], { date: on(date) }), side([], { date: on('1939-10-11') })).differs).toBe(
        null,
      )
    expect(row('date', side([], { date: on('1941') }), side([], { date: on('1939-10-11') })).differs).toBe(
      true,
    )
  })

  test('is told by a number though another identifier is preferred', () => {
    const one = side([
      ['identifier', { scheme: 'ISBN', value: 'x' }, { rank: 'preferred' }],
      ['identifier', { scheme: 'number', value: '1' }],
    ])
    expect(row('number', one, side([['identifier', { scheme: 'number', value: '2' }]])).differs).toBe(true)
  })

  test.each([
    ['№ 001223', 'Order No. 001223', false],
    ['№001223', '001223', false],
    ['No.7', '7', false],
    ['794/Б', 'Memorandum 794/б', false],
    ['K-1/58', 'L-1/58', true],
    ['001223', '1223', true],
    ['12 of 1940', '12', true],
    ['Secret', 'secret', false],
  ])('takes the numbers %s and %s to differ: %s', (number, other, differs) => {
    const bearing = (value: string) => side([['identifier', { scheme: 'number', value }]])
    expect(row('number', bearing(number), bearing(other)).differs).toBe(differs)
  })

  test('is told by openings that go on with other words, or that hold no word', () => {
    const opening = (text: string) => side([['incipit', { text }]])
    expect(row('openingWords', opening('To all heads'), opening('To all headsmen')).differs).toBe(true)
    expect(row('openingWords', opening('To all heads'), opening('To all heads of')).differs).toBe(false)
    expect(row('openingWords', opening('—'), opening('To all heads')).differs).toBe(true)
  })

  test('is not told by what they share', () => {
    const one = side([
      ['subject', { text: 'deportation' }],
      ['subject', { text: 'Lithuania' }],
    ])
    expect(row('subject', one, side([['subject', { text: 'Deportation' }]])).differs).toBe(false)
  })
})

test('an opening is the first words without the signs of a heading', () => {
  expect(openingOf('# Serov Instructions\n\n* text')).toBe('Serov Instructions text')
  expect(openingOf(' \n## —')).toBeNull()
  expect(openingOf('a '.repeat(100_000))).toBe(Array(12).fill('a').join(' '))
})

test.each([
  ['number', true],
  ['Order No.', true],
  ['номер', true],
  ['shelfmark', false],
  ['isbn', false],
  [null, false],
])('identifiers of the scheme %s are numbers on the face of a paper: %s', (scheme, is) =>
  expect(isNumberLike(scheme)).toBe(is),
)
