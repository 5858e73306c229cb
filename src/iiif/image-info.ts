import { pyramidSizes, tileSide } from '../domain/page/pyramid.ts'
import { largestRendition, qualities, renditionFormats } from '../domain/page/rendition.ts'

export const imageContext = 'http://iiif.io/api/image/3/context.json'
export const levelTwo = 'http://iiif.io/api/image/3/level2.json'

const { width: maxWidth, height: maxHeight, area: maxArea } = largestRendition

/** The information of an image (IIIF Image API 3.0, section 5); `id` is its base address. */
export function imageInfo(id: string, image: { width: number; height: number }) {
  const sizes = pyramidSizes(image)
  return {
    '@context': imageContext,
    id,
    type: 'ImageService3' as const,
    protocol: 'http://iiif.io/api/image',
    profile: 'level2',
    width: image.width,
    height: image.height,
    ...{ maxWidth, maxHeight, maxArea },
    sizes: sizes
      .filter(({ width, height }) => width <= maxWidth && height <= maxHeight && width * height <= maxArea)
      .toReversed(),
    tiles: [{ width: tileSide, height: tileSide, scaleFactors: sizes.map((_, level) => 2 ** level) }],
    preferredFormats: ['jpg'],
    extraFormats: renditionFormats.filter((format) => format !== 'jpg' && format !== 'png'),
    extraQualities: qualities.filter((quality) => quality !== 'default'),
    extraFeatures: [
      ...['canonicalLinkHeader', 'mirroring', 'profileLinkHeader', 'rotationArbitrary', 'sizeByConfinedWh'],
      ...['sizeByWhListed', 'sizeUpscaling'],
    ],
  }
}
