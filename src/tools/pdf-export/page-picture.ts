import { readFile, stat } from 'node:fs/promises'
import sharp from 'sharp'
import type { PdfImage } from '../../ports/pdf-maker.ts'

/** A page's image as JPEG, its size in pixels, and its size on paper in points. */
export type Picture = {
  jpeg: Uint8Array
  width: number
  height: number
  isGrey: boolean
  points: { width: number; height: number }
}

const longestSide = 2400
const quality = 75
/** The longer side of A4, for images that do not say how large they are. */
const longestPoints = 842
const mostOwnBytes = 8 * 1024 * 1024

/**
 * The image of a page as it goes into a PDF: a JPEG’s own bytes where viewers show them as they are, else made anew at
 * about 200 dpi.
 */
export async function pictureOf({ path, filePage, mediaType, dpi }: PdfImage): Promise<Picture> {
  const isMultipage = /tiff|webp/.test(mediaType)
  const page = mediaType === 'image/tiff' ? filePage - 1 : 0
  const image = sharp(path, { failOn: 'none', limitInputPixels: 1e9, ...(isMultipage && { page }) })
  const { width, height, format, space, orientation = 1 } = await image.metadata()
  const isTurned = orientation > 4
  const whole = isTurned ? { width: height, height: width } : { width, height }
  const points = onPaper(whole, dpi)
  const isPlain = format === 'jpeg' && orientation === 1 && (space === 'srgb' || space === 'b-w')
  if (isPlain && (await stat(path)).size <= mostOwnBytes)
    return { jpeg: await readFile(path), width, height, isGrey: space === 'b-w', points }
  const small = image
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
  const isGrey = space === 'b-w'
  const { data, info } = await (isGrey ? small.toColourspace('b-w') : small.toColourspace('srgb'))
    .jpeg({ quality })
    .toBuffer({ resolveWithObject: true })
  return { jpeg: data, width: info.width, height: info.height, isGrey: info.channels === 1, points }
}

function onPaper({ width, height }: { width: number; height: number }, dpi: number | null) {
  const said = dpi !== null && dpi >= 30 && dpi <= 2400 ? 72 / dpi : null
  const scale = said ?? longestPoints / Math.max(width, height)
  // What a page may measure at most (Annex C).
  const most = Math.min(1, 14_400 / (Math.max(width, height) * scale))
  return { width: width * scale * most, height: height * scale * most }
}
