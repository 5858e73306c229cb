import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAnnotation } from '../../../src/domain/annotation/model.ts'
import { pageOfSource, pageTargets } from '../../../src/domain/annotation/target.ts'

const targetsOf = (target: unknown) => pageTargets(readAnnotation({ type: 'Annotation', target }))
const quote = (exact: string, prefix = '', suffix = '') => ({
  kind: 'quote',
  exact,
  prefix,
  suffix,
  refinedBy: [],
})

test('takes the source of every kind of target, without its fragment', () => {
  expect(
    targetsOf([
      'https://a.example/p/1#xywh=1,2,3,4',
      { id: 'https://a.example/p/2#t', type: 'Text' },
      { source: 'https://a.example/p/3' },
      { type: 'SpecificResource', source: { id: 'https://a.example/p/4' } },
      { type: 'Choice', items: ['https://a.example/p/5', { source: 'https://a.example/p/6' }] },
    ]).map(({ index, source }) => `${index} ${source.slice(-1)}`),
  ).toEqual(['0 1', '1 2', '2 3', '3 4', '4 5', '4 6'])
})

test('takes quotes and positions, alone and in lists, and leaves other selectors', () => {
  const [target] = targetsOf({
    source: 'x:1',
    selector: [
      { type: 'TextQuoteSelector', exact: 'Serov', prefix: 'General ' },
      { type: ['TextPositionSelector'], start: 8, end: 13 },
      { type: 'SvgSelector', value: '<svg/>' },
      'x:selector',
    ],
  })
  expect(target?.selectors).toEqual([
    quote('Serov', 'General '),
    { kind: 'position', start: 8, end: 13, refinedBy: [] },
  ])
  expect(
    targetsOf({ source: 'x:1', selector: { type: 'TextQuoteSelector', exact: 'a' } })[0]?.selectors,
  ).toEqual([quote('a')])
})

test('keeps what refines text, and of what refines a region only quotes', () => {
  const inner = { type: 'TextPositionSelector', start: 0, end: 2 }
  const [text] = targetsOf({
    source: 'x:1',
    selector: { type: 'TextQuoteSelector', exact: 'abc', refinedBy: inner },
  })
  expect(text?.selectors).toEqual([
    { ...quote('abc'), refinedBy: [{ kind: 'position', start: 0, end: 2, refinedBy: [] }] },
  ])
  const refinedBy = [inner, { type: 'TextQuoteSelector', exact: 'ab' }]
  const [region] = targetsOf({
    source: 'x:1',
    selector: { type: 'FragmentSelector', value: 'xywh=0,0,9,9', refinedBy },
  })
  expect(region?.selectors).toEqual([quote('ab')])
})

test('a quote loses what no page text holds: NUL and lone surrogates', () => {
  const selector = { type: 'TextQuoteSelector', exact: 'a\u0000b\ud800c😀' }
  expect(targetsOf({ source: 'x:1', selector })[0]?.selectors).toEqual([quote('abc😀')])
})

const anId = `d${'0123456789abcdef'.repeat(2)}`
const page3 = { kind: 'numbered-page', document: anId, number: 3, witness: null }

test.each([
  [
    'https://a.example/api/v1/documents/d1/pages/12',
    { kind: 'numbered-page', document: 'd1', number: 12, witness: null },
  ],
  [
    'http://localhost:3000/api/v1/documents/d1/pages/1?witness=w2',
    { kind: 'numbered-page', document: 'd1', number: 1, witness: 'w2' },
  ],
  [
    '/api/v1/documents/d1/pages/12/text?layer=ocr#char=1,2',
    { kind: 'numbered-page', document: 'd1', number: 12, witness: null },
  ],
  ['api/v1/documents/d%201/pages/3/', { kind: 'numbered-page', document: 'd 1', number: 3, witness: null }],
  ['https://a.example/archive/api/v1/pages/p7', { kind: 'page', page: 'p7' }],
  ['/api/v1/pages/p7/text', { kind: 'page', page: 'p7' }],
  ['https://a.example/api/v1/documents/d1', { kind: 'document', document: 'd1' }],
  ['https://a.example/iiif/3/d1/canvas/p7#xywh=1,2,3,4', { kind: 'page', page: 'p7' }],
  ['https://a.example/iiif/3/d1/canvas/l7', { kind: 'document', document: 'd1' }],
  ['/iiif/3/d1/manifest', { kind: 'document', document: 'd1' }],
  ['https://a.example/api/v1/documents/d1/text', { kind: 'document', document: 'd1' }],
  [`https://a.example/x/documents/${anId}/pages/3?notes=true`, page3],
  [`https://a.example/documents/${anId}`, { kind: 'document', document: anId }],
])('understands %s', (iri, address) => {
  expect(pageOfSource(iri)).toEqual(address)
})

test.each([
  ...[
    'https://a.example/',
    '',
    'urn:uuid:1',
    'mailto:a@example.org',
    'https://',
    'ftp://a.example/api/v1/pages/p7',
  ],
  ...[
    '/api/v1/documents/d1/pages/0',
    '/api/v1/documents/d1/pages/x',
    '/api/v1/documents/d1/pages/99999999999999999999',
  ],
  ...[
    '/api/v1/documents/d1/pages/1/image',
    '/api/v1/documents/d1/claims',
    'https://a.example/documents/d1',
    'https://a.example/documents/17/pages/1',
    '/api/v1/documents/%E0%A4%A',
    '/api/v2/pages/p7',
  ],
  ...[
    'https://a.example/elsewhere?/api/v1/pages/p7',
    'https://a.example/#/api/v1/pages/p7',
    '/xapi/v1/pages/p7',
  ],
])('takes %j for no page of an archive', (iri) => {
  expect(pageOfSource(iri)).toBeNull()
})

test('finds any id back from its address, and never throws', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, unit: 'grapheme' }),
      fc.integer({ min: 1, max: 1e9 }),
      (id, number) => {
        fc.pre(id !== '.' && id !== '..')
        const iri = `/api/v1/documents/${encodeURIComponent(id)}/pages/${number}`
        expect(pageOfSource(iri)).toEqual({ kind: 'numbered-page', document: id, number, witness: null })
      },
    ),
    { numRuns: 300 },
  )
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl()), (iri) => {
      expect(() => pageOfSource(iri)).not.toThrow()
    }),
    { numRuns: 300 },
  )
})
