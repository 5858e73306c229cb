import sharp from 'sharp'
import type { ImagePage } from '../../ports/page-images.ts'
import { Unreadable } from '../extract/unreadable.ts'
import { jpeg2000Size } from './jpeg2000.ts'
import type { ImageFile } from './messages.ts'
import { jpeg2000Types, refuseBombs, refuseUnknown, withRanges } from './open-image.ts'
import { scanned, tiffPages } from './tiff-pages.ts'

type Inspected = { pages: ImagePage[]; remark: string | null }

const headBytes = 1024 * 1024
const headersOnly = { limitInputPixels: false, failOn: 'none' } as const

/** The pages of a file of images, by its headers alone. Throws Unreadable, or what the decoder says. */
export async function inspectImage({ path, mediaType }: ImageFile): Promise<Inspected> {
  return mediaType === 'image/tiff' ? inspectTiff(path) : inspectSingle(path, mediaType)
}

async function inspectTiff(path: string): Promise<Inspected> {
  const { pages, cut } = withRanges(path, tiffPages)
  if (pages.length === 0) throw new Unreadable('is a TIFF without any page; upload another copy of it')
  for (const page of pages) refuseBombs(page)
  return {
    pages: pages.map(({ width, height, dpi }) => ({ width, height, dpi })),
    remark: cut ? `The file is damaged or cut short: it may have had more than ${says(pages.length)}.` : null,
  }
}

async function inspectSingle(path: string, mediaType: string): Promise<Inspected> {
  refuseUnknown(mediaType)
  if (jpeg2000Types.has(mediaType)) {
    const size = withRanges(path, (read) => jpeg2000Size(read(0, headBytes)))
    refuseBombs(size)
    return { pages: [{ ...size, dpi: null }], remark: null }
  }
  const { autoOrient, density, pages = 1 } = await sharp(path, headersOnly).metadata()
  refuseBombs(autoOrient)
  const { width, height } = autoOrient
  return {
    pages: [{ width, height, dpi: scanned(density) }],
    remark: pages > 1 ? `It moves: only the first of its ${says(pages)} is shown.` : null,
  }
}

const says = (count: number) => (count === 1 ? 'one page' : `${count.toLocaleString('en')} pages`)
