import { expect, test } from 'vitest'
import { recogniser } from '../../../src/tools/recognise/recogniser.ts'
import { isLong } from '../../support/long.ts'
import { aFolder } from '../../support/process.ts'
import { qualityOf } from '../../support/scans/measures.ts'
import { sentences } from '../../support/scans/sentences.ts'
import { config, nativeModels, never, pageOf, pictured } from './recognising.ts'

const turns = [90, 180, 270] as const
const well = { recall: true, iou: true }

async function qualityAt(
  engine: 'native' | 'embedded',
  turn: 0 | 90 | 180 | 270,
  wish: Parameters<typeof pictured>[1],
  told: readonly string[],
) {
  await using folder = await aFolder()
  const { recognise, close } = recogniser({ ...config, engine })
  const { scan, picture } = await pictured(folder.path, wish, turn)
  const page = pageOf(await recognise(picture, told, never))
  await close()
  expect(page.placed.frame).toEqual({ width: scan.width, height: scan.height })
  const { recall, iou } = qualityOf(scan, page)
  return { recall: recall >= 0.95, iou: iou >= 0.8 }
}

const some = { dpi: 150, paper: 'slip', seed: 3, face: 'serif' } as const

test('the embedded engine reads a page that stands on its head, every word in its place on the page as it is', async () => {
  const wish = { ...some, language: 'lt', sentences: sentences.lt.slice(0, 3) } as const
  expect(await qualityAt('embedded', 180, wish, ['lt'])).toEqual(well)
})

const upsideDown = [180, []] as const
const onItsSide = [
  [90, ['en']],
  [270, ['en']],
] as const

test.skipIf(!nativeModels.includes('eng')).each(isLong ? [upsideDown, ...onItsSide] : [upsideDown])(
  'the native engine reads a page that is turned by %d degrees, told of %j (skipped without its English model)',
  async (turn, told) => {
    const wish = { ...some, language: 'en', sentences: sentences.en.slice(0, 4) } as const
    expect(await qualityAt('native', turn, wish, told)).toEqual(well)
  },
)

test.runIf(isLong)(
  'pages of every language are read whichever way they lie, by the embedded engine too',
  async () => {
    for (const language of ['en', 'lt', 'lv', 'et', 'de'] as const)
      for (const turn of turns)
        for (const told of [[language], []])
          expect
            .soft(
              await qualityAt('embedded', turn, { language, dpi: 150, seed: 9 }, told),
              `${language} ${turn} ${told}`,
            )
            .toEqual(well)
  },
  1_200_000,
)
