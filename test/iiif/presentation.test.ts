import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { named, together, translations } from '../../src/iiif/language-map.ts'
import { behaviorOf, directionOf } from '../../src/iiif/order.ts'
import { rightsIn } from '../../src/iiif/rights.ts'
import type { CanvasEntry } from '../../src/ports/canvases.ts'

const said = (text: string, lang: string | null = null) => ({ text, lang })

describe('a language map', () => {
  test('has the first text in each language, and none for what is no language', () => {
    const texts = [said('Order', 'en'), said('Second', 'en'), said('Įsakymas', 'lt'), said('?', 'not a tag')]
    expect(translations(texts)).toEqual({ en: ['Order'], lt: ['Įsakymas'], none: ['?'] })
    for (const lang of ['__proto__', 'constructor', ''])
      expect(translations([said('x', lang)])).toEqual({ none: ['x'] })
  })

  test('keeps different things together, for a viewer shows one language', () => {
    expect(together([said('a', 'en'), said('b', 'en')])).toEqual({ en: ['a', 'b'] })
    expect(together([said('a', 'en'), said('b', 'lt')])).toEqual({ none: ['a', 'b'] })
    expect(named([[said('Serov', 'en'), said('Серов', 'ru')], [said('clerk')]])).toEqual({
      ...{ en: ['Serov', 'clerk'], ru: ['Серов', 'clerk'], none: ['Serov', 'clerk'] },
    })
    expect(named([[], [said('x')]])).toEqual({ none: ['x'] })
  })

  test('holds nothing that would be taken for markup', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const [only = ''] = translations([said(text)]).none ?? []
        expect(only.startsWith('<') && only.endsWith('>')).toBe(false)
        expect(only.trimEnd()).toBe(text.trimEnd())
      }),
    )
  })
})

test.each([
  ['https://creativecommons.org/licenses/by/4.0/', 'http://creativecommons.org/licenses/by/4.0/'],
  [
    'see http://www.creativecommons.org/licenses/BY-NC-SA/3.0/de.',
    'http://creativecommons.org/licenses/by-nc-sa/3.0/de/',
  ],
  ['https://creativecommons.org/licenses/by/4.0/deed.lt', 'http://creativecommons.org/licenses/by/4.0/'],
  ['https://creativecommons.org/publicdomain/zero/1.0/', 'http://creativecommons.org/publicdomain/zero/1.0/'],
  ['https://rightsstatements.org/page/InC/1.0/?language=en', 'http://rightsstatements.org/vocab/InC/1.0/'],
  ['CC BY 4.0', null],
  ['https://example.org/creativecommons.org/', null],
  ['http://creativecommons.org/licenses/by/4.0/ or http://creativecommons.org/licenses/by-sa/4.0/', null],
])('the rights in “%s” are %s', (text, rights) => {
  expect(rightsIn(text)).toBe(rights)
})

test.each([
  ...(['ar', 'he', 'fa', 'yi', 'ug', 'az-Arab', 'ckb'] as const).map(
    (tag) => [tag, 'right-to-left'] as const,
  ),
  ...(['en', 'ru', 'lt', 'ja', 'ar-Latn', 'xx', 'not a tag'] as const).map(
    (tag) => [tag, undefined] as const,
  ),
])('%s is read %s', (tag, direction) => {
  expect(directionOf(tag)).toBe(direction)
})

test('pages lie in openings only where folios follow one another', () => {
  const pages = (...labels: (string | null)[]) =>
    labels.map((label) => ({ kind: 'page', label }) as CanvasEntry)
  const missing = { kind: 'missing' } as CanvasEntry
  expect(behaviorOf(pages('1r', '1v', '2r'))).toBe('paged')
  expect(behaviorOf(pages('f. 12r', 'f. 12v', 'f. 13r', 'f. 13v'))).toBe('paged')
  for (const some of [
    ...[[], pages('1r', '1v'), pages('1v', '2r', '2v'), pages('1r', null, '2r'), pages('1', '2', '3')],
    [...pages('1r', '1v'), missing, ...pages('2v')],
  ])
    expect(behaviorOf(some)).toBe('individuals')
})
