import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as russian } from '@orama/stemmers/russian'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stemPorter } from '../../../src/domain/inflection/porter.ts'
import { stemSnowball } from '../../../src/domain/inflection/snowball-russian.ts'

const latin = `
  a e i o u y b c d l n s t z w x ll ed ing eed s ss es sses ies at bl iz e ational tional enci anci izer bli alli entli eli
  ousli ization ation ator alism iveness fulness ousness aliti iviti biliti logi icate ative alize iciti ical ful ness al
  ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize sion tion ion`
const cyrillic = `
  а е ё и о у ы э ю я б в г д к л м н нн р с т вши вшись ив ивши ивш ыв ывши ывш ее ие ое ими ей ий ой ый ем им его ому их ею
  ую юю ая яя щ ющ ующ сь ся ла ила на ена ете ите ейте ли или уй ил ыл ен ло ено нно ет ует ит ют уют ят ны ть ить ешь ишь
  ев ов ье еи ами иями ией ям ах ь ию ья ост ость ейше ейш`

const words = (parts: string) =>
  fc
    .array(fc.constantFrom(...parts.trim().split(/\s+/)), { minLength: 1, maxLength: 7 })
    .map((all) => all.join(''))

describe('words have the stems that the libraries give them', () => {
  test.each([
    ['English', latin, stemPorter, english],
    ['Russian', cyrillic, stemSnowball, russian],
  ] as const)('in %s', (_, parts, ours, theirs) => {
    fc.assert(
      fc.property(words(parts), (word) => {
        expect(ours(word)).toBe(theirs(word))
      }),
      { numRuns: 3000 },
    )
  })
})
