import fc from 'fast-check'
import { expect, test } from 'vitest'
import { annotationContext, readAnnotation, withIdentity } from '../../../src/domain/annotation/model.ts'
import { ArchiveError } from '../../../src/domain/errors.ts'

const plain = { '@context': annotationContext, type: 'Annotation', target: 'https://example.org/page1' }

function refusal(input: unknown): ArchiveError {
  try {
    readAnnotation(input)
  } catch (error) {
    if (error instanceof ArchiveError) return error
    throw error
  }
  throw new Error('It was read although it is wrong.')
}

const selecting = (selector: unknown) => ({
  ...plain,
  target: { source: 'https://example.org/page1', selector },
})

test('keeps everything it does not know, nested and in order', () => {
  const given = {
    ...plain,
    type: ['Annotation', 'https://example.org/ns#Gloss'],
    motivation: ['commenting', 'https://example.org/motives/doubting'],
    body: [
      'https://example.org/comment',
      {
        type: 'TextualBody',
        value: '<b>no</b>',
        format: 'text/html',
        language: ['en', 'lt'],
        purpose: 'tagging',
      },
      { type: 'Choice', items: [{ type: 'TextualBody', value: 'one' }, 'https://example.org/other'] },
      { type: 'SpecificResource', source: 'https://example.org/a', 'x:odd': { deep: [null, 1.5, false] } },
    ],
    target: {
      source: { id: 'https://example.org/page1', type: 'Text' },
      selector: [
        { type: 'TextQuoteSelector', exact: 'x', prefix: '', suffix: '\u0000' },
        { type: 'TextPositionSelector', start: 0, end: 0, refinedBy: { type: 'x:OwnSelector', at: 3 } },
        { type: 'SvgSelector', value: '<svg/>' },
        {
          type: 'RangeSelector',
          startSelector: { type: 'XPathSelector', value: '//p' },
          endSelector: { type: 'CssSelector', value: 'p' },
        },
        'https://example.org/selectors/1',
      ],
      state: { type: 'TimeState', sourceDate: '2015-07-20T13:30:00Z' },
    },
    canonical: 'urn:uuid:dbfb1861-0ecf-41ad-be94-a584e5c4f1df',
    created: '2015-01-28T12:00:00Z',
    creator: { id: 'https://example.org/user1', type: 'Person', name: 'A reader' },
    stylesheet: { type: 'CssStylesheet', value: '.red { color: red }' },
  }
  const read = readAnnotation(given)
  expect(read).toEqual(given)
  expect(read).not.toBe(given)
  expect(JSON.stringify(withIdentityOf(read).target)).toBe(JSON.stringify(given.target))
})

const withIdentityOf = (read: ReturnType<typeof readAnnotation>) =>
  withIdentity(read, {
    id: 'https://a.example/annotations/1',
    created: '2026-01-01T00:00:00Z',
    modified: null,
    creator: null,
  })

