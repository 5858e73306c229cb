import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textOfHtml } from '../../../src/domain/annotation/html-text.ts'
import { readAnnotation } from '../../../src/domain/annotation/model.ts'
import { searchableText } from '../../../src/domain/annotation/text-body.ts'

const textOf = (rest: object) =>
  searchableText(readAnnotation({ type: 'Annotation', target: 'https://a.example/p', ...rest }))

test('finds comments, tags, choices, quotes and labels, each once', () => {
  expect(
    textOf({
      label: { en: ['A doubt'], lt: ['Abejonė'] },
      body: [
        { type: 'TextualBody', value: 'Not Serov’s hand' },
        { type: 'TextualBody', value: 'signature', purpose: 'tagging' },
        { type: 'TextualBody', value: 'signature', purpose: 'classifying' },
        { type: 'Choice', items: [{ type: 'TextualBody', value: 'подпись' }, 'https://a.example/x'] },
        { type: 'SpecificResource', source: { id: 'x:1', label: 'Ivan Serov' }, purpose: 'identifying' },
      ],
      target: {
        source: { id: 'https://a.example/p', label: 'Page 12' },
        selector: {
          type: 'FragmentSelector',
          value: 'p',
          refinedBy: { type: 'TextQuoteSelector', exact: 'signed\u0000' },
        },
      },
    }).split('\n'),
  ).toEqual([
    'A doubt',
    'Abejonė',
    'Not Serov’s hand',
    'signature',
    'подпись',
    'Ivan Serov',
    'Page 12',
    'signed',
  ])
  expect(textOf({ bodyValue: 'plain' })).toBe('plain')
  expect(textOf({ body: 'https://a.example/comment' })).toBe('')
})

test('reads marked-up bodies as people do, and leaves plain ones alone', () => {
  const body = (format: string) => ({
    type: 'TextualBody',
    value: '<p>Do<b>ub</b>t</p><p>it &amp; ask</p>',
    format,
  })
  expect(textOf({ body: body('text/html') })).toBe('Doubt it & ask')
  expect(textOf({ body: body('text/plain') })).toBe('<p>Do<b>ub</b>t</p><p>it &amp; ask</p>')
})

test.each([
  ['one<br>two', 'one two'],
  ['a<script>steal("</p>")</script>b<style>p{}</style>c', 'a b c'],
  ['a<!-- > hidden -->b', 'ab'],
  ['<img alt="a > b" src=x onerror=alert(1)>after', 'after'],
  ['3 < 4 &lt;b&gt; &amp;lt; &#1057;&#x435;&unknown; &#0;', '3 < 4 <b> &lt; Се&unknown;'],
  ['cut <b', 'cut'],
  ['cut <!-- off', 'cut'],
  ['<SCRIPT>x', ''],
])('of %j people read %j', (html, text) => {
  expect(textOfHtml(html).replace(/\s+/g, ' ').trim()).toBe(text)
})

test('leaves nothing of markup, in whatever order it comes and however it is cut', () => {
  const markup = [
    '>',
    '"',
    "'",
    '<b>',
    '</b ',
    '<p class="',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<img alt=',
  ]
  const pieces = fc.constantFrom(...markup, 'word', ' ')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      expect(textOfHtml(parts.join(''))).not.toContain('<')
    }),
    { numRuns: 1000 },
  )
})

test.each(['<a "', '<script>', '<!--', '<', '<b', '&#', '<p>'])(
  'reads 100,000 characters of %j at once',
  (piece) => {
    const started = performance.now()
    textOfHtml(piece.repeat(100_000 / piece.length))
    expect(performance.now() - started).toBeLessThan(2000)
  },
)
