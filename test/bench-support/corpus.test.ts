import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { corpus } from '../bench/corpus.ts'
import { percentile } from '../bench/measure.ts'
import { seeded } from '../bench/random.ts'

const made = [...corpus(300)].map(({ description, pageCount, pages }) => ({
  description,
  pageCount,
  pages: [...pages],
}))
const texts = made.flatMap(({ pages }) => pages)

describe('the corpus of the benchmark', () => {
  test('is the same, byte for byte, at every run and on every machine', () => {
    const sha256 = createHash('sha256').update(JSON.stringify(made)).digest('hex')
    expect(sha256).toBe('918ec354c4b4bab7d22893e141edfaf0e50ce2b4d25aee49ba4ba80ca7a65bfa')
  })

  test('is another one for another seed', () => {
    const [first] = corpus(300, { seed: 2 })
    expect(first?.description.title).not.toBe(made[0]?.description.title)
  })

  test('has as many pages as were asked for, in documents of 1 to 500', () => {
    expect(texts.length).toBe(300)
    for (const { pageCount, pages } of made) {
      expect(pages.length).toBe(pageCount)
      expect(pageCount).toBeLessThanOrEqual(500)
    }
  })

  test('has pages of about 400 words and 4.4 KB, of which some words are broken at line ends', () => {
    const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0) / texts.length
    const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / texts.length
    expect(words).toBeGreaterThan(380)
    expect(words).toBeLessThan(440)
    expect(bytes).toBeGreaterThan(3900)
    expect(bytes).toBeLessThan(4900)
    expect(texts.filter((text) => /\p{Ll}-\n\p{Ll}/u.test(text)).length).toBeGreaterThan(290)
  })

  test('has a few words that stand everywhere and many that stand once, as texts have', () => {
    const counts = new Map<string, number>()
    const words = texts.flatMap((text) => text.toLowerCase().match(/\p{L}+/gu) ?? [])
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    const byCount = [...counts.values()].sort((a, b) => b - a)
    const share = (part: readonly number[]) => part.reduce((sum, count) => sum + count, 0) / words.length
    expect(share(byCount.slice(0, 100))).toBeGreaterThan(0.15)
    expect(byCount.filter((count) => count === 1).length / byCount.length).toBeGreaterThan(0.4)
  })
})

test('the numbers of a seed are spread evenly from 0 to 1', () => {
  const random = seeded(3)
  const tenths = new Array(10).fill(0)
  for (let n = 0; n < 10_000; n++) tenths[Math.floor(random() * 10)]++
  expect(Math.min(...tenths)).toBeGreaterThan(900)
  expect(Math.max(...tenths)).toBeLessThan(1100)
})

test('a percentile is one of the values, by the nearest rank', () => {
  expect(percentile([5, 1, 3, 2, 4], 0.5)).toBe(3)
  expect(percentile([5, 1, 3, 2, 4], 0.95)).toBe(5)
  expect(percentile([7], 0.5)).toBe(7)
})
