import type { LinkedWord } from '../text/linked-words.ts'

/**
 * The words after one change of the text, of which one stretch was replaced: what stands before it stays, what stands
 * after it moves along. A word in which something was changed keeps its box, one that was deleted goes, and a changed
 * word is not doubtful any more: somebody has looked at it.
 */
export function followChange(words: readonly LinkedWord[], before: string, after: string): LinkedWord[] {
  const { from, until, by } = changeBetween(before, after)
  let free = 0
  return words.flatMap((word) => {
    if (word.end < from) return [word]
    if (word.start > until) return [{ ...word, start: word.start + by, end: word.end + by }]
    const start = word.start >= until ? word.start + by : Math.min(word.start, from)
    const end = word.end <= from ? word.end : Math.max(word.end, until) + by
    const now = wordWithin(after, Math.max(start, free), end)
    if (!now) return []
    free = now.end
    const isUntouched = after.slice(now.start, now.end) === before.slice(word.start, word.end)
    return [{ ...word, ...now, confidence: isUntouched ? word.confidence : null }]
  })
}

/** The place of the one stretch in which two texts differ: `from`–`until` in the first, `by` units longer in the second. */
function changeBetween(before: string, after: string) {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from++
  let tail = 0
  while (tail < shorter - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  return { from, until: before.length - tail, by: after.length - before.length }
}

/** The first whole word of a text that has a letter in a stretch of it. */
function wordWithin(text: string, from: number, until: number) {
  let start = from
  while (start < until && isBlank(text, start)) start++
  if (start >= until) return null
  let end = start
  while (start > 0 && !isBlank(text, start - 1)) start--
  while (end < text.length && !isBlank(text, end)) end++
  return { start, end }
}

const isBlank = (text: string, at: number) => /\s/u.test(text[at] ?? ' ')

/** Below so much, 0–100, a recogniser was not sure of a word. */
export const doubtfulBelow = 75

/** The words of which the recogniser was not sure, in the order of the text. */
export const doubtfulWords = (words: readonly LinkedWord[]): LinkedWord[] =>
  words.filter(({ confidence }) => confidence !== null && confidence < doubtfulBelow)
