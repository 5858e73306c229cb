import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyse } from '../../../src/domain/analysis/analyse.ts'
import { findMatches } from '../../../src/domain/search/matches.ts'
import { parseQuery } from '../../../src/domain/search/parse-query.ts'
import { regionOf } from '../../../src/domain/search/region.ts'
import { snippet } from '../../../src/domain/search/snippet.ts'

const filler = 'some words that nobody looks for '
const long = (before: number, told: string, after: number) =>
  filler.repeat(before) + told + filler.repeat(after)
const regionIn = (text: string, q: string) => {
  const { start, end } = regionOf(text, parseQuery(q).root)
  return text.slice(start, end)
}

test('a short text is read whole', () => {
  expect(regionIn('Serov signed', 'serov')).toBe('Serov signed')
})

test('of a long text it is the stretch where most of the words stand together', () => {
  const text = `${long(40, 'Serov ', 40)}${long(0, 'Serov signed in Tallinn ', 60)}`
  const region = regionIn(text, 'serov tallinn')
  expect(region).toContain('Serov signed in Tallinn')
  expect(region.length).toBeLessThan(1400)
})

test('words that stand there with diacritics or in capitals are found all the same', () => {
  for (const written of ['trėmimus', 'Trėmimus', 'TRĖMIMUS', 'tremimus']) {
    const region = regionIn(long(60, `${written} `, 60), 'tremimus')
    expect(region).toContain(written)
    expect(region.length).toBeLessThan(400)
  }
})

test('words that are broken at a line end leave the whole text', () => {
  const text = long(60, 'tremi-\nmus ', 60)
  expect(regionIn(text, 'tremimus')).toBe(text)
})

test('at either end of a text it holds as much as a snippet can show', () => {
  expect(regionIn(long(0, 'Serov ', 60), 'serov').length).toBeGreaterThan(220)
  expect(regionIn(long(60, 'Serov', 0), 'serov').length).toBeGreaterThan(220)
})

test('a snippet cut from it shows as much as one that is cut from the whole text', () => {
  const word = fc.constantFrom('some', 'words', 'Serov', 'Tallinn', 'of', 'Oslo', 'order,', 'by', 'the')
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 120, maxLength: 200 }),
      fc.constantFrom('serov', 'tallinn', 'serov tallinn', 'serov OR oslo'),
      (words, q) => {
        const text = words.join(' ')
        const { root } = parseQuery(q)
        const { start, end } = regionOf(text, root)
        const cut = (from: number, to: number) => {
          const part = text.slice(from, to)
          const known = analyse(part, null)
          const options = { isCutBefore: from > 0, isCutAfter: to < text.length }
          return snippet(part, known, findMatches(root, part, known), options)
        }
        const [mine, whole] = [cut(start, end), cut(0, text.length)]
        expect(marks(mine)).toBeGreaterThanOrEqual(marks(whole))
        expect(Math.abs(mine.length - whole.length)).toBeLessThan(60)
      },
    ),
  )
})

const marks = (html: string) => html.split('<mark>').length - 1

test('where a word stands very often it is where most of it stands together, however far on', () => {
  const text = 'Serov some some some some some '.repeat(60) + 'Serov '.repeat(30) + filler.repeat(20)
  expect(marksIn(regionIn(text, 'serov'))).toBeGreaterThan(25)
})

const marksIn = (region: string) => region.split('Serov').length - 1

test('words that are excluded do not draw it to them', () => {
  const text = long(60, 'order ', 60) + long(0, 'treaty treaty treaty ', 30)
  expect(regionIn(text, 'order -treaty')).toContain('order')
})

test('what matches in a region matches in the whole text at the same place', () => {
  fc.assert(
    fc.property(
      fc.nat(80),
      fc.nat(80),
      fc.constantFrom('serov', '"serov signed"', 'tall*', 'serov OR oslo'),
      (a, b, q) => {
        const text = long(a, 'Serov signed in Tallinn ', b)
        const { root } = parseQuery(q)
        const { start, end } = regionOf(text, root)
        const part = text.slice(start, end)
        const inPart = findMatches(root, part, analyse(part, null)).map((match) => match.start + start)
        const inWhole = findMatches(root, text, analyse(text, null)).map((match) => match.start)
        expect(inWhole).toEqual(expect.arrayContaining(inPart))
        expect(inPart.length).toBeGreaterThan(0)
      },
    ),
  )
})

test('a word that stands within others, or behind which one goes on, does not draw it there', () => {
  const text = long(60, 'Serovas preserov serov\u00adas serov1 ', 60) + long(0, 'by Serov, ', 60)
  expect(regionIn(text, 'serov')).toContain('by Serov,')
  expect(regionIn(text, 'serov*')).toContain('Serovas')
  expect(regionIn(long(60, 'a trėmimus1 ', 60) + long(0, '(trėmimus) ', 60), 'tremimus')).toContain(
    '(trėmimus)',
  )
})

test('a phrase draws it to where its words follow each other, in whatever capitals and diacritics', () => {
  const apart = 'Serov did, signed by Serov so signed '
  for (const written of ['Serov signed', 'serov,\nSigned', 'Šerov signed']) {
    const text = long(60, apart, 60) + long(0, `${written} `, 60)
    expect(regionIn(text, '"serov signed"')).toContain(written)
  }
  expect(regionIn(long(60, apart, 60), '"signed serov"~3')).toContain('signed by Serov')
})
