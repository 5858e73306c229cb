import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { languages } from '../../../src/domain/language/language.ts'
import { languageOf } from '../../../src/domain/language/language-of.ts'
import { aScan, aScanPdf } from './a-scan.ts'
import { sentences } from './sentences.ts'

test('what is typed is in its language, and at least 150 words of it', () => {
  for (const language of languages) {
    const text = sentences[language].join(' ')
    expect(languageOf(text)).toBe(language)
    expect(text.split(' ').length).toBeGreaterThanOrEqual(150)
  }
})

test('a scan is the same for the same wish, and another for another seed', async () => {
  const wish = { language: 'lt', dpi: 100, seed: 7 } as const
  const [one, same, other] = await Promise.all([aScan(wish), aScan(wish), aScan({ ...wish, seed: 8 })])
  expect(one.png.equals(same.png)).toBe(true)
  expect(one.png.equals(other.png)).toBe(false)
})

test('there is ink in the box of every word, and next to none between the lines', async () => {
  const { png, words, width, height, text } = await aScan({ language: 'ru', dpi: 150, seed: 2, noise: 0 })
  expect(text.split(/\s/)).toEqual(words.map((word) => word.text))
  const page = sharp(png)
  for (const { box } of words.filter((_, at) => at % 20 === 0)) {
    const [left, top, w, h] = box
    const { channels } = await page.clone().extract({ left, top, width: w, height: h }).stats()
    expect(channels[0]?.min).toBeLessThan(150)
  }
  const grey = await page.toColourspace('b-w').raw().toBuffer()
  const around = words.map(({ box: [x, y, w, h] }) => [x - 1, y - 1, x + w + 1, y + h + 1] as const)
  let strays = 0
  for (let at = 0; at < grey.length; at++) {
    if ((grey[at] ?? 255) > 90) continue
    const [x, y] = [at % width, Math.floor(at / width)]
    if (!around.some(([left, top, right, bottom]) => x >= left && x < right && y >= top && y < bottom))
      strays++
  }
  expect(strays / (width * height)).toBeLessThan(0.0005)
})

test('a PDF of scans has a page as large as each paper was', async () => {
  const scan = await aScan({ language: 'en', dpi: 100 })
  const read = await PDFDocument.load(await aScanPdf([scan, scan]))
  expect(read.getPages().map((page) => page.getWidth())).toEqual(
    [595.44, 595.44].map((w) => expect.closeTo(w, 0)),
  )
})