test.each([
  ['a list', [plain], ''],
  ['null', null, ''],
  ['another context', { ...plain, '@context': 'https://www.w3.org/ns/activitystreams' }, '@context'],
  ['another class', { ...plain, type: 'Note' }, 'type'],
  ['no class', { target: plain.target }, 'type'],
  ['no target', { type: 'Annotation' }, 'target'],
  ['a null target', { ...plain, target: null }, 'target'],
  ['an empty list of targets', { ...plain, target: [] }, 'target'],
  ['a target that is a number', { ...plain, target: [plain.target, 7] }, 'target.1'],
  ['a target without an IRI', { ...plain, target: { type: 'Text' } }, 'target'],
  ['a target with a space in its IRI', { ...plain, target: 'https://example.org/a b' }, 'target'],
  ['a selector without a source', { ...plain, target: { id: 'x:1', selector: 'x:2' } }, 'target.source'],
  ['two sources', { ...plain, target: { source: ['x:1', 'x:2'] } }, 'target.source'],
  ['a textual body without text', { ...plain, body: { type: 'TextualBody' } }, 'body.value'],
  [
    'a textual body with two texts',
    { ...plain, body: { type: 'TextualBody', value: ['a', 'b'] } },
    'body.value',
  ],
  ['a choice without items', { ...plain, body: { type: 'Choice' } }, 'body.items'],
  [
    'a wrong thing deep in a choice',
    { ...plain, body: [{ type: 'Choice', items: ['x:1', 2] }] },
    'body.0.items.1',
  ],
  ['body and bodyValue', { ...plain, body: 'x:1', bodyValue: 'a' }, 'bodyValue'],
  ['an unknown motivation', { ...plain, motivation: ['tagging', 'musing'] }, 'motivation.1'],
  ['an unknown purpose', { ...plain, body: { id: 'x:1', purpose: 'musing' } }, 'body.purpose'],
  [
    'a quote without its text',
    selecting({ type: 'TextQuoteSelector', prefix: 'a' }),
    'target.selector.exact',
  ],
  [
    'a quote with a list as prefix',
    selecting({ type: 'TextQuoteSelector', exact: 'a', prefix: ['b'] }),
    'target.selector.prefix',
  ],
  ['a position without end', selecting({ type: 'TextPositionSelector', start: 0 }), 'target.selector.end'],
  [
    'a position before the text',
    selecting([{ type: 'TextPositionSelector', start: -1, end: 1 }]),
    'target.selector.0.start',
  ],
  [
    'a position between characters',
    selecting({ type: 'TextPositionSelector', start: 0, end: 1.5 }),
    'target.selector.end',
  ],
  [
    'a position that ends first',
    selecting({ type: 'TextPositionSelector', start: 3, end: 2 }),
    'target.selector.end',
  ],
  ['a fragment without value', selecting({ type: 'FragmentSelector' }), 'target.selector.value'],
  ['an SVG selector without SVG', selecting({ type: 'SvgSelector' }), 'target.selector.value'],
  [
    'a range without end',
    selecting({ type: 'RangeSelector', startSelector: { type: 'x:S' } }),
    'target.selector.endSelector',
  ],
  ['a selector without a class', selecting({ exact: 'a' }), 'target.selector.type'],
  [
    'a wrong refinement',
    selecting({ type: 'FragmentSelector', value: 'p', refinedBy: { type: 'TextQuoteSelector' } }),
    'target.selector.refinedBy.exact',
  ],
  ['a local time', { ...plain, created: '2015-01-28T12:00:00+02:00' }, 'created'],
  ['a via that is no IRI', { ...plain, via: ['x:1', 2] }, 'via'],
  ['an id that is no IRI', { ...plain, id: 12 }, 'id'],
  [
    'a key that changes objects',
    JSON.parse('{"type":"Annotation","target":{"id":"x:1","__proto__":{"a":1}}}'),
    'target.__proto__',
  ],
  ['a too long text', { ...plain, bodyValue: 'a'.repeat(100_001) }, 'bodyValue'],
])('refuses %s and says where', (_, input, path) => {
  const error = refusal(input)
  expect(error.fault).toBe('invalid-input')
  expect(error.errors.map((entry) => entry.path)).toContain(path)
  expect(error.message).toContain(path)
})

test('names every broken rule at once, with the section of the standard', () => {
  const error = refusal({
    type: 'Annotation',
    motivation: 'musing',
    target: { source: 'x:1', selector: { type: 'TextQuoteSelector' } },
  })
  expect(error.errors.map(({ path }) => path)).toEqual(['target.selector.exact', 'motivation'])
  expect(error.errors[0]?.message).toContain('Web Annotation Data Model 4.2.4')
})

test('reads twenty levels and refuses what is deeper', () => {
  const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)])
  expect(readAnnotation({ ...plain, 'x:deep': nested(19) })).toHaveProperty('x:deep')
  expect(refusal({ ...plain, 'x:deep': nested(20) }).message).toContain('20 levels')
  const circular: { self?: unknown } = {}
  circular.self = circular
  expect(refusal({ ...plain, 'x:deep': circular }).fault).toBe('invalid-input')
})

