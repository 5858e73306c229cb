import { isPairAt } from './code-points.ts'

/**
 * Where a quote stands in a text, letter by letter, as ascending UTF-16 offsets; overlapping places count, an empty
 * quote stands nowhere. Takes time linear in both lengths (Knuth, Morris and Pratt), however repetitive they are.
 */
export function occurrences(quote: string, text: string): number[] {
  const found: number[] = []
  if (quote === '' || quote.length > text.length || !text.includes(quote)) return found
  const borders = bordersOf(quote)
  let matched = 0
  for (let unit = 0; unit < text.length; unit++) {
    matched = extend(quote, borders, matched, text.charCodeAt(unit))
    if (matched < quote.length) continue
    const start = unit + 1 - matched
    if (!splitsPair(text, start) && !splitsPair(text, unit + 1)) found.push(start)
    matched = borders[matched - 1] ?? 0
  }
  return found
}

/** How many code points before and after a place, at most, are as the given ones that lead up to and follow a quote. */
export function sharedContext(text: string, start: number, end: number, prefix: string, suffix: string) {
  let before = 0
  while (
    before < prefix.length &&
    before < start &&
    text[start - 1 - before] === prefix[prefix.length - 1 - before]
  )
    before++
  let after = 0
  while (after < suffix.length && end + after < text.length && text[end + after] === suffix[after]) after++
  return {
    before: codePointsIn(prefix.slice(prefix.length - before)),
    after: codePointsIn(suffix.slice(0, after)),
    whole: before === prefix.length && after === suffix.length,
  }
}

/** For each beginning of the quote, how long its longest end is that is also a beginning. */
function bordersOf(quote: string): Int32Array {
  const borders = new Int32Array(quote.length)
  let matched = 0
  for (let unit = 1; unit < quote.length; unit++) {
    matched = extend(quote, borders, matched, quote.charCodeAt(unit))
    borders[unit] = matched
  }
  return borders
}

function extend(quote: string, borders: Int32Array, matched: number, unit: number): number {
  let length = matched
  while (length > 0 && quote.charCodeAt(length) !== unit) length = borders[length - 1] ?? 0
  return quote.charCodeAt(length) === unit ? length + 1 : length
}

const splitsPair = (text: string, unit: number) => unit > 0 && isPairAt(text, unit - 1)

function codePointsIn(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}
