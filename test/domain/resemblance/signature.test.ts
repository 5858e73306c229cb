import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bandsOf, bins, signing, similarity } from '../../../src/domain/resemblance/signature.ts'

const word = fc.stringMatching(/^[a-z0-9]{1,6}$/)
const texts = fc.array(word, { minLength: 20, maxLength: 400 })

function signatureOf(...pages: readonly string[]): Uint32Array {
  const text = signing()
  for (const page of pages) text.add(page)
  const signature = text.signature()
  if (!signature) throw new Error('too short')
  return signature
}

/** The runs of three words, by definition. */
const shingles = (words: readonly string[]) =>
  new Set(words.slice(2).map((_, n) => words.slice(n, n + 3).join(' ')))
function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((each) => other.has(each)).length
  return both / (one.size + other.size - both)
}

describe('the signature of a text', () => {
  test('is the same for the same words, on whatever pages they stand', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (words, at) => {
        const cut = at % words.length
        const whole = signatureOf(words.join(' '))
        const paged = signatureOf(words.slice(0, cut).join(' '), '', words.slice(cut).join(' '))
        expect(similarity(whole, paged)).toBe(1)
        expect(bandsOf(whole)).toEqual(bandsOf(paged))
      }),
    )
  })

  test('does not depend on the order in which shingles come', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word, word), { minLength: 30, maxLength: 100 }), (runs) => {
        // With the same words between them, the same runs stand in either order.
        const text = (order: typeof runs) => order.map((run) => [...run, 'x', 'y', 'z'].join(' ')).join(' ')
        const [forth, back] = [text(runs), text(runs.toReversed())]
        const alike = jaccard(shingles(forth.split(' ')), shingles(back.split(' ')))
        expect(similarity(signatureOf(forth), signatureOf(back))).toBeGreaterThanOrEqual(alike - 0.25)
        expect(similarity(signatureOf(forth), signatureOf(back))).toBe(
          similarity(signatureOf(back), signatureOf(forth)),
        )
      }),
    )
  })

  test('estimates how much two texts share within its error', () => {
    const errors: number[] = []
    for (let seed = 0; seed < 200; seed++) {
      const common = Array.from({ length: 600 }, (_, n) => `c${seed}x${n}`)
      const own = (name: string) => Array.from({ length: (seed * 7) % 900 }, (_, n) => `${name}${seed}x${n}`)
      const [one, other] = [
        [...common, ...own('a')],
        [...common, ...own('b')],
      ]
      const estimate = similarity(signatureOf(one.join(' ')), signatureOf(other.join(' ')))
      errors.push(estimate - jaccard(shingles(one), shingles(other)))
    }
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length
    const spread = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length)
    expect(Math.abs(mean)).toBeLessThan(0.015)
    expect(spread).toBeLessThan(1.3 * 0.5 * Math.sqrt(1 / bins))
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(4.5 * 0.5 * Math.sqrt(1 / bins))
  })

  test('shares a band with that of a misread copy, and seldom with that of another text', () => {
    const words = Array.from({ length: 500 }, (_, n) => `w${(n * 7919) % 1201}`)
    const misread = words.map((each, n) => (n % 14 === 0 ? `${each}q` : each))
    const shared = (one: string[], other: string[]) => {
      const bands = new Set(bandsOf(signatureOf(one.join(' '))))
      return bandsOf(signatureOf(other.join(' '))).filter((band) => bands.has(band)).length
    }
    expect(shared(words, misread)).toBeGreaterThan(0)
    const strangers = Array.from({ length: 200 }, (_, text) => words.map((each) => `${each}${text}`))
    expect(strangers.filter((other) => shared(words, other) > 0)).toEqual([])
  })

  test('is not made of a text with hardly any words, and is made of a huge one in no time', () => {
    const short = signing()
    short.add('too short to tell')
    expect(short.signature()).toBeNull()
    const long = signing()
    for (let page = 0; page < 1000; page++) long.add(`${'word '.repeat(500)}${page}`)
    expect(long.signature()).toHaveLength(bins)
  })
})
