import type { Box } from '../scan/box.ts'

type Point = { x: number; y: number }

/** The box between two points, in whole pixels and within a page of a size. */
export function boxBetween(one: Point, other: Point, width: number, height: number): Box {
  const within = (value: number, most: number) => Math.round(Math.min(Math.max(value, 0), most))
  const [x1, x2] = [within(one.x, width), within(other.x, width)]
  const [y1, y2] = [within(one.y, height), within(other.y, height)]
  return [Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1)]
}
