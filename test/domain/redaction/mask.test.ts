import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codePoints } from '../../../src/domain/annotation/code-points.ts'
import { block, joined, masked, meantAt, shownAt } from '../../../src/domain/redaction/mask.ts'

const aText = fc.string({ unit: fc.constantFrom('a', 'ž', '😀', ' ', ',', '\n'), maxLength: 40 })
const spansIn = (text: string) => {
  const { length, codePointToUnit } = codePoints(text)
  const span = fc.tuple(fc.nat(length), fc.integer({ min: 1, max: 8 })).map(([start, more]) => ({
    start: codePointToUnit(start),
    end: codePointToUnit(start + more),
  }))
  return fc.array(span, { maxLength: 4 }).map((all) =>
    joined(
      text,
      all.filter(({ start, end }) => start < end),
    ),
  )
}
const aMasked = aText.chain((text) => fc.tuple(fc.constant(text), spansIn(text)))

describe('a text of which words are withheld', () => {
  test('has one block of one length for each run of them, and the rest as it was', () => {
    const text = 'The name is Petras, Petraitis of Kaunas.'
    const one = { start: 12, end: 18 }
    const other = { start: 20, end: 29 }
    const spans = joined(text, [other, one])
    expect(spans).toEqual([{ start: 12, end: 29 }])
    expect(masked(text, null, spans).content).toBe(`The name is ${block} of Kaunas.`)
    expect(joined(text, [one, { start: 33, end: 39 }])).toHaveLength(2)
  })

  test('keeps the places of the words that are left', () => {
    const text = 'one two three'
    const word = (start: number, end: number) => ({
      start,
      end,
      box: [start, 0, 1, 1] as const,
      confidence: null,
    })
    const placed = { frame: { width: 20, height: 1 }, words: [word(0, 3), word(4, 7), word(8, 13)] }
    const { content, placed: left } = masked(text, placed, [{ start: 4, end: 7 }])
    expect(left?.words.map(({ start, end, box }) => [content.slice(start, end), box[0]])).toEqual([
      ['one', 0],
      ['three', 8],
    ])
  })

  test('leads from a passage of it to the whole text and back', () => {
    fc.assert(
      fc.property(aMasked, fc.nat(40), fc.nat(10), ([text, spans], from, length) => {
        const { content, cuts } = masked(text, null, spans)
        const points = [...content]
        const start = Math.min(from, points.length)
        const end = Math.min(points.length, start + length)
        const meant = meantAt(cuts, { start, end })
        const shown = shownAt(cuts, meant)
        expect(shown.start).toBeLessThanOrEqual(start)
        expect(shown.end).toBeGreaterThanOrEqual(end)
        const passage = points.slice(start, end).join('')
        if (!passage.includes('█')) {
          expect([...text].slice(meant.start, meant.end).join('')).toBe(passage)
          if (start < end) expect(shown).toEqual({ start, end })
        }
      }),
    )
  })

  test('says nothing of what is withheld, whatever passage of the whole is asked for', () => {
    fc.assert(
      fc.property(aMasked, fc.nat(40), fc.nat(10), ([text, spans], from, length) => {
        const { content, cuts } = masked(text, null, spans)
        const { unitToCodePoint } = codePoints(text)
        const cut = spans.map(({ start, end }) => [unitToCodePoint(start), unitToCodePoint(end)] as const)
        const { start, end } = shownAt(cuts, { start: from, end: from + length })
        const inside = cut.find(([a, b]) => a <= from && from + length <= b && length > 0)
        if (inside) expect([...content].slice(start, end).join('')).toBe(block)
      }),
    )
  })
})
