import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../../src/domain/analysis/analyse.ts'
import { findMatches } from '../../../src/domain/search/matches.ts'
import { parseQuery } from '../../../src/domain/search/parse-query.ts'
import { snippet } from '../../../src/domain/search/snippet.ts'

function cut(query: string, text: string, length?: number): string {
  const words = analyse(text, null)
  return snippet(
    text,
    words,
    findMatches(parseQuery(query).root, text, words),
    length === undefined ? {} : { length },
  )
}

const collapsed = (text: string) => text.replace(/\s+/gu, ' ')
const plain = (html: string) =>
  html
    .replaceAll(/<\/?mark>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

describe('a snippet', () => {
  test('of a short text is all of it, with every match marked', () => {
    expect(cut('county "baltic states"', ' The county,\n the Baltic  States.')).toBe(
      'The <mark>county</mark>, the <mark>Baltic States</mark>.',
    )
  })

  test('holds no markup but its own', () => {
    expect(cut('b', `<b title="x">A & 'b'</b>`)).toBe(
      '&lt;<mark>b</mark> title=&quot;x&quot;&gt;A &amp; &#39;<mark>b</mark>&#39;&lt;/<mark>b</mark>&gt;',
    )
  })

  test('is cut between words around the most matches that stand together', () => {
    const text = `${'far '.repeat(30)}hit ${'off '.repeat(30)}hit one hit two hit ${'end '.repeat(30)}`
    expect(cut('hit', text, 41)).toBe(
      '…off off off <mark>hit</mark> one <mark>hit</mark> two <mark>hit</mark> end end…',
    )
  })

  test('is the beginning where nothing matches', () => {
    expect(cut('nothing', 'one two three four', 9)).toBe('one two…')
    expect(cut('nothing', '')).toBe('')
    expect(cut('nothing', '... ... ...', 5)).toBe('... .…')
  })

  test('gives the room that one side does not need to the other', () => {
    expect(cut('one', `one ${'two '.repeat(50)}`, 15)).toBe('<mark>one</mark> two two two…')
    expect(cut('one', `${'two '.repeat(50)}one`, 15)).toBe('…two two two <mark>one</mark>')
  })

  test('counts white space as it is shown', () => {
    expect(cut('hit', `a${' \n'.repeat(300)}hit${'\t'.repeat(300)}b`)).toBe('a <mark>hit</mark> b')
  })

  test('cuts a word that is longer than itself, but no surrogate pair', () => {
    expect(cut('𐐨*'.replace('𐐨', '𐐨𐐨𐐨'), '𐐨'.repeat(50), 9)).toBe(`<mark>${'𐐨'.repeat(4)}</mark>…`)
  })
})

test('a snippet is a stretch of the text, of about the length asked for, and marks what it holds of the matches', () => {
  const word = fc.constantFrom(
    'hit',
    'hits',
    'a',
    'Šiauliai',
    '<b>',
    '&amp;',
    '"',
    "'",
    '…',
    '.....',
    '\n',
    '  ',
    '😀',
    'x'.repeat(30),
  )
  const text = fc.array(fc.tuple(word, fc.constantFrom(' ', ' ', '\n', '')), { maxLength: 60 })
  fc.assert(
    fc.property(
      text.map((parts) => parts.flat().join('')),
      fc.integer({ min: 10, max: 240 }),
      (body, length) => {
        const html = cut('hit* OR siauliai', body, length)
        const shown = plain(html)
        expect(collapsed(body)).toContain(shown.replace(/^…/, '').replace(/…$/, ''))
        expect(shown.length).toBeLessThanOrEqual(length + 2)
        expect(html.replaceAll(/<mark>[^<>]+<\/mark>/g, '')).not.toMatch(/[<>"']/)
        const inText = findMatches(parseQuery('hit* OR siauliai').root, body, analyse(body, null))
        expect(html.includes('<mark>')).toBe(inText.length > 0)
      },
    ),
    { numRuns: 1000 },
  )
})
