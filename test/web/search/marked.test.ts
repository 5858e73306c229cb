import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stretchesOf } from '../../../src/web/search/marked.ts'

test('a snippet is told as text with its hits, entities read once', () => {
  expect(stretchesOf('…a <mark>hit</mark>, &lt;mark&gt;not&lt;/mark&gt; &amp;lt; it&#39;s')).toEqual([
    { text: '…a ', isHit: false },
    { text: 'hit', isHit: true },
    { text: ", <mark>not</mark> &lt; it's", isHit: false },
  ])
})

test('whatever text was escaped comes back as it was', () => {
  const escaped = (text: string) =>
    text.replace(
      /[&<>"']/g,
      (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[one] ?? '&#39;',
    )
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string({ minLength: 1 }))), (parts) => {
      const snippet = parts.map(([plain, hit]) => `${escaped(plain)}<mark>${escaped(hit)}</mark>`).join('')
      const read = stretchesOf(snippet)
      expect(read.map(({ text }) => text).join('')).toBe(parts.flat().join(''))
      expect(read.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(parts.map(([, hit]) => hit))
    }),
  )
})
