import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { densest } from '../../../src/tools/recognise/densest.ts'
import { hasInk } from '../../../src/tools/recognise/has-ink.ts'
import { prepare, resolutionOf } from '../../../src/tools/recognise/prepare.ts'
import { aFolder } from '../../support/process.ts'
import { aScan } from '../../support/scans/a-scan.ts'

const paper = { create: { width: 620, height: 877, channels: 3, background: '#eee' } } as const

test('a resolution is believed where paper of that size is likely, and else taken from the size of A4', () => {
  expect(resolutionOf({ path: '', width: 2480, height: 3508, dpi: 300 })).toBe(300)
  expect(resolutionOf({ path: '', width: 2480, height: 3508, dpi: 72 })).toBeCloseTo(300, 0)
  expect(resolutionOf({ path: '', width: 1240, height: 1754, dpi: null })).toBeCloseTo(150, 0)
  expect(resolutionOf({ path: '', width: 3, height: 2, dpi: 300 })).toBe(50)
})

test('a picture of any kind becomes grey pixels at 300 dpi that lead back to its own', async () => {
  await using folder = await aFolder()
  const kinds = {
    'grey.jpg': sharp(paper).greyscale().jpeg(),
    'clear.png': sharp(paper).ensureAlpha(0.5).png(),
    'deep.png': sharp(paper).toColourspace('rgb16').png(),
    'ink.tif': sharp(paper).toColourspace('cmyk').tiff(),
    'pyramid.tif': sharp(paper).tiff({ pyramid: true, tile: true, compression: 'jpeg', quality: 85 }),
  }
  for (const [name, image] of Object.entries(kinds)) {
    const path = join(folder.path, name)
    await image.toFile(path)
    const ready = await prepare({ path, width: 620, height: 877, dpi: 150 })
    expect([ready.width, ready.height, ready.grey.length], name).toEqual([1240, 1754, 1240 * 1754])
    expect(ready.scale, name).toEqual({ across: 0.5, down: 0.5 })
    expect(ready.grey[1_000_000], name).toBeGreaterThan(150)
  }
})

test('a huge picture is brought down to forty million pixels', async () => {
  await using folder = await aFolder()
  const path = join(folder.path, 'huge.png')
  await sharp({ create: { width: 9000, height: 6000, channels: 3, background: '#fff' } })
    .png()
    .toFile(path)
  const ready = await prepare({ path, width: 9000, height: 6000, dpi: 400 })
  expect(ready.width * ready.height).toBeLessThan(40_100_000)
  expect(ready.width * ready.scale.across).toBeCloseTo(9000, 6)
})

test('what is no picture is told in a sentence', async () => {
  const gone = prepare({ path: '/nowhere/page.tif', width: 100, height: 100, dpi: null })
  await expect(gone).rejects.toThrow(/^The page's picture cannot be read \(“.+”\); make it again/)
})

test('one short word in faint ink is ink on a page, specks and grain are none', async () => {
  await using folder = await aFolder()
  for (const dpi of [150]) {
    for (const [sentence, isInk] of [
      ['ne', true],
      ['', false],
    ] as const) {
      const path = join(folder.path, 'page.png')
      const scan = await aScan({ language: 'lt', dpi, sentences: [sentence], noise: 15 })
      await sharp(scan.png).linear(0.5, 120).png().toFile(path)
      const ready = await prepare({ path, width: scan.width, height: scan.height, dpi })
      expect(hasInk(ready), `${dpi} “${sentence}”`).toBe(isInk)
    }
  }
})

test('the densest lines are where most is written, not where a photograph is', () => {
  const [width, height] = [200, 3000]
  const grey = Buffer.alloc(width * height, 230)
  for (let row = 100; row < 900; row++) grey.fill(20, row * width, row * width + 150)
  for (let row = 2000; row < 2400; row += 3) grey.fill(30, row * width, row * width + 60)
  const band = densest({ grey, width, height })
  expect(band.height).toBe(500)
  expect(band.grey.filter((pixel) => pixel === 30).length).toBe(134 * 60)
})

test('the densest lines are found on a leaf that lies on a dark table', () => {
  const [width, height] = [1000, 3000]
  const grey = Buffer.alloc(width * height, 40)
  for (let row = 200; row < 2800; row++) grey.fill(230, row * width + 250, row * width + 750)
  for (let row = 1600; row < 2000; row += 3) grey.fill(30, row * width + 300, row * width + 360)
  const band = densest({ grey, width, height })
  expect(band.grey.filter((pixel) => pixel === 30).length).toBe(134 * 60)
})
