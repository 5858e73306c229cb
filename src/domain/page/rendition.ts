export const qualities = ['default', 'color', 'gray', 'bitonal'] as const
export const renditionFormats = ['jpg', 'png', 'webp', 'tif', 'gif'] as const

/** A picture made of a page's image: a part of it in its pixels, brought to a size, mirrored, then turned clockwise. */
export type Rendition = {
  region: { x: number; y: number; width: number; height: number }
  width: number
  height: number
  isMirrored: boolean
  /** From 0 to 360. */
  degrees: number
  quality: (typeof qualities)[number]
  format: (typeof renditionFormats)[number]
}

/** So large a rendition may be, in pixels; a page that is larger is had in parts. */
export const largestRendition = { width: 16_000, height: 16_000, area: 50_000_000 }

/** The whole page as a JPEG, no larger than a box in pixels and never larger than the page. */
export function wholePage(page: { width: number; height: number }, most: { width: number; height?: number }) {
  const { width, height } = page
  const scale = Math.min(
    1,
    most.width / width,
    (most.height ?? largestRendition.height) / height,
    Math.sqrt(largestRendition.area / (width * height)),
  )
  return {
    region: { x: 0, y: 0, width, height },
    width: Math.max(1, Math.floor(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
    ...{ isMirrored: false, degrees: 0, quality: 'default', format: 'jpg' },
  } satisfies Rendition
}
