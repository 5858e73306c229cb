import fc from 'fast-check'
import * as iuliia from 'iuliia'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../../src/domain/analysis/analyse.ts'
import { fold } from '../../../src/domain/analysis/fold.ts'
import { inOtherScript } from '../../../src/domain/transliteration/in-other-script.ts'
import { schemes } from '../../../src/domain/transliteration/schemes.ts'
import { spell } from '../../../src/domain/transliteration/to-latin.ts'
import { lettersOf } from '../../../src/domain/transliteration/written-letters.ts'
import { russianNames } from './russian-names.ts'
import { spellings } from './spellings.ts'
import { unseenSpellings } from './unseen-spellings.ts'

const leadsTo = (written: string, other: string) => inOtherScript(written).includes(fold(other))
const share = <T>(all: readonly T[], holds: (one: T) => boolean) => all.filter(holds).length / all.length

describe('a name in one script finds it in the other', () => {
  test.each([
    ['Серов', 'Serov Serow Serovas Serovs'],
    ['Шяуляй', 'Šiauliai Shyaulyay Shaulyai Siauliai'],
    ['Берия', 'Beria Beriya Berija'],
    ['Каунас', 'Kaunas'],
    ['Вильнюс', 'Vilnius'],
    ['Молотов', 'Molotov Molotovas'],
    ['Екабпилс', 'Jēkabpils'],
    ['Рига', 'Rīga'],
    ['Тарту', 'Tartu'],
    ['Жуков', 'Zhukov Žukov Schukow'],
    ['Хрущёв', 'Khrushchev Chruščiov Hruščov Hruštšov Chruschtschow'],
    ['Щербаков', 'Shcherbakov Ščerbakov'],
    ['Ягода', 'Yagoda Jagoda'],
    ['Юрий', 'Yuri Jurij'],
  ])('%s: %s', (russian, others) => {
    for (const latin of others.split(' ')) {
      expect.soft(inOtherScript(russian)).toContain(fold(latin))
      expect.soft(inOtherScript(latin)).toContain(fold(russian))
    }
  })

  test('in Russian also where ё is written as е, and in capitals', () => {
    expect(inOtherScript('ГОРБАЧЕВ')).toEqual(
      expect.arrayContaining(['gorbachev', 'gorbaciovas', 'gorbatschow']),
    )
  })

  test('in Latin letters also with the primes, ties and accents of catalogues', () => {
    expect(leadsTo('Grigorʹev', 'Григорьев')).toBe(true)
    expect(leadsTo('I͡agoda', 'Ягода')).toBe(true)
    expect(leadsTo('Се́ров', 'Serov')).toBe(true)
  })

  test('the likeliest first', () => {
    expect(inOtherScript('Serov')[0]).toBe('серов')
    expect(inOtherScript('Khrushchev')[0]).toBe('хрущев')
    expect(inOtherScript('Серов')[0]).toBe('serov')
  })
})

describe('of names as books, passports and maps write them', () => {
  const pairsOf = (lines: readonly (readonly string[])[]) =>
    lines.flatMap(([russian = '', ...others]) => others.map((latin) => ({ russian, latin })))

  test.each([
    ['known when the schemes were written', spellings, 0.97],
    ['judged only afterwards', unseenSpellings, 0.94],
  ])('most lead to each other: those %s', (_, lines, floor) => {
    const pairs = pairsOf(lines)
    expect(pairs.length).toBeGreaterThan(200)
    expect(share(pairs, ({ russian, latin }) => leadsTo(russian, latin))).toBeGreaterThanOrEqual(floor)
    expect(share(pairs, ({ russian, latin }) => leadsTo(latin, russian))).toBeGreaterThanOrEqual(floor)
  })
})

describe('what a scheme writes leads back', () => {
  const spelled = russianNames.flatMap((name) =>
    schemes.flatMap((scheme) =>
      spell(name.toLowerCase(), scheme).map((written) => ({ name, latin: lettersOf(written) })),
    ),
  )

  test('for six hundred names and every scheme, but for one in a thousand', () => {
    expect(russianNames.length).toBeGreaterThan(600)
    expect(share(spelled, ({ name, latin }) => leadsTo(latin, name))).toBeGreaterThan(0.999)
  })

  test('mostly among the first ten', () => {
    const isEarly = ({ name, latin }: { name: string; latin: string }) =>
      inOtherScript(latin).slice(0, 10).includes(fold(name))
    expect(share(spelled, isEarly)).toBeGreaterThan(0.98)
  })

  test('mostly also when typed without diacritics', () => {
    expect(share(spelled, ({ name, latin }) => leadsTo(fold(latin), name))).toBeGreaterThan(0.98)
  })
})

test.each([
  'ala_lc',
  'bgn_pcgn',
  'bs_2979_alt',
  'gost_779',
  'gost_779_alt',
  'icao_doc_9303',
  'iso_9_1968',
  'scientific',
  'wikipedia',
  'yandex_maps',
])('every name is written as the library writes it by %s', (standard) => {
  const missing = russianNames.filter((name) => {
    const latin = iuliia.translate(name.toLowerCase(), iuliia.Schemas.get(standard))
    return !leadsTo(name, lettersOf(latin))
  })
  expect(missing).toEqual([])
})

describe('of any word', () => {
  const letters = fc.constantFrom(...'abcehijsuyzščžäāīõxwабвеёийкуцщьъыэюяʹ1і-')
  const word = fc.oneof(fc.string({ unit: letters }), fc.string({ unit: 'grapheme' }))

  test('at most sixty words come, each once, in the other script, as they stand in the index', () => {
    fc.assert(
      fc.property(word, (written) => {
        const others = inOtherScript(written)
        expect(others.length).toBeLessThanOrEqual(60)
        expect(new Set(others).size).toBe(others.length)
        for (const other of others) {
          expect(other).toMatch(/[а-я]/u.test(written.toLowerCase()) ? /^[a-z]+$/ : /^[а-я]+$/u)
          expect(analyse(other, null).map((found) => found.word)).toEqual([other])
        }
      }),
    )
  })

  test.each(['', 'NK', 'Ян', 'B52', 'Кaунас', 'Київ', 'Αθήνα', 'משה', 'a'.repeat(40)])(
    'none come of %s',
    (written) => {
      expect(inOtherScript(written)).toEqual([])
    },
  )

  test('long ones with many readings end soon', () => {
    const started = performance.now()
    inOtherScript('schiaiuyshchscieyiazsjuiaiuschi')
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
