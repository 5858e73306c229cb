import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyse } from '../../../src/domain/analysis/analyse.ts'
import { plainSnippet } from '../../../src/domain/search/plain-snippet.ts'
import { snippet } from '../../../src/domain/search/snippet.ts'

test('marks go, or become what is asked for; what was escaped is as it was written', () => {
  const html = '…the <mark>wagons</mark> &lt;b&gt; &amp;amp; <mark>Dell&#39;Arte</mark> &quot;x&quot;'
  expect(plainSnippet(html)).toBe('…the wagons <b> &amp; Dell\'Arte "x"')
  expect(plainSnippet(html, (word) => `[${word}]`)).toBe('…the [wagons] <b> &amp; [Dell\'Arte] "x"')
})

test('of any short text it is the text, its white space collapsed', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab <>&"\'/mark;#39\n'), maxLength: 60 }), (text) => {
      const words = analyse(text, null)
      const html = snippet(text, words, words.slice(0, 1))
      expect(plainSnippet(html)).toBe(text.replace(/\s+/gu, ' ').trim())
    }),
  )
})
