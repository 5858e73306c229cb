/** A rectangle in pixels of the page's image: x, y, width, height. */
export type Box = readonly [x: number, y: number, width: number, height: number]

/** A box as addresses write it (`x,y,w,h`, whole pixels); null for what is none. */
export function readBox(written: string | null): Box | null {
  const sides = /^(\d{1,7}),(\d{1,7}),(\d{1,7}),(\d{1,7})$/.exec(written ?? '')
  if (!sides) return null
  const [x = 0, y = 0, width = 0, height = 0] = sides.slice(1).map(Number)
  return width > 0 && height > 0 ? [x, y, width, height] : null
}

export const writeBox = (box: Box): string => box.map(Math.round).join(',')

/** The part of a box that lies on a page of a size, in whole pixels; null where none does. */
export function clipBox([x, y, width, height]: Box, pageWidth: number, pageHeight: number): Box | null {
  const [left, top] = [Math.max(0, Math.round(x)), Math.max(0, Math.round(y))]
  const right = Math.min(pageWidth, Math.round(x + width))
  const bottom = Math.min(pageHeight, Math.round(y + height))
  return right > left && bottom > top ? [left, top, right - left, bottom - top] : null
}

/** The smallest box that holds all of some; null for none. */
export function boxAround(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null
  const left = Math.min(...boxes.map(([x]) => x))
  const top = Math.min(...boxes.map(([, y]) => y))
  const right = Math.max(...boxes.map(([x, , width]) => x + width))
  const bottom = Math.max(...boxes.map(([, y, , height]) => y + height))
  return [left, top, right - left, bottom - top]
}
