import { expect, test } from 'vitest'
import { languageOfModel, missing, modelOf } from '../../../src/tools/recognise/model-codes.ts'

test('the languages of the archive have the models that tesseract calls by ISO 639-3', () => {
  expect(['en', 'ru', 'lt', 'lv', 'et', 'de'].map(modelOf)).toEqual([
    'eng',
    'rus',
    'lit',
    'lav',
    'est',
    'deu',
  ])
  expect(['eng', 'rus', 'lit', 'lav', 'est', 'deu'].map(languageOfModel)).toEqual([
    'en',
    'ru',
    'lt',
    'lv',
    'et',
    'de',
  ])
})

test('a region or script changes nothing, and a code of three letters is a model of that name', () => {
  expect([modelOf('de-AT'), modelOf('RU-Cyrl'), modelOf('ltg'), languageOfModel('ltg')]).toEqual([
    'deu',
    'rus',
    'ltg',
    'ltg',
  ])
})

test('what is no tag of a language is no name of a file', () => {
  expect(['', 'xx', '../x', 'a+b', 'eng+rus', 'l t'].map(modelOf)).toEqual(Array(6).fill(null))
})

test('a missing language is told with the package and the file that add it', () => {
  expect(missing('ru')).toMatch(/Russian \(ru\).*tesseract-ocr-rus .*rus\.traineddata.*FONDS_TESSDATA/)
  expect(missing('../../etc')).toContain('no model of a language')
})
