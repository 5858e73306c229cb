import { closeSync, openSync } from 'node:fs'
import sharp, { type Metadata } from 'sharp'
import { renderPage } from './render-page.ts'
import { type ScannedPage, scannedPage } from './scanned-page.ts'

/** The picture of a page of a PDF: a JPEG or JPEG 2000, its size in pixels and its resolution. */
export type PageRaster = {
  image: Uint8Array
  width: number
  height: number
  dpi: number | null
  /** `copied` where the bytes are those that lie in the PDF. */
  how: 'copied' | 'rendered'
  /** Library and version. */
  tool: string
  /** What is wrong with it, in words for the archivist. */
  remark: string | null
}

const usualDpi = 200
const [leastDpi, mostDpi] = [150, 400]

/**
 * A page (1-based) of a PDF as it is seen, cropped and turned, so that words placed on the page lie on it. A page that is
 * nothing but a JPEG or JPEG 2000 gives its exact bytes; one that is turned gives them turned; any other is drawn, at the
 * resolution of its scan or at 200 dpi. To be called in a child process under watch: drawing takes memory and may hang.
 * Throws Unreadable.
 */
export async function pdfPageRaster(path: string, filePage: number): Promise<PageRaster> {
  const fd = openSync(path, 'r')
  try {
    const scan = scannedPage(fd, filePage)
    const copied = scan && (await copyOf(scan))
    if (copied) return copied
    const dpi = scan ? Math.min(mostDpi, Math.max(leastDpi, scan.dpi)) : usualDpi
    return { ...(await renderPage(fd, filePage, dpi)), how: 'rendered', remark: null }
  } finally {
    closeSync(fd)
  }
}

async function copyOf({ embedded, turned, dpi }: ScannedPage): Promise<PageRaster | null> {
  if (!embedded) return null
  const { kind, bytes } = embedded
  const tool = `sharp ${sharp.versions.sharp}`
  if (kind === 'jpeg2000') {
    const size = sizeOfJpeg2000(bytes)
    return size && turned === 0 ? { image: bytes, ...size, dpi, how: 'copied', tool, remark: null } : null
  }
  const metadata = await sharp(bytes, { failOn: 'none' })
    .metadata()
    .catch(() => null)
  if (!metadata || !isPlainJpeg(metadata)) return null
  const { width, height, orientation = 1 } = metadata
  // What a camera noted of how it was held counts for nothing in a PDF, but would where the file stands alone.
  if (turned === 0 && orientation === 1)
    return { image: bytes, width, height, dpi, how: 'copied', tool, remark: null }
  const turning = sharp(bytes, { failOn: 'none' })
    .rotate(turned)
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
  const { data, info } = await turning.toBuffer({ resolveWithObject: true })
  return { image: data, width: info.width, height: info.height, dpi, how: 'rendered', tool, remark: null }
}

/** Grey or red, green and blue: of four inks, readers disagree which way round they are. */
const isPlainJpeg = ({ format, channels, space }: Metadata) =>
  format === 'jpeg' && (channels === 1 || channels === 3) && space !== 'cmyk'

/** The size that the header of a JPEG 2000 image states (ISO 15444-1, A.5.1), wherever in its wrapping it stands. */
function sizeOfJpeg2000(bytes: Uint8Array): { width: number; height: number } | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1_048_576))
  const at = view.indexOf(Buffer.from([0xff, 0x4f, 0xff, 0x51]))
  if (at < 0 || at + 24 > view.length) return null
  const [x1 = 0, y1 = 0, x0 = 0, y0 = 0] = [8, 12, 16, 20].map((offset) => view.readUInt32BE(at + offset))
  return { width: x1 - x0, height: y1 - y0 }
}
