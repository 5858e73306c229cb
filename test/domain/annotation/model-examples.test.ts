import { expect, test } from 'vitest'
import { annotationContext, readAnnotation } from '../../../src/domain/annotation/model.ts'

const at = 'http://example.org/'
const page = `${at}page1`
const text = (part: object = {}) => ({ type: 'TextualBody', value: 'j’adore !', ...part })
const selecting = (selector: object, part: object = {}) => ({ target: { source: page, selector, ...part } })
const quote = { type: 'TextQuoteSelector', exact: 'anotation', prefix: 'this is an ', suffix: ' that has' }

// The sorts of annotations that the examples of the Web Annotation Data Model show, by its sections.
const examples: [string, object][] = [
  ['3.1 a body and a target', { body: `${at}post1`, target: page }],
  [
    '3.2.1 external web resources',
    {
      body: { id: `${at}b`, format: 'audio/mpeg', language: 'fr' },
      target: {
        id: `${at}a.pdf`,
        format: 'application/pdf',
        language: ['en', 'ar'],
        textDirection: 'ltr',
        processingLanguage: 'en',
      },
    },
  ],
  [
    '3.2.2 classes',
    { body: { id: `${at}video1`, type: 'Video' }, target: { id: `${at}site1`, type: ['Text', 'Dataset'] } },
  ],
  ['3.2.3 segments', { body: `${at}description1`, target: `${at}image1#xywh=100,100,300,300` }],
  ['3.2.4 embedded text', { body: text({ format: 'text/html', language: 'fr' }), target: `${at}photo1` }],
  ['3.2.5 a string', { bodyValue: 'Comment text', target: page }],
  ['3.2.6 no body', { target: page }],
  [
    '3.2.6 several bodies and targets',
    { body: [`${at}b1`, text({ purpose: 'tagging' })], target: [`${at}i1`, `${at}i2`] },
  ],
  [
    '3.2.7 a choice',
    {
      body: {
        type: 'Choice',
        items: [
          { id: `${at}en`, language: 'en' },
          { id: `${at}fr`, language: 'fr' },
        ],
      },
      target: page,
    },
  ],
  [
    '3.3.1 lifecycle',
    {
      creator: `${at}user1`,
      created: '2015-01-28T12:00:00Z',
      modified: '2015-01-29T09:00:00Z',
      generator: `${at}client1`,
      generated: '2015-02-04T12:00:00Z',
      body: text({ creator: `${at}user2`, created: '2014-06-02T17:00:00Z' }),
      target: page,
    },
  ],
  [
    '3.3.2 agents',
    {
      creator: {
        id: `${at}user1`,
        type: 'Person',
        name: 'A reader',
        nickname: 'pseudo',
        email_sha1: '58bad08927902ff9307b621c54716dcc5083e339',
      },
      generator: { id: `${at}client1`, type: 'Software', name: 'Code', homepage: `${at}home` },
      target: page,
    },
  ],
  [
    '3.3.3 audience',
    {
      audience: {
        id: `${at}audience`,
        type: 'schema:EducationalAudience',
        'schema:educationalRole': 'teacher',
      },
      target: page,
    },
  ],
  ['3.3.4 accessibility', { target: { id: `${at}video1`, type: 'Video', accessibility: 'captions' } }],
  [
    '3.3.5 motivations',
    {
      motivation: ['describing', 'oa:linking'],
      body: [text({ purpose: 'describing' }), text({ purpose: ['tagging'] })],
      target: page,
    },
  ],
  [
    '3.3.6 rights',
    {
      rights: ['https://creativecommons.org/publicdomain/zero/1.0/'],
      target: { id: page, rights: 'http://creativecommons.org/licenses/by/4.0/' },
    },
  ],
  [
    '3.3.7 other identities',
    {
      canonical: 'urn:uuid:dbfb1861-0ecf-41ad-be94-a584e5c4f1df',
      via: `${at}other/anno1`,
      target: { id: page, canonical: 'urn:x:1', via: `${at}b` },
    },
  ],
  [
    '4.1 a purpose for an external body',
    {
      body: { type: 'SpecificResource', purpose: 'tagging', source: `${at}city1` },
      target: { source: page, purpose: 'linking' },
    },
  ],
  [
    '4.2.1 a fragment',
    selecting({
      type: 'FragmentSelector',
      conformsTo: 'http://www.w3.org/TR/media-frags/',
      value: 't=30,60',
    }),
  ],
  ['4.2.2 CSS', selecting({ type: 'CssSelector', value: '#elemid > .elemclass + p' })],
  ['4.2.3 XPath', selecting({ type: 'XPathSelector', value: '/html/body/p[2]/table/tr[2]/td[3]/span' })],
  ['4.2.4 a quote', selecting(quote)],
  ['4.2.5 a position', selecting({ type: 'TextPositionSelector', start: 412, end: 795 })],
  ['4.2.6 bytes', selecting({ type: 'DataPositionSelector', start: 4096, end: 4104 })],
  ['4.2.7 SVG elsewhere', selecting({ type: 'SvgSelector', id: `${at}svg1` })],
  ['4.2.7 SVG within', selecting({ type: 'SvgSelector', value: '<svg:svg> … </svg:svg>' })],
  [
    '4.2.8 a range',
    selecting({
      type: 'RangeSelector',
      startSelector: { type: 'XPathSelector', value: '//td[1]' },
      endSelector: { type: 'XPathSelector', value: '//td[3]' },
    }),
  ],
  ['4.2.9 a refinement', selecting({ type: 'FragmentSelector', value: 'para5', refinedBy: quote })],
  ['4.2 several selectors', selecting([quote, { type: 'TextPositionSelector', start: 1, end: 2 }] as object)],
  [
    '4.3.1 a state of a time',
    selecting(quote, {
      state: { type: 'TimeState', sourceDate: '2015-07-20T13:30:00Z', cached: `${at}cache` },
    }),
  ],
  [
    '4.3.2 a state of a request',
    selecting(quote, { state: { type: 'HttpRequestState', value: 'Accept: application/pdf' } }),
  ],
  [
    '4.3.3 a refined state',
    selecting(quote, {
      state: {
        type: 'TimeState',
        sourceDateStart: '2016-02-01T12:05:23Z',
        sourceDateEnd: '2016-02-02T12:05:23Z',
        refinedBy: { type: 'HttpRequestState', value: 'Accept: text/html' },
      },
    }),
  ],
  [
    '4.4 styles',
    {
      stylesheet: { id: `${at}style1`, type: 'CssStylesheet' },
      target: { source: page, styleClass: ['red', 'large'] },
    },
  ],
  [
    '4.5 what rendered it',
    { target: { source: `${at}edition1`, renderedVia: { id: `${at}pdf-viewer`, type: 'Software' } } },
  ],
  ['4.6 a scope', { target: { source: `${at}image1`, scope: page } }],
  [
    '5 sets of bodies and targets',
    {
      body: { type: 'Composite', items: [`${at}a`, text()] },
      target: { type: 'List', items: [page, { type: 'Independents', items: [`${at}c`] }] },
    },
  ],
]

test.each(examples)('reads without loss %s', (_, example) => {
  const given = { '@context': annotationContext, id: `${at}anno`, type: 'Annotation', ...example }
  const { via, ...read } = readAnnotation(given)
  const { id, via: before, ...rest } = given as typeof given & { via?: string }
  expect(read).toEqual(rest)
  expect(via).toEqual(before === undefined ? id : [before, id])
})
