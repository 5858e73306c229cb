import { describe, expect, onTestFinished, test } from 'vitest'
import { startImageProcess } from '../../../src/tools/image/image-process.ts'
import { imager } from '../../../src/tools/image/imager.ts'
import { aPicture } from '../../support/images.ts'
import { aStudio, limits, never } from './imaging.ts'

const hangs = new URL('./children/hangs.ts', import.meta.url)
const child = (name: string) => new URL(`../extract/children/${name}.ts`, import.meta.url)
const { folder, keep } = aStudio()
const reach = { reads: [folder], writes: [folder] }

function anImager(options: Partial<Parameters<typeof imager>[0]> = {}) {
  const images = imager({ limits, reach, places: 1, ...options })
  onTestFinished(() => images.close())
  return images
}

const aScan = async () => keep(await aPicture(800, 600).png().toBuffer(), 'image/png', 'scan.png')

describe('a child that makes images', () => {
  test('is killed when it takes too much memory, with a sentence', async () => {
    const greedy = anImager({
      limits: { ...limits, memoryBytes: 300 * 1024 ** 2 },
      entry: child('allocates'),
    })
    await expect(greedy.inspect(await aScan(), never)).rejects.toMatchObject({
      fault: 'unreadable-file',
      message: expect.stringMatching(
        /^“scan\.png” needed more than 300 MB of memory while its image was made; /,
      ),
    })
  })

  test('is killed when it stands still, and the next page has another', async () => {
    const stuck = anImager({ limits: { ...limits, stallMs: 600 }, entry: hangs })
    const scan = await aScan()
    for (let n = 0; n < 2; n++)
      await expect(stuck.make(scan, 3, `${folder}/x`, never)).rejects.toThrow(
        'Page 3 of “scan.png” made no progress for 0.6 seconds while its image was made',
      )
  })

  test('that crashes is told as such', async () => {
    const crashing = anImager({ entry: child('crashes') })
    await expect(crashing.inspect(await aScan(), never)).rejects.toThrow(
      '“scan.png” made its reader crash (exit 9)',
    )
  })

  test('is killed by an abort, which throws the reason of the signal', async () => {
    const stuck = anImager({ entry: hangs })
    const leaving = new AbortController()
    const asked = stuck.inspect(await aScan(), leaving.signal)
    setTimeout(() => leaving.abort(new Error('she left')), 100)
    await expect(asked).rejects.toThrow('she left')
  })
})

describe('an imager', () => {
  test('refuses more than may wait, lets in one after the other, and forgets who has left', async () => {
    const images = anImager({ places: 1, waiting: 1 })
    const scan = await aScan()
    const leaving = new AbortController()
    const first = images.inspect(scan, never)
    const second = images.inspect(scan, leaving.signal)
    await expect(images.inspect(scan, never)).rejects.toMatchObject({ fault: 'busy' })
    leaving.abort(new Error('left'))
    await expect(second).rejects.toThrow('left')
    const third = images.inspect(scan, never)
    expect((await first).pages).toEqual((await third).pages)
  })

  test('asks one child after the other until each has done its share', async () => {
    const process = startImageProcess(
      new URL('../../../src/tools/image/child.ts', import.meta.url),
      limits,
      reach,
    )
    onTestFinished(() => process.stop())
    const { path, mediaType } = await aScan()
    for (let n = 0; n < 3; n++)
      expect(await process.ask({ kind: 'inspect', file: { path, mediaType } }, never)).toMatchObject({
        kind: 'inspected',
      })
    expect(process.isAlive()).toBe(true)
    await process.stop()
    expect(process.isAlive()).toBe(false)
    await expect(process.ask({ kind: 'inspect', file: { path, mediaType } }, never)).rejects.toThrow(
      /reader die/,
    )
  })
})
