/** A place on a page: as addresses name it, as the image service is asked for it with a margin, and how large that is. */
export type Region = {
  readonly xywh: string
  readonly around: string
  readonly width: number
  readonly height: number
}

/** The region of a box [left, top, width, height] in pixels; null where it is none. */
export function regionOf(box: readonly unknown[] | null): Region | null {
  const sides = (box ?? []).map(Number)
  const [x, y, width, height] = sides
  if (sides.length !== 4 || !sides.every(Number.isFinite)) return null
  if (x === undefined || y === undefined || !width || !height || width < 1 || height < 1) return null
  const margin = Math.round(Math.max(width, height) * 0.08)
  const [left, top] = [Math.max(0, Math.round(x) - margin), Math.max(0, Math.round(y) - margin)]
  const [wide, high] = [Math.round(x + width) + margin - left, Math.round(y + height) + margin - top]
  return {
    xywh: [x, y, width, height].map(Math.round).join(','),
    around: [left, top, wide, high].join(','),
    width: wide,
    height: high,
  }
}
