import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tiffPages } from '../../../src/tools/image/tiff-pages.ts'
import { tiffBytes } from '../../support/images.ts'

const pagesOf = (bytes: Buffer) =>
  tiffPages((position, length) => bytes.subarray(position, position + length))
const sizes = (bytes: Buffer) => pagesOf(bytes).pages.map(({ width, height }) => [width, height])
const sides = fc.record({ width: fc.integer({ min: 1, max: 60 }), height: fc.integer({ min: 1, max: 60 }) })

describe('the pages of a TIFF', () => {
  test('are all of its directories in their order, with 32-bit and with 64-bit offsets', () => {
    fc.assert(
      fc.property(fc.array(sides, { minLength: 1, maxLength: 30 }), fc.boolean(), (pages, big) => {
        const told = pagesOf(tiffBytes(pages, { big }))
        expect(told.cut).toBe(false)
        expect(told.pages).toEqual(pages.map((page, directory) => ({ ...page, directory, dpi: null })))
      }),
    )
  })

  test('are not the smaller versions and masks among them, unless there is nothing else', () => {
    const version = { width: 5, height: 5, tags: { 254: 1 } }
    const pages = [
      { width: 40, height: 30 },
      version,
      { ...version, tags: { 254: 4 } },
      { width: 41, height: 31 },
    ]
    expect(pagesOf(tiffBytes(pages)).pages.map(({ directory }) => directory)).toEqual([0, 3])
    expect(sizes(tiffBytes([version, { ...version, tags: { 255: 2 } }]))).toEqual([
      [5, 5],
      [5, 5],
    ])
  })

  test('lie on their sides where the scanner says so', () => {
    expect(sizes(tiffBytes([{ width: 40, height: 30, tags: { 274: 6 } }]))).toEqual([[30, 40]])
    expect(sizes(tiffBytes([{ width: 40, height: 30, tags: { 274: 3 } }]))).toEqual([[40, 30]])
  })

  test('end where their chain leads back into itself or out of the file', () => {
    const pages = Array.from({ length: 5 }, () => ({ width: 9, height: 9 }))
    expect(pagesOf(tiffBytes(pages, { loop: true }))).toMatchObject({ cut: true, pages: { length: 5 } })
    const whole = tiffBytes(pages)
    expect(pagesOf(whole.subarray(0, whole.length - 100))).toMatchObject({ cut: true, pages: { length: 4 } })
  })

  test('are told of any bytes at all without a fault', () => {
    const whole = tiffBytes([
      { width: 9, height: 9 },
      { width: 8, height: 8 },
    ])
    const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 })
    fc.assert(
      fc.property(flips, fc.nat(whole.length), (changes, length) => {
        const bytes = Buffer.from(whole)
        for (const [at, value] of changes) bytes[at] = value
        for (const { width, height } of pagesOf(bytes.subarray(0, length)).pages)
          expect(width >= 0 && height >= 0).toBe(true)
      }),
    )
  })
})
