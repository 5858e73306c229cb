import sharp, { type Sharp } from 'sharp'
import { likenessOf, likenessRaster } from '../../domain/page/likeness.ts'
import type { Box } from '../../domain/page/placed-words.ts'
import { tileSide } from '../../domain/page/pyramid.ts'
import type { PageImage } from '../../ports/page-images.ts'
import type { ImageFile } from './messages.ts'
import { type OpenedImage, openImage } from './open-image.ts'

/** libvips refuses to read a TIFF whose only tile is much larger than its image. */
const tileSideOfSmall = 256
const damaged = 'It is damaged or cut short: what could be read of it is shown.'

/** Beyond so many pixels a TIFF might grow past the 4 GB that 32-bit offsets reach. */
const mostOf32Bits = 500_000_000

/**
 * Writes the image of a page (1-based) as a pyramidal TIFF: upright, in sRGB or grey, on white where it is transparent.
 * Throws Unreadable, or what the decoder says.
 */
export async function makeImage(file: ImageFile, filePage: number, target: string): Promise<PageImage> {
  const opened = await openImage(file, filePage)
  const { dpi, how, tool } = opened
  const { width, height, whole } = await writePyramid(opened, target)
  const remark = [opened.remark, whole ? null : damaged].filter((said) => said !== null).join(' ') || null
  return { width, height, dpi, how, tool, remark, likeness: await likenessIn(target) }
}

async function writePyramid(opened: OpenedImage, target: string) {
  try {
    return { ...(await (await pyramid(opened, 'error')).toFile(target)), whole: true }
  } catch {
    return { ...(await (await pyramid(opened, 'none')).toFile(target)), whole: false }
  }
}

/** Writes the image of a page again with these boxes of it in black; every smaller version is made of that one. */
export async function blackenImage(path: string, black: readonly Box[], target: string): Promise<void> {
  const patches = black.map(([left, top, width, height]) => ({
    input: { create: { width, height, channels: 3 as const, background: '#000' } },
    ...{ left, top },
  }))
  const opened = { input: path, options: { page: 0 } }
  await (await pyramid(opened, 'error')).composite(patches).toFile(target)
}

async function pyramid(
  { input, options }: Pick<OpenedImage, 'input' | 'options'>,
  failOn: 'error' | 'none',
): Promise<Sharp> {
  const image = sharp(input, { ...options, failOn, limitInputPixels: false, sequentialRead: true })
  const { space, width, height } = await image.metadata()
  const isGrey = space === 'b-w' || space === 'grey16'
  const side = Math.max(width, height) < tileSide ? tileSideOfSmall : tileSide
  return image
    .autoOrient()
    .flatten({ background: '#fff' })
    .toColourspace(isGrey ? 'b-w' : 'srgb')
    .tiff({
      ...{ tile: true, tileWidth: side, tileHeight: side, pyramid: side === tileSide },
      ...{ compression: 'jpeg', quality: 85, bigtiff: width * height > mostOf32Bits },
    })
}

/** Taken from the smallest version in the pyramid that is large enough: the same whatever the page's resolution. */
async function likenessIn(path: string): Promise<string | null> {
  const { width, height, pages = 1 } = await sharp(path, { limitInputPixels: false }).metadata()
  const levels = Math.floor(Math.log2(Math.min(width, height) / likenessRaster))
  const page = Math.max(0, Math.min(pages - 1, levels))
  const grey = await sharp(path, { page, limitInputPixels: false })
    .greyscale()
    .resize(likenessRaster, likenessRaster, { fit: 'fill' })
    .raw()
    .toBuffer()
  return likenessOf(grey, likenessRaster, likenessRaster)
}
