/**
 * Converts between offsets in Unicode code points, which the Web Annotation Data Model and the API count in, and
 * UTF-16 units, which JavaScript counts in. Made once for a text in one pass; each conversion is a binary search.
 * An offset inside a surrogate pair falls to the pair's beginning, one beyond the text to its end.
 */
export type CodePoints = {
  /** The text's length in code points. */
  length: number
  codePointToUnit(offset: number): number
  unitToCodePoint(unit: number): number
}

/** The code points of a text; a lone surrogate counts as one. */
export function codePoints(text: string): CodePoints {
  const pairs: number[] = []
  for (let unit = 0; unit + 1 < text.length; unit++) {
    if (isPairAt(text, unit)) pairs.push(unit++)
  }
  const length = text.length - pairs.length
  return {
    length,
    codePointToUnit(offset) {
      if (offset >= length) return text.length
      return offset + countBefore(pairs, (pair, index) => pair - index < offset)
    },
    unitToCodePoint(unit) {
      if (unit >= text.length) return length
      return unit - countBefore(pairs, (pair) => pair < unit)
    },
  }
}

/** Whether a surrogate pair, which is one code point, begins at this UTF-16 unit. */
export function isPairAt(text: string, unit: number): boolean {
  return (text.charCodeAt(unit) & 0xfc00) === 0xd800 && (text.charCodeAt(unit + 1) & 0xfc00) === 0xdc00
}

/** The last `count` code points before a UTF-16 unit, fewer at the text's beginning. */
export function textBefore(text: string, unit: number, count: number): string {
  let from = unit
  for (let n = 0; n < count && from > 0; n++) from -= from > 1 && isPairAt(text, from - 2) ? 2 : 1
  return text.slice(from, unit)
}

/** The first `count` code points from a UTF-16 unit on, fewer at the text's end. */
export function textAfter(text: string, unit: number, count: number): string {
  let to = unit
  for (let n = 0; n < count && to < text.length; n++) to += isPairAt(text, to) ? 2 : 1
  return text.slice(unit, to)
}

/** How many of the ascending numbers come first that the test holds for. */
function countBefore(numbers: readonly number[], test: (value: number, index: number) => boolean): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (test(numbers[middle] ?? 0, middle)) low = middle + 1
    else high = middle
  }
  return low
}
