import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyse } from '../../../src/domain/analysis/analyse.ts'
import { findMatches } from '../../../src/domain/search/matches.ts'
import { parseQuery } from '../../../src/domain/search/parse-query.ts'
import { regionOf } from '../../../src/domain/search/region.ts'

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

test('words that stand there with other letters leave the whole text', () => {
  const text = long(60, 'trėmimus ', 60)
  expect(regionIn(text, 'tremimus')).toBe(text)
})

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
