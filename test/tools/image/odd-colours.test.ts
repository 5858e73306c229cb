import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { jp2Of, jpeg2000Bytes, tiffBytes } from '../../support/images.ts'
import { aStudio, colourAt } from './imaging.ts'

const { make, inspect } = aStudio()
const [width, height] = [400, 600]
const size = { width, height }
const white = [255, 255, 255]
const ink = [200, 40, 30]

/** A white page whose left upper quarter is red, as samples of so many channels. */
function samplesOf(colours: { paper: readonly number[]; bar: readonly number[] }, bits = 8): Buffer {
  const channels = colours.paper.length
  const samples =
    bits > 8 ? new Uint16Array(width * height * channels) : new Uint8Array(width * height * channels)
  for (let at = 0; at < width * height; at++) {
    const isBar = at % width < width / 2 && at < (width * height) / 2
    samples.set(isBar ? colours.bar : colours.paper, at * channels)
  }
  return Buffer.from(samples.buffer)
}

const rgb = { paper: white, bar: ink }
const page = () => sharp(samplesOf(rgb), { raw: { ...size, channels: 3 } })
// Ink by ink, none is 0.
const cmyk = { paper: [0, 0, 0, 0], bar: [0, 210, 220, 50] }
const sycc = { paper: [255, 128, 128], bar: yccOf(ink) }

function yccOf([r = 0, g = 0, b = 0]: readonly number[]): number[] {
  return [
    0.299 * r + 0.587 * g + 0.114 * b,
    128 - 0.168736 * r - 0.331264 * g + 0.5 * b,
    128 + 0.5 * r - 0.418688 * g - 0.081312 * b,
  ].map(Math.round)
}

const jp2 = async (colours: { paper: number[]; bar: number[] }, colour: number, bits = 8) => {
  const channels = colours.paper.length
  const stream = await jpeg2000Bytes(samplesOf(colours, bits), { ...size, channels, bits })
  return jp2Of(stream, { ...size, channels, colour })
}

/** Such a page, 40 by 60 pixels, by `opj_compress` of OpenJPEG 2.5; the encoder in our hands makes none. */
const deepJp2 =
  'AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAAAtanAyaAAAABZpaGRyAAAAPAAAACgAAw8HAAAAAAAPY29scgEAAAAA' +
  'ABAAAAKRanAyY/9P/1EALwAAAAAAKAAAADwAAAAAAAAAAAAAACgAAAA8AAAAAAAAAAAAAw8BAQ8BAQ8BAf9SAAwAAAABAQIEBAAB' +
  '/1wACkCAiIiQiIiQ/2QAJQABQ3JlYXRlZCBieSBPcGVuSlBFRyB2ZXJzaW9uIDIuNS4w/5AACgAAAAACEwAB/5Pf2hQxfZMPtu/0' +
  '9KmC45Vs2nqbLfcbAMdn5IJaurmKoAX+U0tICR54G7OgGBAlITov8tdD5sc6G1beQDCNYfRvmz+VVRiqKtygnDDyIAAX4TnGD0ku' +
  'y1IVSHT0AYRBKXNiDen52dE2uH2AYEFRvxOTaOfNACPt9A25gf9CJJrUFGGmtDEr65AfwfWTABFQS/sY5xBFuHUN9imKWP9CYKbs' +
  'k4fuXYnDundzJl1YyyjCMYpR36oAFABT+xjnEEW4dQ32KYpY/0JgpuyTh+5dicO6d3MmXVjLKMIxilHPsaxmThbWC9kBNqu1VpLW' +
  'qf5BFNJmSR0PUMfkMx+orB9gSCaPnj3aV0wLZROkAANZO1fYBgVZDVm4V/ZH5uCISicfOlQwFCYyV6eKVMMx+Pxcl0112lWNYnTA' +
  'fGJgPjEQBwYmj55BW+TW0bRH5uCISicf4VyXScfeKR94jB9IcCc7oEFb5NbRtNfmbfY2JOySTmqrSKP4xCUTj/C0W1h506Y6o+pd' +
  'T0410UpIx+QrH5CEH0hQQDTEaK3IFcvvacFYFnDZkpWa8YAVqo7Dvg+TkuSjFBW7m/vK87Ql7F6MwHxi4D4xMARgQDTEaK3swBjl' +
  'QTGqjsO+KPaUNS+0JezH3iEfeGwfqChA4MZorezAGOVBMQTFZTV4qpyE/FHtKGpeOifEpLQ2Vin9/9k='

