import { irregularShare } from './irregular.ts'
import { type Census, censusOf } from './letter-census.ts'
import { unusualPairs } from './letter-pairs.ts'

const fewest = 60
const unmapped = /\(cid:\d+\)/g
const leastCommon = 0.08

/**
 * Whether a text is no language, such as a text layer whose letters lead nowhere: more than a few characters that mean
 * nothing, letters in pairs that no language has, signs amid words, or one encoding taken for another. A language that
 * nobody here knows, names, numbers, a short text, or one with many misread letters are all right.
 */
export function isGarbled(text: string): boolean {
  const census = censusOf(text)
  const size = census.visible
  const meaningless = census.lost + (text.includes('(cid:') ? lengthOf(text, unmapped) : 0)
  if (meaningless >= 10 && meaningless > size * 0.2) return true
  if (size < fewest) return false
  if (census.misread > Math.max(8, size * 0.02)) return true
  // No language writes most of its letters with marks; Russian read in a Western code page does.
  if (census.marked > Math.max(fewest / 2, census.unmarked)) return true
  if (isNoChinese(census)) return true
  const { pairs, mean } = unusualPairs(text)
  const limit = pairs < fewest ? Number.POSITIVE_INFINITY : 4.15 + 4 / Math.sqrt(pairs)
  if (mean > limit) return true
  const share = irregularShare(text)
  return share > 0.5 || (share > 0.3 && mean > limit - 0.4)
}

const isNoChinese = ({ han, besideHan, commonHan }: Census): boolean =>
  han >= fewest && besideHan <= han * 0.05 && commonHan < han * leastCommon

function lengthOf(text: string, signs: RegExp): number {
  let length = 0
  for (const [found] of text.matchAll(signs)) length += found.length
  return length
}
