import { expect, test } from 'vitest'
import { bestLayer, isLayer, type Layer } from '../../src/domain/text.ts'

test.each<[Layer[], Layer | null]>([
  [['ocr', 'transcription', 'embedded'], 'transcription'],
  [['ocr', 'embedded'], 'embedded'],
  [['translation:lt', 'ocr'], 'ocr'],
  [['translation:lt'], 'translation:lt'],
  [[], null],
])('of %j the best layer is %s', (layers, best) => {
  expect(bestLayer(layers)).toBe(best)
})

test('a garbled text layer comes after what was recognised, and before nothing', () => {
  expect(bestLayer(['embedded', 'ocr'], true)).toBe('ocr')
  expect(bestLayer(['embedded', 'transcription'], true)).toBe('transcription')
  expect(bestLayer(['embedded'], true)).toBe('embedded')
})

test.each(['transcription', 'embedded', 'ocr', 'translation:ru', 'translation:zh-Hant'])(
  '%s is a layer',
  (name) => {
    expect(isLayer(name)).toBe(true)
  },
)

test.each(['', 'Transcription', 'translation', 'translation:', 'translation:x', 'toString'])(
  '%j is none',
  (name) => {
    expect(isLayer(name)).toBe(false)
  },
)
