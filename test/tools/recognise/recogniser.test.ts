import { readdir } from 'node:fs/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { languages } from '../../../src/domain/language/language.ts'
import { recogniser } from '../../../src/tools/recognise/recogniser.ts'
import { isLong } from '../../support/long.ts'
import { aFolder } from '../../support/process.ts'
import { qualityOf } from '../../support/scans/measures.ts'
import { sentences } from '../../support/scans/sentences.ts'
import { config, nativeModels, never, pageOf, pictured } from './recognising.ts'

const someSentences = [
  'Tarp 41 ir 42 lapų trūksta dviejų puslapių; siūlai perpjauti aštriais ašmenimis.',
  'Liudytojas pažino karininko rašyseną, bet tikslios dienos pasakyti negalėjo.',
]

test('the embedded engine reads a noisy typewritten page, every word in its place', async () => {
  await using folder = await aFolder()
  const { recognise, close } = recogniser({ ...config, engine: 'embedded' })
  const { scan, picture } = await pictured(folder.path, {
    language: 'lt',
    paper: 'slip',
    seed: 3,
    sentences: sentences.lt.slice(0, 6),
  })
  const page = pageOf(await recognise(picture, ['lt'], never))
  const { recall, iou, covered } = qualityOf(scan, page)
  expect(recall).toBeGreaterThanOrEqual(0.95)
  expect([iou >= 0.8, covered >= 0.8]).toEqual([true, true])
  expect(page).toMatchObject({
    language: 'lt',
    engine: expect.stringMatching(/^tesseract\.js [\d.]+ \(lit\)$/),
  })
  expect(page.placed.frame).toEqual({ width: scan.width, height: scan.height })
  for (const { start, end, box, confidence } of page.placed.words) {
    expect(page.content.slice(start, end)).toMatch(/^\S+$/)
    expect([box[0] >= 0, box[0] + box[2] <= scan.width + 1, box[3] > 0]).toEqual([true, true, true])
    expect(confidence).toBeGreaterThanOrEqual(0)
  }
  expect(page.words.split(' ')).toContain('valsciaus')
  expect(page.newWords).toEqual([{ language: 'lt', words: [...new Set(page.words.split(' '))].join(' ') }])
  await close()
})

test.skipIf(!nativeModels.includes('rus'))(
  'a page of which nothing is known is read in its own language (skipped without the native engine and its Russian model)',
  async () => {
    await using folder = await aFolder()
    const { recognise, close } = recogniser(config)
    const said = sentences.ru.slice(0, 6)
    const { scan, picture } = await pictured(folder.path, {
      language: 'ru',
      dpi: 150,
      paper: 'slip',
      sentences: said,
    })
    const page = pageOf(await recognise({ ...picture, dpi: null }, [], never))
    expect(page).toMatchObject({
      language: 'ru',
      engine: expect.stringMatching(/^tesseract [\d.]+ \(rus\)$/),
    })
    const { recall, iou } = qualityOf(scan, page)
    expect([recall >= 0.95, iou >= 0.8]).toEqual([true, true])
    await close()
  },
)

test.skipIf(!isLong)(
  'the whole made set is read by both engines, told its language or not',
  async () => {
    await using folder = await aFolder()
    for (const engine of ['native', 'embedded'] as const) {
      const { recognise, abilities, close } = recogniser({ ...config, engine })
      const there = (await abilities()).languages
      const able = languages.filter((language) => there.includes(language))
      for (const [language, dpi] of able.flatMap((one) => [300, 150].map((dpi) => [one, dpi] as const))) {
        const { scan, picture } = await pictured(folder.path, { language, dpi, seed: 9 })
        for (const told of [[language], []]) {
          const { recall, iou } = qualityOf(scan, pageOf(await recognise(picture, told, never)))
          expect
            .soft([recall >= 0.95, iou >= 0.8], `${engine} ${language} ${dpi} ${told}`)
            .toEqual([true, true])
        }
      }
      await close()
    }
  },
  600_000,
)

test('a language without a model is told with how to add it, but not where others suffice', async () => {
  await using folder = await aFolder()
  const { recognise, close } = recogniser({ ...config, engine: 'embedded' })
  const { picture } = await pictured(folder.path, {
    language: 'lt',
    dpi: 150,
    paper: 'slip',
    sentences: someSentences,
  })
  expect(await recognise(picture, ['yi'], never)).toEqual({
    kind: 'language-missing',
    language: 'yi',
    says: expect.stringMatching(/Yiddish \(yi\).*tesseract-ocr-yid .*yid\.traineddata/),
  })
  expect(await recognise(picture, ['lt', 'yi'], never)).toMatchObject({ kind: 'page', language: 'lt' })
  await close()
})

test('an empty page is a page without words, and what is no picture is told without harm to the next', async () => {
  await using folder = await aFolder()
  const { recognise, close } = recogniser(config)
  const { picture } = await pictured(folder.path, { language: 'lt', dpi: 150, sentences: [] })
  await expect(recognise({ ...picture, path: '/nowhere/a.tif' }, ['lt'], never)).rejects.toMatchObject({
    fault: 'unreadable-file',
    message: expect.stringMatching(/^The page's picture cannot be read/),
  })
  expect(await recognise(picture, [], never)).toMatchObject({ kind: 'page', content: '', words: '' })
  await close()
})

test('it says what it can do: with which engine, in which languages, and that it is off', async () => {
  const embedded = recogniser({ ...config, engine: 'embedded' })
  const { engine, languages } = await embedded.abilities()
  expect(engine).toMatch(/^tesseract\.js /)
  expect(languages).toEqual(expect.arrayContaining(['de', 'en', 'et', 'lt', 'lv']))
  const off = recogniser({ ...config, engine: 'off' })
  expect([off.places, await off.abilities()]).toEqual([0, { engine: null, languages: [] }])
  const picture = { path: '/nowhere', width: 1, height: 1, dpi: null }
  await expect(off.recognise(picture, [], never)).rejects.toThrow('Recognition is off: set FONDS_OCR to auto')
})

test.each([0, 300])(
  'when it is closed after %d ms nothing of it is left, and who waits is told',
  async (ms) => {
    await using folder = await aFolder()
    vi.stubEnv('TMPDIR', folder.path)
    onTestFinished(() => void vi.unstubAllEnvs())
    const { recognise, close } = recogniser({ ...config, engine: 'embedded' })
    const { picture } = await pictured(folder.path, { language: 'lt', dpi: 100 })
    const told = Promise.allSettled([recognise(picture, ['lt'], never), recognise(picture, ['lt'], never)])
    await new Promise((resolve) => setTimeout(resolve, ms))
    await close()
    expect(await told).toMatchObject([{ reason: { fault: 'busy' } }, { reason: { fault: 'busy' } }])
    expect((await readdir(folder.path)).filter((name) => name.startsWith('fonds-models-'))).toEqual([])
  },
)
