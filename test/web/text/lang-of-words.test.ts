import { expect, test } from 'vitest'
import { langOfWords } from '../../../src/web/text/lang-of-words.ts'

test('a few words tell their language by letters that no other has, else at least their script', () => {
  for (const [text, lang] of [
    ['Папка с документами', 'und-Cyrl'],
    ['Копии, экз. № 1', 'ru'],
    ['Київський архів', 'uk'],
    ['Загад аб ссылцы ў раён', 'be'],
    ['Lietuvos ypatingasis archyvų fondas', 'lt'],
    ['Valsts vēstures arhīvs', 'lv'],
    ['מסמכים', 'und-Hebr'],
    ['Papers of the case', undefined],
    ['', undefined],
  ] as const)
    expect([text, langOfWords(text)]).toEqual([text, lang])
})

test('what is known of the bearer of words holds where they are in its script', () => {
  expect(langOfWords('Получено 7 июня', 'ru')).toBe('ru')
  expect(langOfWords('Streng geheim', 'de')).toBe('de')
  expect(langOfWords('Streng geheim', 'ru')).toBeUndefined()
  expect(langOfWords('Совершенно секретно', 'lt')).toBe('und-Cyrl')
  expect(langOfWords('Streng geheim', 'no tag')).toBeUndefined()
})
