import { describe, expect, test } from 'vitest'
import { ArchiveError } from '../../../src/domain/errors.ts'
import { parseQuery } from '../../../src/domain/search/parse-query.ts'
import { understood } from '../../../src/domain/search/understood.ts'

const root = (text: string) => parseQuery(text).root
const reading = (text: string) => understood(parseQuery(text))

function faultOf(text: string): ArchiveError {
  try {
    parseQuery(text)
  } catch (error) {
    if (error instanceof ArchiveError) return error
    throw error
  }
  throw new Error(`${text} was read`)
}

describe('what a query is understood as', () => {
  test.each([
    ['deportation "Baltic States" -treaty', 'deportation AND "Baltic States" AND NOT treaty'],
    ['a OR b OR c OR d', 'a OR b OR c OR d'],
    ['a b OR c d', '(a AND b) OR (c AND d)'],
    ['(a OR b) AND NOT c', '(a OR b) AND NOT c'],
    ['a or b and not c', 'a AND or AND b AND and AND not AND c'],
    ['families NEAR/5 night', 'families NEAR/5 night'],
    ['a NEAR/2 (b)', 'a NEAR/2 b'],
    ['a NEAR "b c" NEAR dep*', 'a NEAR/10 "b c" NEAR/10 dep*'],
    ['x a NEAR/3 b OR c', '(x AND (a NEAR/3 b)) OR c'],
    ['x -(a NEAR/3 b)', 'x AND NOT (a NEAR/3 b)'],
    ['x --y NOT NOT NOT z', 'x AND y AND NOT z'],
    ['„Riga“ “Vilnius” «Tallinn»', '"Riga" AND "Vilnius" AND "Tallinn"'],
    ['"Baltic\n  States"~5', '"Baltic States"~5'],
    ['anti-Soviet don’t', '"anti-Soviet" AND "don’t"'],
    ['=Šiauliai ="Baltic States"', '=Šiauliai AND ="Baltic States"'],
    [
      'deport* "baltic stat*" word~ word~1 word~2',
      'deport* AND "baltic stat*" AND word~ AND word~ AND word~2',
    ],
    ['Title:"The end" by:(Serov OR Merkulov)', 'title:"The end" AND by:(Serov OR Merkulov)'],
    ['lang: ru -type:order', 'lang:ru AND NOT type:order'],
    ['date:1941-02..1941-06 date:1941 date:..1941', 'date:1941-02..1941-06 AND date:1941 AND date:..1941'],
    ['date:"[1941, 1942]" date:(1941 OR 1943)', 'date:"[1941, 1942]" AND date:(1941 OR 1943)'],
    ['12:30 http://fonds.example/a C:\\a', '"12:30" AND "http://fonds.example/a" AND "C:\\a"'],
    ['id:12:30 Ёлка:x', 'id:"12:30" AND "Ёлка:x"'],
    ['(riga, 5.) ... AND, ok', 'riga AND 5 AND and AND ok (left out: ...)'],
    ['"the depor-\n  tation, depor-\n Tation"', '"the deportation, depor- Tation"'],
    ['="se\u00ad\nven o\u00adne"', '="seven o\u00adne"'],
    ['№ 5 — (–)', '5 (left out: № — –)'],
  ])('%s', (text, expected) => expect(reading(text)).toBe(expected))
})

test('the tree keeps text, folded words and columns in code points', () => {
  expect(root('😀 Šiauliai ="B C"')).toEqual({
    kind: 'and',
    column: 3,
    parts: [
      { kind: 'word', text: 'Šiauliai', words: ['siauliai'], exact: false, column: 3 },
      { kind: 'phrase', text: 'B C', words: ['b', 'c'], exact: true, slop: null, column: 12 },
    ],
  })
  expect(root('anti-Soviet')).toMatchObject({
    kind: 'phrase',
    words: ['anti', 'soviet'],
    exact: false,
    slop: null,
  })
  expect(root('"anti sov*"')).toMatchObject({ kind: 'prefix', words: ['anti', 'sov'] })
  expect(root('word~2')).toMatchObject({ kind: 'fuzzy', words: ['word'], edits: 2 })
  expect(root('a NEAR/3 b')).toMatchObject({
    kind: 'near',
    distance: 3,
    parts: [{ text: 'a' }, { text: 'b' }],
  })
})