test("a client's id joins via, its own address does not", () => {
  const here = 'https://a.example/annotations/1'
  expect(readAnnotation({ ...plain, id: 'x:1' })).toEqual({ ...plain, via: 'x:1' })
  expect(readAnnotation({ ...plain, id: 'x:2', via: 'x:1' }).via).toEqual(['x:1', 'x:2'])
  expect(readAnnotation({ ...plain, id: 'x:1', via: ['x:1'] }).via).toEqual(['x:1'])
  expect(readAnnotation({ ...plain, id: here }, (iri) => iri.endsWith('/annotations/1'))).toEqual(plain)
  const put = withIdentityOf(readAnnotation({ ...plain, id: here }))
  expect(put).not.toHaveProperty('via')
})

test('gives out the context first and the archive’s own identity', () => {
  const read = readAnnotation({
    ...plain,
    '@context': [annotationContext, 'http://example.org/more.jsonld'],
    id: 'x:1',
    created: '2001-01-01T00:00:00Z',
    modified: '2001-01-02T00:00:00Z',
    creator: 'x:someone-else',
    canonical: 'urn:uuid:1',
  })
  const id = 'https://a.example/annotations/1'
  const out = withIdentity(read, { id, created: '2026-01-01T00:00:00Z', modified: null, creator: 'x:me' })
  expect(Object.keys(out).slice(0, 3)).toEqual(['@context', 'id', 'type'])
  expect(out).toEqual({
    '@context': [annotationContext, 'http://example.org/more.jsonld'],
    id,
    type: 'Annotation',
    target: plain.target,
    via: 'x:1',
    created: '2001-01-01T00:00:00Z',
    modified: '2001-01-02T00:00:00Z',
    creator: 'x:me',
    canonical: 'urn:uuid:1',
  })
  const changed = withIdentity(read, {
    id,
    created: '2026-01-01T00:00:00Z',
    modified: '2026-01-02T00:00:00Z',
    creator: null,
  })
  expect(changed).toMatchObject({ modified: '2026-01-02T00:00:00Z', creator: 'x:someone-else' })
  expect(withIdentityOf(readAnnotation({ type: 'Annotation', target: 'x:1' }))['@context']).toBe(
    annotationContext,
  )
})

const key = fc.constantFrom(
  ...[
    '@context',
    'id',
    'type',
    'target',
    'body',
    'bodyValue',
    'selector',
    'source',
    'items',
    'refinedBy',
    'exact',
  ],
  ...[
    'start',
    'end',
    'value',
    'motivation',
    'purpose',
    'via',
    'created',
    'creator',
    '__proto__',
    'constructor',
    'label',
  ],
)
const leaf = fc.oneof(
  fc.constantFrom(
    'Annotation',
    annotationContext,
    'TextQuoteSelector',
    'TextPositionSelector',
    'Choice',
    'x:1',
    'tagging',
  ),
  fc.constantFrom(null, true, 0, -1, 2.5),
  fc.string({ unit: 'binary' }),
)
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6 },
    leaf,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 6 }),
  ),
}))

test('reads any JSON or refuses it with an ArchiveError, and reads what it read again', () => {
  fc.assert(
    fc.property(fc.oneof(tree, fc.jsonValue(), fc.anything()), fc.boolean(), (value, wrapped) => {
      const input = wrapped ? { ...plain, body: 'x:1', target: value } : value
      try {
        const read = readAnnotation(input)
        expect(readAnnotation(JSON.parse(JSON.stringify(read)))).toEqual(JSON.parse(JSON.stringify(read)))
      } catch (error) {
        if (!(error instanceof ArchiveError)) throw error
        expect(error.fault).toBe('invalid-input')
        expect(error.errors.length).toBeGreaterThan(0)
      }
    }),
    { numRuns: 1500 },
  )
})
