/** A word of the text that stands in the editor: UTF-16 units, `end` exclusive, and its box on the scan. */
export type LinkedWord = {
  start: number
  end: number
  box: readonly [number, number, number, number]
  confidence: number | null
}

type ToldWord = Omit<LinkedWord, 'box'> & { box: readonly number[] }

/** Words as the archive tells them, in code points and in order, by the UTF-16 units of their text. */
export function linkWords(text: string, told: readonly ToldWord[]): LinkedWord[] {
  let points = 0
  let units = 0
  const unitOf = (point: number) => {
    if (point < points) [points, units] = [0, 0]
    for (; points < point && units < text.length; points++)
      units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1
    return units
  }
  return told.map(({ start, end, box: [x = 0, y = 0, width = 0, height = 0], confidence }) => {
    const box = [x, y, width, height] as const
    const from = unitOf(start)
    return { start: from, end: unitOf(end), box, confidence }
  })
}

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

/** The word in which, or at whose edge, a place of the text is. */
export const wordAt = (words: readonly LinkedWord[], place: number): LinkedWord | null =>
  words.find(({ start, end }) => start <= place && place < end) ??
  words.find(({ end }) => end === place) ??
  null

/** The smallest word on whose box a point of the scan lies. */
export function wordOn(words: readonly LinkedWord[], x: number, y: number): LinkedWord | null {
  const hit = words.filter(
    ({ box: [left, top, w, h] }) => x >= left && x <= left + w && y >= top && y <= top + h,
  )
  return hit.toSorted((a, b) => a.box[2] * a.box[3] - b.box[2] * b.box[3])[0] ?? null
}

/** Below so much, 0–100, a recogniser was not sure of a word. */
export const doubtfulBelow = 75

/** The words of which the recogniser was not sure, in the order of the text. */
export const doubtfulWords = (words: readonly LinkedWord[]): LinkedWord[] =>
  words.filter(({ confidence }) => confidence !== null && confidence < doubtfulBelow)

/** The next of some words behind a place, or the last before it, going round at the ends. */
export function nextWord(words: readonly LinkedWord[], place: number, forward: boolean): LinkedWord | null {
  const found = forward ? words.find(({ start }) => start > place) : words.findLast(({ end }) => end < place)
  return found ?? words.at(forward ? 0 : -1) ?? null
}
