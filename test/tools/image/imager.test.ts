import { stat } from 'node:fs/promises'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { aPicture, claimedPng, jp2Of, jpeg2000Bytes, tiffBytes } from '../../support/images.ts'
import { aPdf } from '../../support/pdf.ts'
import { aStudio, colourAt } from './imaging.ts'

const { make, inspect } = aStudio()
const [width, height] = [1000, 1400]
const picture = aPicture(width, height)
const size = { width, height }

/** How far the two colours are apart in their worst channel. */
const apart = (a: readonly number[], b: readonly number[]) =>
  Math.max(...a.map((value, at) => Math.abs(value - (b[at] ?? value))))

const dark = [0x10, 0x20, 0x30]
const middle = [0xc3, 0xaa, 0xcc]

describe('the image of a page', () => {
  const formats: [string, string, () => Promise<Buffer>][] = [
    ['JPEG', 'image/jpeg', () => picture.clone().jpeg().toBuffer()],
    ['PNG', 'image/png', () => picture.clone().png().toBuffer()],
    ['PNG with a palette', 'image/png', () => picture.clone().png({ palette: true }).toBuffer()],
    ['WebP', 'image/webp', () => picture.clone().webp().toBuffer()],
    ['GIF', 'image/gif', () => picture.clone().gif().toBuffer()],
    ['TIFF', 'image/tiff', () => picture.clone().tiff({ compression: 'none' }).toBuffer()],
    ['TIFF, LZW', 'image/tiff', () => picture.clone().tiff({ compression: 'lzw' }).toBuffer()],
    ['TIFF, JPEG', 'image/tiff', () => picture.clone().tiff({ compression: 'jpeg' }).toBuffer()],
    ['TIFF, deflate', 'image/tiff', () => picture.clone().tiff({ compression: 'deflate' }).toBuffer()],
    ['BigTIFF', 'image/tiff', () => picture.clone().tiff({ bigtiff: true }).toBuffer()],
    ['TIFF of 16 bits', 'image/tiff', () => picture.clone().toColourspace('rgb16').tiff().toBuffer()],
    ['CMYK JPEG', 'image/jpeg', () => picture.clone().toColourspace('cmyk').jpeg().toBuffer()],
    ['CMYK TIFF', 'image/tiff', () => picture.clone().toColourspace('cmyk').tiff().toBuffer()],
    ['another profile', 'image/jpeg', () => picture.clone().withIccProfile('p3').jpeg().toBuffer()],
    ['AVIF', 'image/avif', () => picture.clone().avif({ effort: 0 }).toBuffer()],
    [
      'JPEG 2000 in its wrapping',
      'image/jp2',
      async () => {
        const samples = await picture.clone().raw().toBuffer()
        return jp2Of(await jpeg2000Bytes(samples, { ...size, channels: 3 }), size)
      },
    ],
    [
      'JPEG 2000',
      'image/j2c',
      async () => jpeg2000Bytes(await picture.clone().raw().toBuffer(), { ...size, channels: 3 }),
    ],
  ]

  test.each(formats)('of a %s has its size and colours', async (_, mediaType, bytesOf) => {
    const bytes = await bytesOf()
    expect((await inspect(bytes, mediaType)).pages).toEqual([
      { ...size, dpi: expect.toSatisfy(isResolution) },
    ])
    const image = await make(bytes, mediaType)
    expect(image).toMatchObject({ ...size, how: 'decoded', remark: null, likeness: expect.any(String) })
    expect(image.tool).toMatch(/^(sharp \d|openjpeg)/)
    const info = await sharp(image.path).metadata()
    expect(info).toMatchObject({ format: 'tiff', ...size, space: 'srgb', depth: 'uchar', pages: 3 })
    expect(apart(await colourAt(image.path, 0.1, 0.05), dark)).toBeLessThan(40)
    expect(apart(await colourAt(image.path, 0.9, 0.5), middle)).toBeLessThan(40)
  })

  test('of one bit a pixel, as fax and scanners for text write it, is grey', async () => {
    const lines = await picture
      .clone()
      .threshold()
      .toColourspace('b-w')
      .tiff({ compression: 'ccittfax4', bitdepth: 1 })
      .toBuffer()
    const image = await make(lines, 'image/tiff')
    expect(image).toMatchObject({ ...size, remark: null })
    expect((await sharp(image.path).metadata()).space).toBe('b-w')
    expect([(await colourAt(image.path, 0.1, 0.05))[0], (await colourAt(image.path, 0.9, 0.2))[0]]).toEqual([
      0, 255,
    ])
  })

  test('stands upright, whichever way the camera was held', async () => {
    for (const orientation of [3, 6, 8]) {
      const turned = await picture.clone().jpeg().withMetadata({ orientation, density: 300 }).toBuffer()
      const upright = orientation === 3 ? size : { width: height, height: width }
      expect(await inspect(turned, 'image/jpeg')).toMatchObject({ pages: [{ ...upright, dpi: 300 }] })
      const image = await make(turned, 'image/jpeg')
      expect(image).toMatchObject({ ...upright, dpi: 300 })
      const corner = { 3: [0.9, 0.95], 6: [0.95, 0.1], 8: [0.05, 0.9] }[orientation] ?? []
      expect(apart(await colourAt(image.path, corner[0] ?? 0, corner[1] ?? 0), dark)).toBeLessThan(30)
    }
  })

  test('is on white where it is transparent', async () => {
    const clear = { create: { width: 600, height: 600, channels: 4, background: '#f000' } } as const
    const image = await make(await sharp(clear).png().toBuffer(), 'image/png')
    expect(await colourAt(image.path, 0.5, 0.5)).toEqual([255, 255, 255])
    expect(image.likeness).toBe(null)
  })

  test('of a JPEG that is cut short shows what is left of it, and says so', async () => {
    const whole = await picture.clone().jpeg().toBuffer()
    const image = await make(whole.subarray(0, whole.length * 0.7), 'image/jpeg')
    expect(image).toMatchObject({ ...size, remark: expect.stringContaining('cut short') })
    expect(apart(await colourAt(image.path, 0.1, 0.05), dark)).toBeLessThan(30)
  })

  test('of one page of many is that page', async () => {
    const shades = ['#202020', '#808080', '#e0e0e0']
    const frames = await Promise.all(
      shades.map((background) =>
        sharp({ create: { width: 300, height: 200, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    const bytes = await sharp(frames, { join: { animated: true } })
      .tiff({ compression: 'lzw' })
      .toBuffer()
    expect((await inspect(bytes, 'image/tiff')).pages).toHaveLength(3)
    for (const [index, shade] of [0x20, 0x80, 0xe0].entries()) {
      const { path } = await make(bytes, 'image/tiff', index + 1)
      expect(apart(await colourAt(path, 0.5, 0.5), [shade, shade, shade])).toBeLessThan(4)
    }
    await expect(make(bytes, 'image/tiff', 4)).rejects.toThrow('Page 4 of “scan” has no page 4')
  })

  test('of a page of a PDF is what the PDF draws', async () => {
    const image = await make(await aPdf(['First', 'Second']), 'application/pdf', 2)
    expect(image.how).toMatch(/copied|rendered/)
    expect(image.width / image.height).toBeCloseTo(210 / 297, 1)
    expect(image.likeness).not.toBe(null)
  })

  test('of JPEG 2000 with 12 bits of grey is as dark as it was', async () => {
    const samples = new Uint16Array(300 * 200).fill(3000)
    const encoded = { width: 300, height: 200, channels: 1, bits: 12 }
    const bytes = await jpeg2000Bytes(new Uint8Array(samples.buffer), encoded)
    const { path } = await make(bytes, 'image/j2c')
    expect(apart(await colourAt(path, 0.5, 0.5), [187, 187, 187])).toBeLessThan(3)
  })
})

describe('bad images', () => {
  test('that claim to be larger than any page are refused at once', async () => {
    for (const [bytes, mediaType] of [
      [claimedPng(50_000, 50_000), 'image/png'],
      [tiffBytes([{ width: 1, height: 1, tags: { 256: 50_000, 257: 50_000 } }]), 'image/tiff'],
    ] as const) {
      const says = {
        fault: 'unreadable-file',
        message: expect.stringMatching(/50,000 × 50,000 pixels.*1,000 million/),
      }
      await expect(inspect(bytes, mediaType)).rejects.toMatchObject(says)
      await expect(make(bytes, mediaType)).rejects.toMatchObject(says)
    }
  })

  test('with 10,000 pages are inspected in no time, and any page of them is made', async () => {
    const pages = Array.from({ length: 10_000 }, (_, at) => ({ width: 8 + (at % 90), height: 10 }))
    const bytes = tiffBytes(pages)
    const started = process.cpuUsage()
    const { pages: seen, remark } = await inspect(bytes, 'image/tiff')
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000)
    expect([seen.length, seen[123]?.width, remark]).toEqual([10_000, 8 + (123 % 90), null])
    expect(await make(bytes, 'image/tiff', 9_999)).toMatchObject({ width: 8 + (9_998 % 90), height: 10 })
  })

  test.each([
    ['empty', Buffer.alloc(0), 'image/png'],
    ['an empty JPEG', Buffer.alloc(0), 'image/jpeg'],
    ['an empty TIFF', Buffer.alloc(0), 'image/tiff'],
    [
      'a PNG of noise',
      Buffer.concat([claimedPng(10, 10).subarray(0, 40), Buffer.alloc(900, 7)]),
      'image/png',
    ],
    ['a JPEG of nothing but its mark', Buffer.from('ffd8ffe0', 'hex'), 'image/jpeg'],
    ['a TIFF of nothing but its mark', Buffer.from('49492a0008000000', 'hex'), 'image/tiff'],
    ['JPEG 2000 of nothing but its mark', Buffer.from('ff4fff51', 'hex'), 'image/j2c'],
  ])('%s are told with a sentence', async (_, bytes, mediaType) => {
    const says = { fault: 'unreadable-file', message: expect.stringMatching(/^“scan” .{10,}\.$/) }
    await expect(make(bytes, mediaType)).rejects.toMatchObject(says)
  })

  test('of a kind that cannot be shown say what to convert them to', async () => {
    const says = {
      message:
        '“scan” is of type image/bmp, of which no picture can be made; convert it to TIFF, PNG or JPEG and upload that.',
    }
    await expect(inspect(Buffer.from('BM'), 'image/bmp')).rejects.toMatchObject(says)
    await expect(make(Buffer.from('BM'), 'image/bmp')).rejects.toMatchObject(says)
  })

  test('leave the next image to be made as if nothing had been', async () => {
    await expect(make(Buffer.alloc(10), 'image/jpeg')).rejects.toThrow('“scan”')
    const image = await make(await picture.clone().png().toBuffer(), 'image/png')
    expect((await stat(image.path)).size).toBeGreaterThan(1000)
  })
})

const isResolution = (dpi: unknown) => dpi === null || (typeof dpi === 'number' && dpi >= 100)
