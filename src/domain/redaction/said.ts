import { isList, isObject, type Json } from '../annotation/json.ts'
import type { Box } from '../page/placed-words.ts'

const everywhere: Box = [0, 0, 1e9, 1e9]

/** All that an annotation holds as text, and the regions of a page that it names; where a shape is not read, all of it. */
export function saidIn(annotation: Json): { texts: string[]; boxes: Box[] } {
  const texts = stringsIn(annotation)
  return { texts, boxes: texts.flatMap(boxesIn) }
}

function stringsIn(value: Json | undefined): string[] {
  if (typeof value === 'string') return [value]
  if (isList(value)) return value.flatMap(stringsIn)
  return isObject(value) ? Object.values(value).flatMap(stringsIn) : []
}

function boxesIn(text: string): Box[] {
  if (/^\s*<svg/i.test(text)) return [everywhere]
  return [...text.matchAll(/xywh=(pixel:|percent:)?([\d.,]+)/g)].map(([, unit, sides = '']) => {
    const [x, y, w, h] = sides.split(',').map(Number)
    if (unit === 'percent:' || [x, y, w, h].some((side) => !Number.isFinite(side))) return everywhere
    return [x ?? 0, y ?? 0, w ?? 0, h ?? 0]
  })
}
