import fc from 'fast-check'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import {
  likenessDistance,
  likenessLimit,
  likenessOf,
  likenessRaster,
} from '../../../src/domain/page/likeness.ts'
import { isLong } from '../../support/long.ts'
import { aTextPage, chance } from '../../support/text-page.ts'

const count = isLong ? 60 : 18
const white = { background: '#fff' }
// What is read at once need not be small.
const quickly = { compressionLevel: 1 }

async function hashOf(image: Buffer | Sharp): Promise<string | null> {
  // What was turned or cropped is to be so before it becomes small.
  const bytes = Buffer.isBuffer(image) ? image : await image.png(quickly).toBuffer()
  const raster = await sharp(bytes)
    .greyscale()
    .resize(likenessRaster, likenessRaster, { fit: 'fill' })
    .raw()
    .toBuffer()
  return likenessOf(raster, likenessRaster, likenessRaster)
}

async function noisy(image: Sharp, seed: number): Promise<Sharp> {
  const random = chance(seed)
  const { data, info } = await image.greyscale().raw().toBuffer({ resolveWithObject: true })
  const speckled = data.map((shade) => Math.max(0, Math.min(255, shade + (random() + random() - 1) * 60)))
  return sharp(speckled, { raw: info })
}

/** What becomes of a page that is scanned, photographed or kept once more. */
const again: Record<string, (page: Buffer, seed: number) => Sharp | Promise<Sharp>> = {
  'at another resolution': (page) => sharp(page).resize(560),
  'compressed hard': async (page) => sharp(await sharp(page).jpeg({ quality: 50 }).toBuffer()),
  noisy: (page, seed) => noisy(sharp(page), seed),
  darker: (page) => sharp(page).linear(0.8, -10),
  cropped: (page) => sharp(page).extract({ left: 8, top: 12, width: 811, height: 1145 }),
  'askew by a degree': (page) => sharp(page).rotate(1, white),
  'all of it at once': async (page, seed) => {
    const turned = await sharp(page).rotate(-1, white).linear(0.85, 5).png(quickly).toBuffer()
    return sharp(await (await noisy(sharp(turned).resize(700), seed)).jpeg({ quality: 50 }).toBuffer())
  },
}

describe('the likeness of pages of text', async () => {
  const pages = Array.from({ length: count }, (_, seed) => aTextPage(seed))
  const known = await Promise.all(pages.map(async (page) => (await hashOf(page)) ?? ''))

  test.each(Object.entries(again))('stays near when a page is %s', async (_, change) => {
    for (const [seed, page] of pages.slice(0, count / 3).entries()) {
      const hash = await hashOf(await change(page, seed))
      expect(likenessDistance(hash ?? '', known[seed] ?? '')).toBeLessThanOrEqual(likenessLimit)
    }
  })

  test('is far from that of every other page, in the same layout too', () => {
    const distances = known.flatMap((one, at) =>
      known.slice(0, at).map((other) => likenessDistance(one, other)),
    )
    expect(Math.min(...distances)).toBeGreaterThan(likenessLimit)
  })
})

describe('a likeness', () => {
  const raster = fc.uint8Array({ minLength: 24 * 20, maxLength: 24 * 20 })

  test('is 64 hex digits, the same for the same page, and no distance from itself', () => {
    fc.assert(
      fc.property(raster, (grey) => {
        const hash = likenessOf(grey, 24, 20)
        if (hash === null) return
        expect(hash).toMatch(/^[0-9a-f]{64}$/)
        expect(likenessOf(grey, 24, 20)).toBe(hash)
        expect(likenessDistance(hash, hash)).toBe(0)
      }),
    )
  })

  test('does not change with the brightness of the whole', () => {
    const grey = Uint8Array.from({ length: 64 * 64 }, (_, at) => 60 + ((at * 37 + (at >> 6) * 11) % 80))
    const lighter = grey.map((shade) => shade + 50)
    expect(
      likenessDistance(likenessOf(grey, 64, 64) ?? '', likenessOf(lighter, 64, 64) ?? 'f'.repeat(64)),
    ).toBe(0)
  })

  test('differs by the bits that differ, whichever way round', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })
    fc.assert(
      fc.property(digits, digits, (a, b) => {
        const differing = BigInt(`0x${a}`) ^ BigInt(`0x${b}`)
        expect(likenessDistance(a, b)).toBe(differing.toString(2).replaceAll('0', '').length)
        expect(likenessDistance(b, a)).toBe(likenessDistance(a, b))
      }),
    )
  })

  test('is null for blank paper, with the noise of a scanner too, and not for one with a line on it', async () => {
    const paper = (shade: number) =>
      sharp({
        create: { width: 827, height: 1169, channels: 3, background: { r: shade, g: shade, b: shade } },
      })
    for (const shade of [255, 230, 0]) expect(await hashOf(paper(shade))).toBe(null)
    expect(await hashOf(await noisy(paper(225), 1))).toBe(null)
    const line = { input: { create: { width: 400, height: 12, channels: 3, background: '#222' } } } as const
    expect(await hashOf(paper(240).composite([{ ...line, left: 100, top: 300 }]))).not.toBe(null)
  })

  test('takes a raster with one byte a pixel, and no other', () => {
    expect(() => likenessOf(new Uint8Array(10), 3, 3)).toThrow(RangeError)
  })
})
