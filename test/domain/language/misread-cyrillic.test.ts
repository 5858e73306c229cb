import { expect, test } from 'vitest'
import { languages } from '../../../src/domain/language/language.ts'
import { isMisreadCyrillic } from '../../../src/domain/language/misread-cyrillic.ts'
import { sentences } from '../../support/scans/sentences.ts'

test('Cyrillic letters read as Latin ones are known by the capitals inside words', () => {
  const read =
    'MOA Oadywika CNpATana now nonKNanKoN nanbto ManeHbKuy MONMUTBeHHKK Kakyx CNpoCHTb OTHOCHTeIbHO TorO'
  expect(isMisreadCyrillic(read)).toBe(true)
})

test('no text in its own letters looks like that, in capitals neither, and nothing can be said of a few words', () => {
  for (const language of languages) {
    expect(isMisreadCyrillic(sentences[language].join(' ')), language).toBe(false)
    expect(isMisreadCyrillic(sentences[language].join(' ').toUpperCase()), language).toBe(false)
  }
  expect(isMisreadCyrillic('nogKnapKonw ManeHbKun')).toBe(false)
})
