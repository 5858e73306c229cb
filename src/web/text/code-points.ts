/**
 * The index in a JavaScript string of a place that is told in Unicode code points, as the archive tells all places in
 * texts. Places beyond the end are the end.
 */
export function utf16Index(text: string, codePoints: number): number {
  let index = 0
  for (let left = codePoints; left > 0 && index < text.length; left--) index += unitsAt(text, index)
  return index
}

/** The place in code points of an index in a JavaScript string. */
export function codePointIndex(text: string, index: number): number {
  let count = 0
  for (let at = 0; at < Math.min(index, text.length); count++) at += unitsAt(text, at)
  return count
}

/** A part of a text by code points. */
export const sliceByCodePoints = (text: string, start: number, end: number): string =>
  text.slice(utf16Index(text, start), utf16Index(text, end))

const unitsAt = (text: string, index: number) => ((text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1)
