import { closeSync, openSync, readSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import sharp, { type SharpOptions } from 'sharp'
import type { PageImage } from '../../ports/page-images.ts'
import { Unreadable } from '../extract/unreadable.ts'
import { decodeJpeg2000, isJpeg2000, jpeg2000Size } from './jpeg2000.ts'
import type { ImageFile } from './messages.ts'
import { type ReadAt, scanned, tiffPages } from './tiff-pages.ts'

/** Beyond so many pixels no page was ever scanned, and a few kilobytes can claim to be one. */
export const mostPixels = 1_000_000_000

/** What sharp makes an image of, and what is known of where it comes from. */
export type OpenedImage = {
  input: string | Uint8Array
  options: SharpOptions
} & Pick<PageImage, 'dpi' | 'how' | 'tool' | 'remark'>

const decoder = `sharp ${sharp.versions.sharp}`

/** JPEG 2000 by its names: a JP2 file, its extended form, a bare codestream. */
export const jpeg2000Types = new Set(['image/jp2', 'image/jpx', 'image/j2c'])
const otherTypes = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'])

const decoded = { how: 'decoded', tool: decoder, remark: null } as const

/** Opens a page (1-based) of an image file or a PDF. Throws Unreadable, also for what is larger than `mostPixels`. */
export async function openImage({ path, mediaType }: ImageFile, filePage: number): Promise<OpenedImage> {
  if (mediaType === 'application/pdf') return openPdfPage(path, filePage)
  if (mediaType === 'image/tiff') return openTiffPage(path, filePage)
  refuseUnknown(mediaType)
  if (filePage !== 1) throw noPage(filePage)
  if (jpeg2000Types.has(mediaType)) return { ...decoded, ...(await openJpeg2000(await readFile(path))) }
  return { ...decoded, input: path, options: {}, dpi: await checked(path) }
}

/** Throws Unreadable for images of which no picture can be made, such as bitmaps of Windows. */
export function refuseUnknown(mediaType: string): void {
  if (jpeg2000Types.has(mediaType) || otherTypes.has(mediaType)) return
  throw new Unreadable(
    `is of type ${mediaType}, of which no picture can be made; convert it to TIFF, PNG or JPEG and upload that`,
  )
}

/** Reads ranges of a file while `use` runs. */
export function withRanges<T>(path: string, use: (read: ReadAt) => T): T {
  const fd = openSync(path, 'r')
  try {
    return use((position, length) => {
      const bytes = Buffer.alloc(length)
      return bytes.subarray(0, readSync(fd, bytes, 0, length, position))
    })
  } finally {
    closeSync(fd)
  }
}

/** Throws Unreadable for an image that claims to be larger than anything that is shown. */
export function refuseBombs({ width, height }: { width: number; height: number }): void {
  if (width * height <= mostPixels) return
  const [w, h, most] = [width, height, mostPixels / 1e6].map((value) => value.toLocaleString('en'))
  throw new Unreadable(
    `claims to be ${w} × ${h} pixels, and no more than ${most} million are shown; upload it in parts, or at a lower resolution`,
  )
}

async function openTiffPage(path: string, filePage: number): Promise<OpenedImage> {
  const page = withRanges(path, tiffPages).pages[filePage - 1]
  if (!page) throw noPage(filePage)
  refuseBombs(page)
  return { ...decoded, input: path, options: { page: page.directory }, dpi: page.dpi }
}

async function openPdfPage(path: string, filePage: number): Promise<OpenedImage> {
  const { pdfPageRaster } = await import('../pdf-image/pdf-page-raster.ts')
  const { image, dpi, how, tool, remark } = await pdfPageRaster(path, filePage)
  const drawn = isJpeg2000(image) ? await openJpeg2000(image) : { input: image, options: {}, dpi: null }
  if (!isJpeg2000(image)) await checked(image)
  const remarks = [remark, 'remark' in drawn ? drawn.remark : null].filter((said) => said !== null)
  return { ...drawn, dpi, how, tool, remark: remarks.join(' ') || null }
}

async function openJpeg2000(bytes: Uint8Array) {
  refuseBombs(jpeg2000Size(bytes))
  const { data, shrunk, ...raw } = await decodeJpeg2000(bytes)
  const remark =
    shrunk > 0 ? `Shown at 1/${2 ** shrunk} of its size, for it is too large to be decoded whole.` : null
  return {
    input: data,
    options: { raw },
    dpi: null,
    tool: 'openjpeg (@cornerstonejs/codec-openjpeg)',
    remark,
  }
}

/** The resolution that an image states, once its size is known to be bearable. */
async function checked(input: string | Uint8Array): Promise<number | null> {
  const { width, height, density } = await sharp(input, {
    limitInputPixels: false,
    failOn: 'none',
  }).metadata()
  refuseBombs({ width, height })
  return scanned(density)
}

const noPage = (filePage: number) =>
  new Unreadable(`has no page ${filePage.toLocaleString('en')}; its file may be cut short`)
