import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from '../../../src/tools/extract/decode-text.ts'
import { encode, encodeUtf16 } from '../../support/encode.ts'

const russian =
  'О порядке проведения операции по выселению антисоветского элемента из Литвы, Латвии и Эстонии.'
const lithuanian =
  'Žodis į žodį: antitarybinių elementų iškeldinimas iš Lietuvos, rasta kopija su antspaudu Šiauliuose.'
const latvian =
  'Par pretpadomju elementu izsūtīšanu no Lietuvas, Latvijas un Igaunijas. Ģimenes galva tika nošķirta.'
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Uint8Array.from(part))))

test('UTF-8 is read with and without a byte order mark, and nothing is assumed', () => {
  expect(decodeText(bytes(lithuanian))).toEqual({ text: lithuanian, encoding: 'utf-8', assumed: null })
  expect(decodeText(bytes([0xef, 0xbb, 0xbf], russian))).toMatchObject({ text: russian, assumed: null })
})

test('UTF-16 is read in both orders, with a mark and, recognised by its shape, without', () => {
  for (const order of ['le', 'be'] as const) {
    for (const text of [russian, latvian, 'plain English']) {
      const marked = decodeText(encodeUtf16(`\ufeff${text}`, order))
      expect(marked).toEqual({ text, encoding: `utf-16${order}`, assumed: null })
      const bare = decodeText(encodeUtf16(text, order))
      expect(bare).toMatchObject({ text, assumed: `read as utf-16${order} (there was no byte order mark)` })
    }
  }
})

const oldTexts: [encoding: string, text: string][] = [
  ['windows-1251', russian],
  ['windows-1251', 'Инструкция'],
  ['windows-1251', 'СОВЕРШЕННО СЕКРЕТНО. НАРОДНЫЙ КОМИССАРИАТ ГОСУДАРСТВЕННОЙ БЕЗОПАСНОСТИ'],
  ['windows-1251', 'Інструкція про порядок виселення антирадянських елементів із Литви. Її знайшли.'],
  ['koi8-r', russian],
  ['koi8-r', 'Шяуляй'],
  ['ibm866', russian],
  ['windows-1257', lithuanian],
  ['windows-1257', '„Serovas“ – liaudies komisaro pavaduotojas, pasirašęs įsakymą Nr. 001223.'],
  ['windows-1257', 'Šiauliai'],
  ['windows-1257', latvian],
  ['windows-1257', 'Rīgā'],
  [
    'windows-1252',
    'Nõukogudevastaste elementide väljasaatmine Leedust, Lätist ja Eestist küüditamise öösel.',
  ],
  ['windows-1252', 'Über die Durchführung der Aussiedlung – die Größe der Gepäckstücke für Familien.'],
  ['windows-1252', 'Secretly – quietly and speedily; families could take 100 kg of “clothes, food”.'],
  [
    'windows-1252',
    'Les familles étaient autorisées à emporter cent kilogrammes, où les pères étaient séparés.',
  ],
  ['windows-1252', 'Instrucción sobre el modo de realizar la deportación; mañana será después, ¿cómo?'],
  ['windows-1252', 'Københavns beboere må på gaderne være forsigtige, for både børn og ældre går her.'],
  ['windows-1250', 'Źródła podają różne daty, które się wykluczają, łącząc błędnie oba rozkazy.'],
  ['windows-1253', 'Οδηγία για τη διεξαγωγή της απέλασης των αντισοβιετικών στοιχείων από τη Λιθουανία.'],
]

test.each(oldTexts)('an undeclared %s text is recognised by its letters: %s', (encoding, text) => {
  const read = decodeText(encode(text, encoding))
  expect(read.text).toBe(text)
  expect(read.assumed).toMatch(/^read as [\w-]+ \(no encoding was declared.*\)$/)
})

test('a long old text is told apart even where its first thousands of letters are ASCII', () => {
  const read = decodeText(encode(`${'Nr. 001223 '.repeat(40_000)}${lithuanian}`, 'windows-1257'))
  expect(read.encoding).toBe('windows-1257')
  expect(read.text.endsWith(lithuanian)).toBe(true)
})

test('UTF-8 with a few broken bytes stays UTF-8 and says so', () => {
  expect(decodeText(bytes(lithuanian, [0xff], russian))).toEqual({
    text: `${lithuanian}\ufffd${russian}`,
    encoding: 'utf-8',
    assumed: 'read as utf-8 (1 place was not valid and became U+FFFD)',
  })
  const cutInside = bytes(russian.slice(0, -1)).subarray(0, -1)
  expect(decodeText(cutInside).assumed).toBe('read as utf-8 (1 place was not valid and became U+FFFD)')
})

test('Japanese in an old encoding is left to the detector', () => {
  const shiftJis = [
    0x82, 0xb1, 0x82, 0xea, 0x82, 0xcd, 0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xc5, 0x82, 0xb7,
  ]
  expect(decodeText(Uint8Array.from([...shiftJis, ...shiftJis])).text).toBe(
    'これは日本語ですこれは日本語です',
  )
})

test('any text survives UTF-8, also across the pieces in which long texts are decoded', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      fc.pre(!text.startsWith('\ufeff') && decodeText(Buffer.from(text)).encoding === 'utf-8')
      expect(decodeText(Buffer.from(text)).text).toBe(text)
    }),
    { numRuns: 200 },
  )
  const long = `a${'ж'.repeat(1_500_000)}`
  expect(decodeText(Buffer.from(long)).text).toBe(long)
})

test('whatever the bytes, there is a text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (odd) => {
      expect(typeof decodeText(odd).text).toBe('string')
    }),
    { numRuns: 300 },
  )
})
