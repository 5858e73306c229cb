import { fstatSync } from 'node:fs'
import { PDFName, PDFNumber } from 'pdf-lib'
import { type EmbeddedImage, embeddedImage } from './image-codec.ts'
import { openObjects, type PdfObjects } from './pdf-objects.ts'
import { findPage, type PdfPage } from './pdf-pages.ts'
import { type Matrix, type SoleImage, soleImage } from './sole-image.ts'

/** A page that is nothing but one image. */
export type ScannedPage = {
  /** The image's resolution on the page. */
  dpi: number
  /** The image's own bytes, where they are a file of their own and show the page, once turned, as it is seen. */
  embedded: EmbeddedImage | null
  /** How far the image must be turned clockwise. */
  turned: 0 | 90 | 180 | 270
}

/**
 * What a page (1-based) of the PDF behind a descriptor is, if it is nothing but one image; null where it is not, or where
 * that cannot be told without drawing it, as in a damaged or encrypted file. Only what is needed of the file is read.
 */
export function scannedPage(fd: number, filePage: number): ScannedPage | null {
  try {
    const objects = openObjects(fd, fstatSync(fd).size)
    const page = findPage(objects, filePage)
    const image = soleImage(objects, page)
    return image && scanOf(objects, page, image)
  } catch {
    // pdf.js mends what is damaged, or says why it cannot.
    return null
  }
}

function scanOf(objects: PdfObjects, page: PdfPage, { stream, matrix }: SoleImage): ScannedPage | null {
  const width = objects.resolve(stream.dict.get(PDFName.of('Width')))
  const inches = Math.hypot(matrix[0], matrix[1]) / 72
  if (!(width instanceof PDFNumber) || !(inches > 0)) return null
  const turned = turnOf(matrix, page.turned)
  return {
    dpi: width.asNumber() / inches,
    embedded: turned === null ? null : embeddedImage(objects, stream),
    turned: turned ?? 0,
  }
}

/** How far an image stands turned clockwise on a page that is itself turned so far; null where it is mirrored. */
function turnOf([a, b, c, d]: Matrix, pageTurned: number): ScannedPage['turned'] | null {
  if (a * d - b * c <= 0) return null
  // The direction of the image's rows: to the right, down, to the left or up.
  const own = Math.abs(a) > Math.abs(b) ? (a > 0 ? 0 : 180) : b < 0 ? 90 : 270
  const turned = (own + pageTurned) % 360
  return turned === 0 || turned === 90 || turned === 180 || turned === 270 ? turned : null
}
