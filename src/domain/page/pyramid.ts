type Size = { width: number; height: number }

/** The side of a pyramid's tiles in pixels. */
export const tileSide = 512

/** The sizes at which an image lies in its pyramid, largest first: each half of the one before, rounded down. */
export function pyramidSizes(image: Size): Size[] {
  const sizes = [{ width: image.width, height: image.height }]
  for (
    let last = image;
    Math.max(last.width, last.height) > tileSide && Math.min(last.width, last.height) > 1;
  ) {
    last = { width: Math.floor(last.width / 2), height: Math.floor(last.height / 2) }
    sizes.push(last)
  }
  return sizes
}
