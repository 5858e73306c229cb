import sharp from 'sharp'
import type { PagePicture } from '../../ports/recogniser.ts'
import { Unreadable } from '../extract/unreadable.ts'
import { clearPaper } from './clear-paper.ts'
import type { Scale } from './read-tsv.ts'

/** A picture made ready: grey pixels, row by row, at about 300 dpi, and how to come back to the picture's own pixels. */
export type Prepared = { grey: Buffer; width: number; height: number; scale: Scale }

/** The resolution that tesseract was made for, in dots an inch. */
export const wantedDpi = 300
// A median of five pixels removes grain as well, but at twenty times the cost, and the hairlines of small print with it.
const grain = 1.5
const paperInches = 11.69
const mostPixels = 40_000_000
const longestInches = 24

sharp.cache(false)
sharp.concurrency(1)

/**
 * Brings a picture to what tesseract reads best: grey, about 300 dpi, grain smoothed away and paper made white, for on a
 * grainy page it finds no letters, or seeks them for minutes. Never normalised: that brings the grain back.
 */
export async function prepare(picture: PagePicture): Promise<Prepared> {
  const dpi = resolutionOf(picture)
  const wanted = sizeOf(picture, Math.min(4, wantedDpi / dpi))
  try {
    const { data: grey, info } = await sharp(picture.path, {
      failOn: 'none',
      limitInputPixels: false,
      page: 0,
    })
      .flatten({ background: '#ffffff' })
      .resize({ ...wanted, fit: 'fill', kernel: 'cubic' })
      .blur(grain)
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true })
    clearPaper(grey)
    const scale = { across: picture.width / info.width, down: picture.height / info.height }
    return { grey, width: info.width, height: info.height, scale }
  } catch (error) {
    const said = error instanceof Error ? error.message.split('\n')[0]?.slice(0, 200) : String(error)
    throw new Unreadable(
      `The page's picture cannot be read (“${said}”); make it again, or upload another scan.`,
    )
  }
}

/** The resolution told, unless a page of paper would be absurd at it; then as if the long side were that of A4. */
export function resolutionOf({ width, height, dpi }: PagePicture): number {
  const long = Math.max(width, height)
  const isLikely = dpi !== null && dpi >= 50 && dpi <= 2400 && long / dpi <= longestInches && long / dpi >= 1
  return isLikely ? dpi : Math.max(50, long / paperInches)
}

function sizeOf({ width, height }: PagePicture, factor: number): { width: number; height: number } {
  const bounded = Math.min(factor, Math.sqrt(mostPixels / (width * height)))
  return {
    width: Math.max(1, Math.round(width * bounded)),
    height: Math.max(1, Math.round(height * bounded)),
  }
}

/** The picture as a PGM file, which every engine reads. */
export function pgm({ grey, width, height }: Pick<Prepared, 'grey' | 'width' | 'height'>): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey])
}
