import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readContentState, writeContentState } from '../../../src/web/iiif/content-state.ts'

const origin = 'https://archive.example'
const canvas = `${origin}/iiif/3/d1/canvas/p2`
const manifest = { id: `${origin}/iiif/3/d1/manifest`, type: 'Manifest' }
const place = { document: 'd1', page: 'p2', region: null }
const there = { ...place, region: [10, 20, 300, 400] }
const read = (state: unknown) =>
  readContentState(typeof state === 'string' ? state : JSON.stringify(state), origin)

test('a place is read from each form that the standard has', () => {
  expect(read(manifest.id)).toEqual({ document: 'd1', page: null, region: null })
  expect(read(canvas)).toEqual(place)
  expect(read(`${canvas}#xywh=10,20,300,400`)).toEqual(there)
  expect(read({ id: canvas, type: 'Canvas', partOf: [manifest] })).toEqual(place)
  const annotation = (target: unknown) => ({
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    id: 'https://elsewhere.example/a1',
    type: 'Annotation',
    motivation: ['contentState'],
    target,
  })
  expect(read(annotation(`${canvas}#xywh=pixel:10,20,300,400`))).toEqual(there)
  expect(read(annotation([{ id: canvas, type: 'Canvas' }, 'https://elsewhere.example']))).toEqual(place)
  const selector = { type: 'FragmentSelector', value: 'xywh=10.4,19.6,300,400' }
  expect(read(annotation({ type: 'SpecificResource', source: { id: canvas }, selector }))).toEqual(there)
  // As the standard encodes one in its example (6.2), in our own addresses.
  const encoded = btoa(encodeURIComponent(JSON.stringify(annotation(canvas))))
  expect(read(encoded)).toEqual(place)
})

test('what stands elsewhere is told by its address; what is no content state is none', () => {
  expect(read('https://example.org/iiif/3/d1/manifest')).toEqual({
    elsewhere: 'https://example.org/iiif/3/d1/manifest',
  })
  expect(read({ id: `${origin}/somewhere`, type: 'Manifest' })).toEqual({ elsewhere: `${origin}/somewhere` })
  expect(read(`${origin}/iiif/3/%zz/manifest#%zz`)).toEqual({ document: '%zz', page: null, region: null })
  for (const none of ['', 'words', '{', '{}', '[]', 'bnVsbA', 'javascript:alert(1)', { id: 'javascript:x' }])
    expect(read(none)).toBeNull()
})

test('whatever is written is read again, and nothing makes the reader fail', () => {
  const id = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.isWellFormed())
  const side = fc.integer({ min: 1, max: 9999 })
  const region = fc.option(fc.tuple(side, side, side, side))
  fc.assert(
    fc.property(id, id, region, (document, page, region) => {
      const written = { document, page, region }
      expect(readContentState(writeContentState(written, origin), origin)).toEqual(written)
    }),
  )
  fc.assert(fc.property(fc.string(), (text) => void readContentState(text, origin)))
  fc.assert(fc.property(fc.json(), (text) => void readContentState(text, origin)))
})
