import sharp, { type Sharp } from 'sharp'
import { pyramidSizes } from '../../domain/page/pyramid.ts'
import type { Rendition } from '../../domain/page/rendition.ts'
import type { ImageRenderer } from '../../ports/page-images.ts'
import { turns } from '../turns.ts'

/** A rendition that reads or makes more pixels than this is a large one. */
const large = 4_000_000
const busy = 'Too many images are being asked for at once. Ask for it again in a moment.'

/**
 * Renders pages from their pyramids, in libvips' own threads: so many at a time that the event loop and searches keep
 * their cores, and large ones one at a time, so that tiles do not wait behind them.
 */
export function imageRenderer({ places, waiting }: { places: number; waiting: number }): ImageRenderer {
  const [forTiles, forLarge] = [turns(places, waiting, busy), turns(1, waiting, busy)]
  // A pyramid that is made again has the old one's name, under which libvips would keep the old one's pixels.
  sharp.cache(false)
  sharp.concurrency(1)
  return {
    async render(path, page, rendition, signal) {
      const { level, region } = atLevel(page, rendition)
      const size = Math.max(region.width * region.height, rendition.width * rendition.height)
      const leave = await (size > large ? forLarge : forTiles).take(signal)
      try {
        return await pipeline(path, level, region, rendition).toBuffer()
      } finally {
        leave()
      }
    },
  }
}

/** The smallest version in the pyramid that is no smaller than what is asked for, and the region in its pixels. */
function atLevel(page: { width: number; height: number }, { region, width, height }: Rendition) {
  const levels = pyramidSizes(page)
  for (let level = levels.length - 1; level > 0; level--) {
    const shrunk = regionAt(level, levels[level] ?? page, page, region)
    // Tiles at the edges are rounded up by who asks for them.
    if (shrunk.width + 1 >= width && shrunk.height + 1 >= height) return { level, region: shrunk }
  }
  return { level: 0, region: regionAt(0, page, page, region) }
}

type Region = { left: number; top: number; width: number; height: number }
type Size = { width: number; height: number }

function regionAt(
  level: number,
  shrunk: Size,
  page: Size,
  { x, y, width, height }: Rendition['region'],
): Region {
  const across = spanAt(level, x, width, page.width, shrunk.width)
  const down = spanAt(level, y, height, page.height, shrunk.height)
  return { left: across.from, top: down.from, width: across.length, height: down.length }
}

function spanAt(level: number, from: number, length: number, side: number, shrunk: number) {
  const start = Math.min(Math.floor(from / 2 ** level), shrunk - 1)
  const end = from + length >= side ? shrunk : Math.min(shrunk, Math.round((from + length) / 2 ** level))
  return { from: start, length: Math.max(1, end - start) }
}

function pipeline(path: string, level: number, region: Region, rendition: Rendition): Sharp {
  const { width, height, isMirrored, degrees, quality, format } = rendition
  const isClear = format !== 'jpg'
  const image = sharp(path, { page: level, limitInputPixels: false })
    .extract(region)
    .resize(width, height, { fit: 'fill' })
    .flop(isMirrored)
  if (degrees % 90 !== 0 && isClear) image.ensureAlpha()
  if (degrees !== 0) image.rotate(degrees, { background: { r: 255, g: 255, b: 255, alpha: isClear ? 0 : 1 } })
  if (quality === 'gray' || quality === 'bitonal') image.greyscale()
  if (quality === 'bitonal') image.threshold(128)
  if (format === 'jpg') return image.jpeg({ quality: 85 })
  if (format === 'png') return image.png()
  if (format === 'webp') return image.webp({ quality: 85 })
  if (format === 'gif') return image.gif()
  return image.tiff({ compression: 'deflate' })
}
