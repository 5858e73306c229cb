type Box = readonly number[]

/** A cutting of a page round a hit: [left, top, width, height] in its pixels, and the hits in it, in hundredths of the cutting. */
export type HitRegion = {
  readonly region: readonly [number, number, number, number]
  readonly marks: readonly { left: number; top: number; width: number; height: number }[]
}

/** How much wider than high a cutting is. */
export const aspect = 3

/**
 * The cutting that shows the first of the boxes with a line or two around it, large enough to be read; null without a
 * box. It begins within the page, but may reach over its right and lower edge, which are not known here.
 */
export function hitRegion(boxes: readonly Box[]): HitRegion | null {
  const [first] = boxes.filter(isBox)
  if (!first) return null
  const [x, y, width, height] = first
  // Five lines high; a long word or a tall one is shown whole.
  const high = Math.max(height * 5, (width * 1.5) / aspect, 24)
  const wide = high * aspect
  const left = Math.max(0, Math.round(x + width / 2 - wide / 2))
  const top = Math.max(0, Math.round(y + height / 2 - high / 2))
  const region = [left, top, Math.round(wide), Math.round(high)] as const
  const marks = boxes
    .filter(isBox)
    .filter(([x, y, w, h]) => x >= left && y >= top && x + w <= left + wide && y + h <= top + high)
    .map(([x, y, w, h]) => ({
      left: (100 * (x - left)) / region[2],
      top: (100 * (y - top)) / region[3],
      width: (100 * w) / region[2],
      height: (100 * h) / region[3],
    }))
  return { region, marks }
}

const isBox = (box: Box): box is readonly [number, number, number, number] =>
  box.length === 4 && box.every(Number.isFinite) && Number(box[2]) > 0 && Number(box[3]) > 0
