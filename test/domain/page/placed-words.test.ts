import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOut } from '../../../src/domain/page/lay-out.ts'
import { packWords, unpackWords } from '../../../src/domain/page/pack-words.ts'
import { boxesOf, inFrame, meanConfidence } from '../../../src/domain/page/placed-words.ts'

const word = (text: string, x: number, confidence: number | null = null) => ({
  text,
  box: [x, 10, 8, 4] as const,
  confidence,
})
const frame = { width: 100, height: 200 }

describe('words laid out', () => {
  test('make a text of words, lines and blocks, and each knows where it stands in it', () => {
    const { content, placed } = layOut(frame, [
      [[word('Quietly', 1), word('and', 2)], [word(' ', 3)], [word('speedily', 4)]],
      [],
      [[word('100\u0000 kg', 5)]],
    ])
    expect(content).toBe('Quietly and\nspeedily\n\n100 kg')
    expect(placed.words.map(({ start, end }) => content.slice(start, end))).toEqual([
      'Quietly',
      'and',
      'speedily',
      '100 kg',
    ])
  })

  test('have their boxes in any frame, never without a size', () => {
    const { placed } = layOut(frame, [[[word('a', 0), word('b', 50)]]])
    const larger = inFrame(placed, { width: 1000, height: 400 })
    expect(larger.words.map(({ box }) => box)).toEqual([
      [0, 20, 80, 8],
      [500, 20, 80, 8],
    ])
    expect(inFrame(placed, { width: 1, height: 1 }).words[0]?.box).toEqual([0, 0, 1, 1])
  })

  test('give the boxes of a stretch of text', () => {
    const { placed } = layOut(frame, [[[word('one', 1), word('two', 2), word('three', 3)]]])
    expect(boxesOf(placed, 2, 5).map(([x]) => x)).toEqual([1, 2])
    expect(boxesOf(placed, 3, 4)).toEqual([])
  })

  test('are as sure as their words are on the mean', () => {
    const { placed } = layOut(frame, [[[word('one', 1, 90), word('two', 2, 40), word('three', 3)]]])
    expect(meanConfidence(placed)).toBe(65)
    expect(meanConfidence({ frame, words: [] })).toBeNull()
  })
})

describe('packed words', () => {
  const size = fc.nat(100_000)
  const placedWord = fc
    .record({ start: fc.nat(1e6), length: size, box: fc.tuple(fc.integer(), fc.integer(), size, size) })
    .chain(({ start, length, box }) =>
      fc.option(fc.nat(100)).map((confidence) => ({ start, end: start + length, box, confidence })),
    )

  test('come back as they were', () => {
    fc.assert(
      fc.property(fc.record({ width: size, height: size }), fc.array(placedWord), (frame, words) => {
        expect(unpackWords(packWords({ frame, words }))).toEqual({ frame, words })
        const isWanted = (start: number, end: number) => (start + end) % 2 === 0
        const some = words.filter(({ start, end }) => isWanted(start, end))
        expect(unpackWords(packWords({ frame, words }), isWanted)).toEqual({ frame, words: some })
      }),
    )
  })

  test('come back where a page has very many', () => {
    const many = Array.from({ length: 3000 }, (_, n) => ({
      start: n * 9,
      end: n * 9 + 8,
      box: [n, 2 * n, 70_000, 3] as const,
    }))
    const words = many.map((one) => ({ ...one, confidence: 90 }))
    expect(unpackWords(packWords({ frame, words }))).toEqual({ frame, words })
  })

  test('are packed whatever their numbers are', () => {
    const box = [-1e300, Number.NaN, 1e300, Number.POSITIVE_INFINITY] as const
    const { words } = unpackWords(packWords({ frame, words: [{ start: 0, end: 3, box, confidence: null }] }))
    expect(words).toMatchObject([{ start: 0, end: 3, confidence: null }])
    expect(words[0]?.box.slice(2)).toEqual([Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER])
  })

  test('stay as they are when they are packed already', () => {
    const packed = packWords({ frame, words: [{ start: 0, end: 3, box: [1, 2, 3, 4], confidence: 90 }] })
    expect(packWords(packed)).toBe(packed)
  })

  test('are refused when cut short or of another version', () => {
    const bytes = packWords({ frame, words: [{ start: 0, end: 3, box: [1, 2, 3, 4], confidence: 70 }] })
    expect(() => unpackWords(bytes.subarray(0, -1))).toThrow(RangeError)
    expect(() => unpackWords(Uint8Array.of(9, 1, 1, 0))).toThrow(RangeError)
  })
})
