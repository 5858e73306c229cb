import { invalid } from '../domain/errors.ts'
import { largestRendition, qualities, type Rendition, renditionFormats } from '../domain/page/rendition.ts'

type Size = { width: number; height: number }

/** The parts of an address of the IIIF Image API 3.0, decoded: `{region}/{size}/{rotation}/{quality}.{format}`. */
export type ImageAddress = { region: string; size: string; rotation: string; file: string }

const whole = '\\d{1,9}'
const part = '\\d{1,9}(?:\\.\\d{1,9})?'
const pixels = new RegExp(`^(${whole}),(${whole}),(${whole}),(${whole})$`)
const percents = new RegExp(`^pct:(${part}),(${part}),(${part}),(${part})$`)
const sides = new RegExp(`^(${whole})?,(${whole})?$`)
const confined = new RegExp(`^!(${whole}),(${whole})$`)
const percent = new RegExp(`^pct:(${part})$`)
const turn = new RegExp(`^(!?)(${part})$`)

/**
 * What an address asks of an image of a size (IIIF Image API 3.0, section 4), and the canonical form of the address
 * (section 4.7). Throws ArchiveError('invalid-input') that names the part that is wrong.
 */
export function readImageRequest(address: ImageAddress, image: Size): Rendition & { canonical: string } {
  const region = readRegion(address.region, image)
  const { width, height } = readSize(address.size, region)
  const { isMirrored, degrees } = readRotation(address.rotation)
  const { quality, format } = readFile(address.file)
  const rendition = { region, width, height, isMirrored, degrees, quality, format }
  return { ...rendition, canonical: canonicalAddress(rendition, image) }
}

/** The one address of a rendition among all that ask for it (section 4.7). */
export function canonicalAddress(rendition: Rendition, image: Size): string {
  const { region, width, height, isMirrored, degrees, quality, format } = rendition
  const isFull = region.width === image.width && region.height === image.height
  const where = isFull ? 'full' : [region.x, region.y, region.width, region.height].join(',')
  const largest = sizeWithin(region, largestRendition)
  const isMax = width === largest.width && height === largest.height
  const size = isMax
    ? 'max'
    : `${width > region.width || height > region.height ? '^' : ''}${width},${height}`
  return `${where}/${size}/${isMirrored ? '!' : ''}${degrees}/${quality}.${format}`
}

function readRegion(text: string, { width, height }: Size): Rendition['region'] {
  if (text === 'full') return { x: 0, y: 0, width, height }
  if (text === 'square') {
    const side = Math.min(width, height)
    return {
      x: Math.floor((width - side) / 2),
      y: Math.floor((height - side) / 2),
      width: side,
      height: side,
    }
  }
  const inPixels = numbers(pixels, text)
  const inPercent = numbers(percents, text)
  const [x, y, w, h] =
    inPixels ??
    inPercent?.map((value, at) => Math.round((value / 100) * (at % 2 === 0 ? width : height))) ??
    []
  if (x === undefined || y === undefined || w === undefined || h === undefined)
    throw invalid('region', 'is not full, square, x,y,w,h or pct:x,y,w,h')
  if (w === 0 || h === 0) throw invalid('region', 'is empty: its width and height must be more than 0')
  if (x >= width || y >= height)
    throw invalid('region', `lies outside the image, which has ${width} × ${height} pixels`)
  return { x, y, width: Math.min(w, width - x), height: Math.min(h, height - y) }
}

function readSize(text: string, region: Size): Size {
  const mayGrow = text.startsWith('^')
  const asked = mayGrow ? text.slice(1) : text
  if (asked === 'max') return fitted(region, mayGrow ? largestRendition : region, largestRendition)
  const size = sizeAsked(asked, region, mayGrow)
  if (!mayGrow && (size.width > region.width || size.height > region.height))
    throw invalid('size', `is larger than the region, ${region.width} × ${region.height}: write ^ before it`)
  const { width, height, area } = largestRendition
  if (size.width > width || size.height > height || size.width * size.height > area)
    throw invalid(
      'size',
      `is larger than what is given at once: ${width} × ${height}, and ${area} pixels in all`,
    )
  return size
}

function sizeAsked(text: string, region: Size, mayGrow: boolean): Size {
  const [scale] = numbers(percent, text) ?? []
  if (scale !== undefined) return nonEmpty((region.width * scale) / 100, (region.height * scale) / 100)
  const [boxWidth, boxHeight] = numbers(confined, text) ?? []
  if (boxWidth !== undefined && boxHeight !== undefined) {
    nonEmpty(boxWidth, boxHeight)
    const box = { width: boxWidth, height: boxHeight }
    return fitted(region, box, largestRendition, ...(mayGrow ? [] : [region]))
  }
  const [, w, h] = sides.exec(text) ?? []
  if (w !== undefined && h !== undefined) return nonEmpty(Number(w), Number(h))
  if (w !== undefined) {
    const width = Number(w)
    return nonEmpty(width, width && Math.max(1, (width * region.height) / region.width))
  }
  if (h !== undefined) {
    const height = Number(h)
    return nonEmpty(height && Math.max(1, (height * region.width) / region.height), height)
  }
  throw invalid('size', 'is not max, w,  ,h  pct:n  w,h or !w,h, nor one of these after ^')
}

/** As large as an image of a size is given within a box where it is not to grow. */
export const sizeWithin = (image: Size, box: Size & { area?: number }): Size => fitted(image, image, box)

function nonEmpty(width: number, height: number): Size {
  const size = { width: Math.round(width), height: Math.round(height) }
  if (size.width === 0 || size.height === 0)
    throw invalid('size', 'is empty: its width and height must be at least 1')
  return size
}

/** A size in the proportions of the region, as large as both boxes allow. */
function fitted(region: Size, ...boxes: readonly (Size & { area?: number })[]): Size {
  const scale = Math.min(
    ...boxes.flatMap(({ width, height, area }) => [
      width / region.width,
      height / region.height,
      ...(area === undefined ? [] : [Math.sqrt(area / (region.width * region.height))]),
    ]),
  )
  const within = (side: number) => Math.max(1, scale === 1 ? side : Math.floor(side * scale + 1e-6))
  return { width: within(region.width), height: within(region.height) }
}

function readRotation(text: string): Pick<Rendition, 'isMirrored' | 'degrees'> {
  const [, mirror, degrees] = turn.exec(text) ?? []
  if (degrees === undefined || Number(degrees) > 360)
    throw invalid('rotation', 'is not a number of degrees from 0 to 360, nor one after !')
  return { isMirrored: mirror === '!', degrees: Number(degrees) % 360 }
}

function readFile(text: string): Pick<Rendition, 'quality' | 'format'> {
  const [name, extension, ...more] = text.split('.')
  const quality = qualities.find((known) => known === name)
  const format = renditionFormats.find((known) => known === extension)
  if (!quality) throw invalid('quality', `is none of ${qualities.join(', ')}`)
  if (!format || more.length > 0) throw invalid('format', `is none of ${renditionFormats.join(', ')}`)
  return { quality, format }
}

function numbers(pattern: RegExp, text: string): number[] | null {
  const found = pattern.exec(text)
  return found?.slice(1).map(Number) ?? null
}
