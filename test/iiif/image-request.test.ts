import fc from 'fast-check'
import { Versions } from 'iiif-processor'
import { describe, expect, test } from 'vitest'
import { largestRendition } from '../../src/domain/page/rendition.ts'
import { canonicalAddress, readImageRequest } from '../../src/iiif/image-request.ts'

const page = { width: 2480, height: 3508 }
const sides = fc.record({
  width: fc.integer({ min: 1, max: 60_000 }),
  height: fc.integer({ min: 1, max: 16_000 }),
})
const number = fc.integer({ min: 0, max: 4000 })
const share = fc.float({ min: 0, max: 120, noNaN: true }).map((value) => value.toFixed(2))

const region = fc.oneof(
  fc.constantFrom('full', 'square'),
  fc.tuple(number, number, number, number).map((at) => at.join(',')),
  fc.tuple(share, share, share, share).map((at) => `pct:${at.join(',')}`),
)
const plainSize = fc.oneof(
  fc.constant('max'),
  number.map((value) => `${value},`),
  number.map((value) => `,${value}`),
  share.map((value) => `pct:${value}`),
  fc.tuple(number, number).map((at) => at.join(',')),
  fc.tuple(number, number).map((at) => `!${at.join(',')}`),
)
const size = fc.tuple(fc.constantFrom('', '^'), plainSize).map((parts) => parts.join(''))
const rotation = fc
  .tuple(fc.constantFrom('', '!'), fc.oneof(fc.integer({ min: 0, max: 360 }).map(String), share))
  .map((parts) => parts.join(''))
const file = fc
  .tuple(
    fc.constantFrom('default', 'color', 'gray', 'bitonal'),
    fc.constantFrom('jpg', 'png', 'webp', 'tif', 'gif'),
  )
  .map((parts) => parts.join('.'))
const address = fc.record({ region, size, rotation, file })

function readOr400(...[asked, image]: Parameters<typeof readImageRequest>) {
  try {
    return readImageRequest(asked, image)
  } catch (error) {
    expect(error).toMatchObject({ fault: 'invalid-input', errors: [{ path: expect.any(String) }] })
    return null
  }
}

describe('a request of the Image API', () => {
  test('is never for more than the image, the limits, or less than a pixel', () => {
    fc.assert(
      fc.property(address, sides, (asked, image) => {
        const read = readOr400(asked, image)
        if (!read) return
        const { region, width, height } = read
        expect(region.width > 0 && region.height > 0).toBe(true)
        expect(region.x >= 0 && region.x + region.width <= image.width).toBe(true)
        expect(region.y >= 0 && region.y + region.height <= image.height).toBe(true)
        expect(width >= 1 && height >= 1).toBe(true)
        expect(width <= largestRendition.width && height <= largestRendition.height).toBe(true)
        expect(width * height).toBeLessThanOrEqual(largestRendition.area)
        if (!asked.size.startsWith('^')) expect(width <= region.width && height <= region.height).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('is as large as a box allows, and as what is given at once', () => {
    const large = { width: 40_000, height: 10_000 }
    const sizeOf = (size: string) => {
      const { width, height } = readImageRequest(
        { region: 'full', size, rotation: '0', file: 'default.jpg' },
        large,
      )
      return [width, height]
    }
    expect(sizeOf('!20000,9000')).toEqual(sizeOf('max'))
    expect(sizeOf('!8000,8000')).toEqual([8000, 2000])
    expect(sizeOf('^!50000,50000')).toEqual(sizeOf('max'))
    expect(() => sizeOf('20000,')).toThrow(/larger than what is given at once/)
  })

  test('has a canonical form that asks for the same, and is its own canonical form', () => {
    fc.assert(
      fc.property(address, sides, (asked, image) => {
        const read = readOr400(asked, image)
        if (!read) return
        const [region = '', size = '', rotation = '', file = ''] = read.canonical.split('/')
        expect(readImageRequest({ region, size, rotation, file }, image)).toEqual(read)
        expect(canonicalAddress(read, image)).toBe(read.canonical)
      }),
      { numRuns: 500 },
    )
  })

  test('is understood as another implementation does', () => {
    const within = fc.integer({ min: 1, max: 2000 })
    const plain = fc.record({
      region: fc.oneof(
        fc.constantFrom('full', 'square'),
        fc.tuple(number, number, within, within).map(String),
      ),
      size: fc.oneof(
        fc.constant('max'),
        within.map((value) => `${value},`),
        within.map((value) => `,${value}`),
      ),
      rotation: fc.integer({ min: 0, max: 359 }).map(String),
    })
    fc.assert(
      fc.property(plain, (asked) => {
        const read = readOr400({ ...asked, file: 'gray.png' }, page)
        if (!read) return
        const { Calculator } = Versions[3] ?? {}
        if (!Calculator) throw new Error('It knows version 3.')
        const other = new Calculator(page)
          .region(asked.region)
          .size(asked.size)
          .rotation(asked.rotation)
          .info()
        const { x: left, y: top, width, height } = read.region
        expect(other.region).toEqual({ left, top, width, height })
        expect(other.rotation).toEqual({ flop: false, degree: read.degrees })
        // It rounds the other side down.
        expect(Math.abs((other.size.width ?? 0) - read.width)).toBeLessThanOrEqual(1)
        expect(Math.abs((other.size.height ?? 0) - read.height)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('is refused, whatever is written, with the part that is wrong', () => {
    const anything = fc.string({ maxLength: 20 })
    fc.assert(
      fc.property(
        fc.record({ region: anything, size: anything, rotation: anything, file: anything }),
        (asked) => {
          readOr400(asked, page)
        },
      ),
    )
  })
})
