import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clearPaper } from '../../../src/tools/recognise/clear-paper.ts'
import { hasInk } from '../../../src/tools/recognise/has-ink.ts'
import { type Prepared, prepare } from '../../../src/tools/recognise/prepare.ts'
import { recogniser } from '../../../src/tools/recognise/recogniser.ts'
import { isLong } from '../../support/long.ts'
import { aFolder } from '../../support/process.ts'
import { aScan, type Scan } from '../../support/scans/a-scan.ts'
import { brokenOff, onTable } from '../../support/scans/lay-on-table.ts'
import { recallOf } from '../../support/scans/measures.ts'
import { sentences } from '../../support/scans/sentences.ts'
import { config, nativeModels, never, pageOf } from './recognising.ts'

const leaf = await aScan({ language: 'en', dpi: 150, seed: 3, sentences: sentences.en.slice(0, 6) })
const leafInFull = await aScan({ language: 'en', dpi: 150, seed: 3 })

test('paper becomes white and ink stays, however grainy or grey the paper is; a dark page is left alone', () => {
  const grainy = (paper: number, at: number) => paper + (at % 9) - 4
  const grey = Buffer.from(Array.from({ length: 9000 }, (_, at) => (at % 20 === 0 ? 60 : grainy(180, at))))
  clearPaper(grey)
  expect(grey.filter((value) => value === 255).length).toBeGreaterThan(8400)
  expect(grey.filter((value) => value < 100).length).toBe(450)
  const night = Buffer.from(Array.from({ length: 9000 }, (_, at) => grainy(40, at)))
  const before = Buffer.from(night)
  clearPaper(night)
  expect(night.equals(before)).toBe(true)
})

test('greys without any paper among them, one grey alone and nothing at all are left without harm', () => {
  const slope = Buffer.from(Array.from({ length: 25_600 }, (_, at) => at % 256))
  clearPaper(slope)
  expect(new Set(slope).size).toBeGreaterThan(128)
  for (const grey of [0, 95, 128, 255]) {
    const plain = Buffer.alloc(1000, grey)
    clearPaper(plain)
    expect(new Set(plain), String(grey)).toEqual(new Set([grey < 96 ? grey : 255]))
  }
  expect(() => clearPaper(Buffer.alloc(0))).not.toThrow()
})

test('every word stays on a leaf that is less than half of its picture, whatever the grey around it', async () => {
  await using folder = await aFolder()
  const greys = isLong ? [20, 60, 110, 130, 160, 200] : [130]
  const scans = greys.map(async (grey) => [`table of ${grey}`, await onTable(leaf, grey)] as const)
  for (const [name, scan] of [
    ...(await Promise.all(scans)),
    ['broken off', await brokenOff(leafInFull)],
  ] as const) {
    const ready = await prepare(await pictureOf(scan, folder.path))
    expect(hasInk(ready), name).toBe(true)
    expect(scan.words.filter(({ box }) => isLegible(ready, box)).length / scan.words.length, name).toBe(1)
  }
})

test.runIf(isLong && nativeModels.includes('eng'))(
  'the native engine reads a leaf on a grey table (skipped without its English model)',
  async () => {
    expect(await recall('native', await onTable(leaf, 130))).toBeGreaterThanOrEqual(0.9)
  },
)

test.runIf(isLong)('the embedded engine reads what is left of a picture that broke off', async () => {
  expect(await recall('embedded', await brokenOff(leafInFull))).toBeGreaterThanOrEqual(0.9)
})

async function recall(engine: 'native' | 'embedded', scan: Scan): Promise<number> {
  await using folder = await aFolder()
  const { recognise, close } = recogniser({ ...config, engine })
  const page = pageOf(await recognise(await pictureOf(scan, folder.path), ['en'], never))
  await close()
  return recallOf(scan.text, page.content)
}

async function pictureOf({ png, width, height, dpi }: Scan, folder: string) {
  const path = join(folder, 'page.png')
  await writeFile(path, png)
  return { path, width, height, dpi }
}

/** Whether a word's box, in the scan's pixels, has paper that is all but white in it, and ink that is far darker. */
function isLegible({ grey, width, scale }: Prepared, [x, y, w, h]: readonly number[]): boolean {
  const [left, right] = [x ?? 0, (x ?? 0) + (w ?? 0)].map((at) => Math.round(at / scale.across))
  const [top, bottom] = [y ?? 0, (y ?? 0) + (h ?? 0)].map((at) => Math.round(at / scale.down))
  let [darkest, lightest] = [255, 0]
  for (let row = top ?? 0; row < (bottom ?? 0); row++)
    for (const value of grey.subarray(row * width + (left ?? 0), row * width + (right ?? 0)))
      [darkest, lightest] = [Math.min(darkest, value), Math.max(lightest, value)]
  return lightest >= 240 && lightest - darkest >= 100
}