test('a date is read as whole days, open where an end is left out', () => {
  const ranges = (value: string) => {
    const node = root(value)
    return node.kind === 'field' && node.part.kind === 'dateRange' ? node.part.ranges : null
  }
  const days1941 = ranges('date:1941')
  expect(days1941).toEqual([{ from: 2429996, to: 2430360 }])
  expect(ranges('date:1941-01-01..1941-12')).toEqual(days1941)
  expect(ranges('date:..1941')).toEqual([{ from: null, to: days1941?.[0]?.to }])
  expect(ranges('date:1941..')).toEqual([{ from: days1941?.[0]?.from, to: null }])
  expect(ranges('date:[1941-02-03..1941-06-07]')).toEqual(ranges('date:1941-02-03..1941-06-07'))
})

test('only words side by side are bare', () => {
  const bare = (text: string) => parseQuery(text).bareWords
  expect(['a', 'a b — c', 'anti-Soviet act'].map(bare)).toEqual([true, true, true])
  expect(
    ['"a"', 'a -b', 'a AND b', 'a OR b', 'abc*', 'a~', '=a', 'by:a', '(a)', 'a NEAR b'].filter(bare),
  ).toEqual([])
})

describe('a wrong query gets a sentence and the column', () => {
  test.each<[string, number, RegExp]>([
    ['', 1, /empty/],
    ['  \n', 1, /empty/],
    ['— №', 1, /no word/],
    ['😀 "a b', 3, /never closed/],
    ['a (b', 3, /never closed/],
    ['a (', 3, /never closed/],
    ['a) b', 2, /closes nothing/],
    [')', 1, /closes nothing/],
    ['a ()', 3, /nothing between/],
    ['AND a', 1, /AND has nothing before/],
    ['a OR', 3, /OR has nothing after/],
    ['a AND OR b', 3, /AND has nothing after/],
    ['(NEAR b)', 2, /NEAR has nothing before/],
    ['a NEAR/5', 3, /NEAR has nothing after/],
    ['a NOT', 3, /NOT has nothing after/],
    ['a - b', 3, /excludes nothing/],
    ['a (b -)', 6, /excludes nothing/],
    ['a -)', 3, /excludes nothing/],
    ['a ""', 3, /no word between/],
    ['"—"', 1, /no word between/],
    ['-a NOT b', 1, /only exclusions/],
    ['a OR -b', 6, /only exclusions/],
    ['a title:(-b)', 10, /only exclusions/],
    ['a -(-b -c)', 5, /only exclusions/],
    ['a de*', 3, /at least 3/],
    ['"anti so*"', 1, /at least 3/],
    ['dep*tion', 1, /only once/],
    ['*tion', 1, /only once/],
    ['=dep*', 1, /not both/],
    ['a~3', 1, /two \(word~2\)/],
    ['anti-soviet~', 1, /one word/],
    ['"a b"~', 6, /number of words/],
    ['="a b"~2', 1, /not both/],
    ['a NEAR/x b', 3, /NEAR\/5/],
    ['a NEAR -b', 8, /NEAR joins only/],
    ['a NEAR (b OR c)', 9, /NEAR joins only/],
    ['a NEAR — b', 8, /NEAR joins only/],
    ['a NEAR/2 b NEAR/3 c', 12, /one distance/],
    ['a titel:b', 3, /did you mean “title:”/],
    ['author:Serov', 1, /did you mean “by:”/],
    ['titel: b', 1, /no field/],
    ['a title:', 3, /needs a value/],
    ['title:-a', 1, /needs a value/],
    ['title:(by:a)', 8, /cannot stand within/],
    ['a date:1941-02-30', 8, /1941-02-30/],
    ['date:1941..1941-13', 12, /month 13/],
    ['date:"  1941-02-30..1942"', 9, /1941-02-30/],
    ['date:1942..1941', 6, /before it begins/],
    ['date:..', 6, /1941/],
    ['date:soon', 6, /1941/],
    ['date:"so\non"', 7, /“so on”/],
    ['date:\ud800', 6, /“\ufffd”/],
    ['x'.repeat(1001), 1001, /1000 characters/],
    ['x '.repeat(65), 129, /64 terms/],
    [`${'('.repeat(21)}a${')'.repeat(21)}`, 21, /20 deep/],
  ])('%s', (text, column, sentence) => {
    const fault = faultOf(text)
    expect(fault.fault).toBe('invalid-query')
    expect(fault.message).toMatch(sentence)
    expect(fault.errors).toEqual([{ path: 'q', message: fault.message, column }])
  })

  test('what is just long or deep enough is read', () => {
    expect(reading('x'.repeat(1000))).toBe('x'.repeat(1000))
    expect(reading('x '.repeat(64))).toBe(Array(64).fill('x').join(' AND '))
    expect(reading(`${'('.repeat(20)}a${')'.repeat(20)}`)).toBe('a')
  })
})