describe('a page in odd colours is neither inverted nor tinted', () => {
  const kinds: [string, string, () => Promise<Buffer>][] = [
    ['CMYK JPEG', 'image/jpeg', () => page().toColourspace('cmyk').jpeg().toBuffer()],
    ['CMYK TIFF', 'image/tiff', () => page().toColourspace('cmyk').tiff().toBuffer()],
    ['TIFF in L*a*b*', 'image/tiff', () => page().toColourspace('lab').tiff().toBuffer()],
    ['TIFF of 16 bits', 'image/tiff', () => page().toColourspace('rgb16').tiff().toBuffer()],
    ['PNG of 16 bits', 'image/png', () => page().toColourspace('rgb16').png().toBuffer()],
    ['TIFF with transparency', 'image/tiff', () => page().ensureAlpha(1).tiff().toBuffer()],
    ['JPEG 2000 in sRGB', 'image/jp2', () => jp2({ paper: white, bar: ink }, 16)],
    ['JPEG 2000 of luma and chroma', 'image/jp2', () => jp2(sycc, 18)],
    ['JPEG 2000 of four inks', 'image/jp2', () => jp2(cmyk, 12)],
  ]
  test.each(kinds)('as %s', async (_, mediaType, bytesOf) => {
    const bytes = await bytesOf()
    expect((await inspect(bytes, mediaType)).pages).toMatchObject([size])
    const image = await make(bytes, mediaType)
    expect(image).toMatchObject({ ...size, remark: null })
    const seen = [await colourAt(image.path, 0.75, 0.75), await colourAt(image.path, 0.25, 0.25)]
    const apart = seen.map((colour, at) =>
      Math.max(...colour.map((value, channel) => Math.abs(value - ((at === 0 ? white : ink)[channel] ?? 0)))),
    )
    expect([seen, apart.every((far) => far < 45)]).toEqual([seen, true])
  })

  test('as JPEG 2000 of three times 16 bits', async () => {
    const image = await make(Buffer.from(deepJp2, 'base64'), 'image/jp2')
    expect(await colourAt(image.path, 0.75, 0.75)).toEqual(white)
    const bar = await colourAt(image.path, 0.25, 0.25)
    expect(bar.map((sample, at) => Math.abs(sample - (ink[at] ?? 0)) < 5)).toEqual([true, true, true])
  })

  test('as grey, whichever end of it is white', async () => {
    const grey = async (bytes: Buffer, mediaType = 'image/tiff') => {
      const { path } = await make(bytes, mediaType)
      return (await colourAt(path, 0.5, 0.5))[0] ?? -1
    }
    expect(await grey(tiffBytes([size]))).toBeCloseTo(0x90, -1)
    expect(await grey(tiffBytes([{ ...size, tags: { 262: 0 } }]))).toBeCloseTo(255 - 0x90, -1)
    const deep = sharp({ create: { ...size, channels: 3, background: { r: 0x90, g: 0x90, b: 0x90 } } })
    expect(await grey(await deep.toColourspace('grey16').tiff().toBuffer())).toBeCloseTo(0x90, -1)
    const luma = await jpeg2000Bytes(samplesOf({ paper: [0x900], bar: [0x900] }, 12), {
      ...size,
      channels: 1,
      bits: 12,
    })
    expect(await grey(jp2Of(luma, { ...size, channels: 1, colour: 17 }), 'image/jp2')).toBeCloseTo(0x90, -1)
  })

  test('as a scan in a PDF of four inks', async () => {
    const jpeg = await page().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer()
    const document = await PDFDocument.create()
    const image = await document.embedJpg(jpeg)
    document.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height })
    const made = await make(Buffer.from(await document.save()), 'application/pdf')
    const [paper, bar] = [await colourAt(made.path, 0.75, 0.75), await colourAt(made.path, 0.25, 0.25)]
    expect(Math.min(...paper)).toBeGreaterThan(230)
    expect([(bar[0] ?? 0) > 120, (bar[1] ?? 255) < 110]).toEqual([true, true])
  })
})

test('a JPEG 2000 with a channel of transparency is told as that, not as damaged', async () => {
  const samples = samplesOf({ paper: [...white, 255], bar: [...ink, 255] })
  const bytes = jp2Of(await jpeg2000Bytes(samples, { ...size, channels: 4 }), { ...size, channels: 4 })
  await expect(make(bytes, 'image/jp2')).rejects.toThrow(
    '“scan” is a JPEG 2000 image with 4 channels, which cannot be shown; convert it to TIFF and upload that.',
  )
})

test('pages of one TIFF that differ in size and say that they hold others are each as they are', async () => {
  const small = { width: 50, height: 40 }
  const bytes = tiffBytes([{ ...size, tags: { 330: 8 } }, small])
  expect((await inspect(bytes, 'image/tiff')).pages).toMatchObject([size, small])
  expect(await make(bytes, 'image/tiff', 1)).toMatchObject({ ...size, remark: null })
  expect(await make(bytes, 'image/tiff', 2)).toMatchObject({ ...small, remark: null })
})
