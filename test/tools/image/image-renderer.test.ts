import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { pyramidSizes } from '../../../src/domain/page/pyramid.ts'
import { type Rendition, wholePage } from '../../../src/domain/page/rendition.ts'
import { imageRenderer } from '../../../src/tools/image/image-renderer.ts'
import { aPicture } from '../../support/images.ts'
import { aStudio, never } from './imaging.ts'

const { make } = aStudio()
const renderer = imageRenderer({ places: 2, waiting: 1 })

describe('a pyramid', () => {
  test.each([
    [3001, 2003],
    [1025, 4099],
    [513, 300],
    [512, 512],
    [511, 40],
    [1, 1],
    [2000, 1],
    [3, 1999],
  ])('of %i × %i pixels has the sizes that are told', async (width, height) => {
    const { path } = await make(await aPicture(width, height).png().toBuffer(), 'image/png')
    const { pages = 1 } = await sharp(path).metadata()
    const sizes = await Promise.all(
      Array.from({ length: pages }, async (_, page) => {
        const size = await sharp(path, { page }).metadata()
        return { width: size.width, height: size.height }
      }),
    )
    expect(sizes).toEqual(pyramidSizes({ width, height }))
  })
})

describe('a rendition', () => {
  test('shows the same whichever size in the pyramid it is taken from', async () => {
    const size = { width: 3000, height: 4000 }
    const { path } = await make(await aPicture(size.width, size.height).png().toBuffer(), 'image/png')
    const region = { x: 300, y: 200, width: 900, height: 1000 }
    const looks: Buffer[] = []
    for (const width of [900, 450, 225, 100]) {
      const rendition: Rendition = {
        ...wholePage(size, { width: 1 }),
        ...{ region, width, height: Math.round((width * 10) / 9), format: 'png' },
      }
      const bytes = await renderer.render(path, size, rendition, never)
      looks.push(await sharp(bytes).resize(9, 10, { fit: 'fill' }).raw().toBuffer())
    }
    for (const look of looks)
      for (const [at, shade] of look.entries())
        expect(Math.abs(shade - (looks[0]?.[at] ?? 0))).toBeLessThan(20)
  })

  test('that is too much at once is refused while others wait, and large ones do not keep tiles waiting', async () => {
    const size = { width: 4000, height: 3000 }
    const { path } = await make(await aPicture(size.width, size.height).jpeg().toBuffer(), 'image/jpeg')
    const whole = wholePage(size, { width: 4000 })
    const tile: Rendition = {
      ...whole,
      region: { x: 0, y: 0, width: 512, height: 512 },
      width: 512,
      height: 512,
    }
    const ended: string[] = []
    const large = [1, 2].map(() => renderer.render(path, size, whole, never).then(() => ended.push('large')))
    await expect(renderer.render(path, size, whole, never)).rejects.toMatchObject({ fault: 'busy' })
    const small = renderer.render(path, size, tile, never).then(() => ended.push('tile'))
    await Promise.all([...large, small])
    expect(ended.indexOf('tile')).toBeLessThan(2)
  })
})
