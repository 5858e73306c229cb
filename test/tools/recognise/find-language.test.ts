import { expect, test } from 'vitest'
import type { ReadBlock } from '../../../src/domain/page/lay-out.ts'
import { findLanguage } from '../../../src/tools/recognise/find-language.ts'
import { sentences } from '../../support/scans/sentences.ts'

const all = ['deu', 'eng', 'est', 'lav', 'lit', 'rus']
const garbled = 'Of OabyuikKa CNpATaNa now nogknapKonw nanbto ManeHbKun MONMTBeHHKK KakKoro OTHocHTeIbHO'

const read = (text: string, confidence: number): ReadBlock[] => [
  [text.split(' ').map((word) => ({ text: word, box: [0, 0, 1, 1], confidence }))],
]

/** What models would read: for those not named, garbage that nobody is sure of. */
function reading(byModel: Readonly<Record<string, ReadBlock[]>>) {
  const asked: string[] = []
  return {
    asked,
    read: async (model: string) => {
      asked.push(model)
      return byModel[model] ?? read('xq zv qqk', 20)
    },
  }
}

test('the English model tells Latin languages by what it reads, and no other is asked', async () => {
  for (const [language, model] of [
    ['lt', 'lit'],
    ['lv', 'lav'],
    ['et', 'est'],
    ['de', 'deu'],
    ['en', 'eng'],
  ] as const) {
    const plain = sentences[language].slice(0, 4).join(' ').normalize('NFD').replace(/\p{M}/gu, '')
    const { asked, read: reads } = reading({ eng: read(plain, 80) })
    expect(await findLanguage(all, reads)).toEqual({ model })
    expect(asked).toEqual(['eng'])
  }
})

test('Cyrillic letters are read by the models that know them', async () => {
  const { asked, read: reads } = reading({
    eng: read(garbled, 45),
    rus: read(sentences.ru.slice(0, 4).join(' '), 90),
  })
  expect(await findLanguage(all, reads)).toEqual({ model: 'rus' })
  expect(asked).toEqual(['eng', 'rus'])
})

test('Cyrillic letters without a model for them, and a language without its own, are said to be missing', async () => {
  expect(await findLanguage(['eng', 'lit'], reading({ eng: read(garbled, 45) }).read)).toEqual({
    missing: 'ru',
  })
  const estonian = read(sentences.et.slice(0, 4).join(' '), 85)
  expect(await findLanguage(['eng', 'lit'], reading({ eng: estonian }).read)).toEqual({ missing: 'et' })
})

test('where English tells nothing, the model that is surest is taken', async () => {
  const polish = 'W nocy rodziny zbudzono przed świtem i zawieziono ciężarówkami na stację kolejową'
  const { read: reads } = reading({ eng: read('W nocy rodziny zbudzono', 55), pol: read(polish, 88) })
  expect(await findLanguage(['eng', 'lit', 'pol'], reads)).toEqual({ model: 'pol' })
})

test('a page without a letter asks once, and an archive without English starts with another model', async () => {
  const empty = reading({ eng: [], lit: [] })
  expect(await findLanguage(all, empty.read)).toEqual({ model: 'eng' })
  expect(empty.asked).toEqual(['eng'])
  expect(await findLanguage(['lit'], empty.read)).toEqual({ model: 'lit' })
})
