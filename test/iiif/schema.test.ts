import { expect, test } from 'vitest'
import { schemaFaults } from '../support/iiif-schema.ts'

const at = (path: string) => `https://archive.example/${path}`
const label = { none: ['Orders'] }
const target = at('canvas')
const note = { id: at('note'), type: 'Annotation', body: { type: 'TextualBody', value: 'Seen.' }, target }
const notes = { id: at('notes'), type: 'AnnotationPage', label, partOf: [], items: [note] }
const canvas = { id: target, type: 'Canvas', width: 3, height: 4, items: [], annotations: [notes] }
const manifest = { id: at('manifest'), type: 'Manifest', label, items: [canvas] }
const collection = { id: at('collection'), type: 'Collection', label, items: [manifest] }

test('the published schema takes what is right', () => {
  for (const resource of [collection, manifest, canvas, notes]) expect(schemaFaults(resource)).toEqual([])
})

test.each([
  ['a manifest without a label', { ...manifest, label: undefined }],
  ['a label that is no map', { ...manifest, label: 'Orders' }],
  ['a property that a manifest has not', { ...manifest, author: 'Somebody' }],
  ['a canvas without a height', { ...manifest, items: [{ ...canvas, height: undefined }] }],
  ['a manifest that is no address', { ...collection, items: [{ ...manifest, id: 'one' }] }],
  ['a behaviour that nobody knows', { ...collection, behavior: ['turning'] }],
  ['rights that are said in words', { ...manifest, rights: 'free' }],
  ['an annotation of nothing', { ...notes, items: [{ ...note, target: undefined }] }],
  ['a body without its type', { ...notes, items: [{ ...note, body: { value: 'Seen.' } }] }],
  ['a source without an address', { ...notes, items: [{ ...note, target: { source: {}, selector: [] } }] }],
  ['a page with what no standard has', { ...notes, author: 'Somebody' }],
])('it refuses %s', (_, resource) => {
  expect(schemaFaults(JSON.parse(JSON.stringify(resource)))).not.toEqual([])
})
