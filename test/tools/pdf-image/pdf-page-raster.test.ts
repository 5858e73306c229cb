import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { unpackWords } from '../../../src/domain/page/pack-words.ts'
import { inFrame } from '../../../src/domain/page/placed-words.ts'
import { pdfPageRaster } from '../../../src/tools/pdf-image/pdf-page-raster.ts'
import { aPdf, aPdfSet, type Setting } from '../../support/pdf.ts'
import { aScan, aScanPdf, type ScanSetting, writeScanPdf } from '../../support/scan-pdf.ts'
import { extracted } from '../extract/extracting.ts'

const folder = await mkdtemp(join(tmpdir(), 'fonds-raster-'))
afterAll(() => rm(folder, { recursive: true }))
let files = 0

async function rasterOf(pdf: Uint8Array, filePage = 1) {
  const path = join(folder, `${files++}.pdf`)
  await writeFile(path, pdf)
  return await pdfPageRaster(path, filePage)
}

/** Which quarter of a picture is dark. */
async function darkQuarter(image: Uint8Array): Promise<string> {
  const pixels = await sharp(image)
    .greyscale()
    .resize(2, 2, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer()
  const names = ['upper left', 'upper right', 'lower left', 'lower right']
  return names[pixels.indexOf(Math.min(...pixels))] ?? ''
}

describe('a page that is nothing but a JPEG', () => {
  test.each([
    ['as scanners make it', {}],
    ['with its objects in the clear', { packed: false }],
    ['packed once more', { deflated: true }],
    ['with the words of a recogniser under it', { text: { says: 'words', invisible: true } }],
  ] as [string, ScanSetting][])('gives its very bytes: %s', async (_, setting) => {
    const raster = await rasterOf(await aScanPdf(setting))
    expect(Buffer.from(raster.image).equals(await aScan())).toBe(true)
    expect(raster).toMatchObject({ width: 800, height: 1130, dpi: 144, how: 'copied', remark: null })
  })

  test.each([
    [90, 'upper right'],
    [180, 'lower right'],
    [270, 'lower left'],
  ] as const)('is turned as its page is: %i°', async (turned, dark) => {
    const raster = await rasterOf(await aScanPdf({ turned }))
    expect(raster).toMatchObject({ width: turned === 180 ? 800 : 1130, dpi: 144, how: 'rendered' })
    expect(await darkQuarter(raster.image)).toBe(dark)
  })

  test.each([
    ['mirrored', { mirrored: true }, 'upper right'],
    ['of four inks', { encoding: 'cmyk' }, 'upper left'],
    ['no JPEG at all', { encoding: 'png' }, 'upper left'],
    ['with a mask', { masked: true }, 'upper left'],
    ['with margins around it', { margin: 20 }, 'upper left'],
    ['with words stamped on it', { text: { says: 'SEEN', invisible: false } }, 'upper left'],
  ] as [string, ScanSetting, string][])('is drawn where it is %s', async (_, setting, dark) => {
    const raster = await rasterOf(await aScanPdf(setting))
    expect(raster.how).toBe('rendered')
    expect(Math.abs(raster.width / raster.height - 400 / 565)).toBeLessThan(0.005)
    expect(await darkQuarter(raster.image)).toBe(dark)
  })
})

describe('a page with text', () => {
  const text = 'QUIETLY AND WITHOUT PANIC\nAT FOUR IN THE MORNING'
  test.each([
    ['upright', {}],
    ['turned', { turned: 90 }],
    ['upside down', { turned: 180 }],
    ['cropped', { cropped: [20, 600, 400, 230] }],
    ['cropped and turned', { cropped: [20, 600, 400, 230], turned: 270 }],
  ] as [string, Partial<Setting>][])(
    'is drawn so that its words lie in their boxes: %s',
    async (_, setting) => {
      const pdf = await aPdfSet([{ text, size: 14, ...setting }])
      const { image, width, height, how } = await rasterOf(pdf)
      const { pages } = await extracted('text.pdf', pdf)
      const packed = pages[0]?.placed
      if (!(packed instanceof Uint8Array)) throw new Error('The words have no places.')
      const { words } = inFrame(unpackWords(packed), { width, height })
      const pixels = await sharp(image).greyscale().raw().toBuffer()
      let [inside, outside] = [0, 0]
      for (let at = 0; at < pixels.length; at++) {
        if ((pixels[at] ?? 255) > 128) continue
        const [x, y] = [at % width, Math.floor(at / width)]
        const isIn = words.some(
          ({ box }) => x >= box[0] - 1 && y >= box[1] - 1 && x <= box[0] + box[2] && y <= box[1] + box[3],
        )
        if (isIn) inside++
        else outside++
      }
      expect(how).toBe('rendered')
      expect(words).toHaveLength(9)
      expect(inside).toBeGreaterThan(1000)
      expect(outside).toBeLessThan(inside * 0.02)
    },
  )
})

test('a page that is not there, and a file that is no PDF, say so', async () => {
  await expect(rasterOf(await aPdf(['one']), 2)).rejects.toThrow(
    'has no page 2, only 1; its file may be cut short',
  )
  await expect(rasterOf(Buffer.from('%PDF-1.7 and nothing'))).rejects.toThrow('is damaged or cut short')
  const none = '/Type /Pages /Count -7 /Kids []'
  const bare = `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< ${none} >>\nendobj\n`
  await expect(rasterOf(Buffer.from(`${bare}trailer\n<< /Root 1 0 R >>\n%%EOF\n`))).rejects.toThrow(
    'has no pages; upload a whole copy of it',
  )
  const secret = await readFile(new URL('../../fixtures/encrypted-user-password.pdf', import.meta.url))
  await expect(rasterOf(secret)).rejects.toThrow('is encrypted with a password; upload a copy without it')
})

test('a file damaged at its end is mended and drawn', async () => {
  const pdf = Buffer.from(await aScanPdf({ packed: false }))
  const raster = await rasterOf(pdf.subarray(0, pdf.lastIndexOf('startxref')))
  expect(raster.how).toBe('rendered')
  expect(await darkQuarter(raster.image)).toBe('upper left')
})

test('pages far inside a large file are found, and little of the file is read', async () => {
  const path = join(folder, 'large.pdf')
  await writeScanPdf(path, 40, 1024 * 1024)
  const before = process.memoryUsage().rss
  for (const filePage of [1, 23, 40]) {
    const raster = await pdfPageRaster(path, filePage)
    expect(raster).toMatchObject({ width: 800, height: 1130, how: 'copied' })
    expect(raster.image.byteLength).toBe(1024 * 1024)
  }
  expect(process.memoryUsage().rss - before).toBeLessThan(30 * 1024 * 1024)
})
