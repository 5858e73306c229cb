import type { Word } from '../analysis/analyse.ts'
import type { Match } from './matches.ts'

/**
 * The stretch of a text, about `length` visible characters long, that holds the most matches and as much on either side
 * of them. It begins and ends with a word or the text's own end, unless a single word or match is longer than that.
 */
export function windowOf(
  text: string,
  words: readonly Word[],
  matches: readonly Match[],
  length: number,
): Match {
  const seed = densest(matches, length) ?? { start: 0, end: 0 }
  let { start, end } = seed
  let before = words.findLastIndex((word) => word.end <= start)
  let after = words.findIndex((word) => word.start >= end)
  if (after === -1) after = words.length
  let room = length - visible(text, start, end)
  const canTake = (from: number, to: number) => {
    const cost = visible(text, from, to)
    if (cost > room) return false
    room -= cost
    return true
  }
  let goesLeft = start > 0
  let goesRight = end < text.length
  while (goesLeft || goesRight) {
    if (goesLeft) {
      const next = words[before]?.start ?? 0
      goesLeft = start > 0 && canTake(next, start)
      if (goesLeft) start = next
      before--
    }
    if (goesRight) {
      const next = words[after]?.end ?? text.length
      goesRight = end < text.length && canTake(end, next)
      if (goesRight) end = next
      after++
    }
  }
  // There is room left of all that was taken: nothing is longer in one piece.
  if (end > start && room >= 0) return { start, end }
  return hardCut(text, start, end > start ? end : text.length, length)
}

/** The UTF-16 length of a stretch of text with its white space collapsed. */
function visible(text: string, start: number, end: number): number {
  let length = 0
  let afterBlank = false
  for (let at = start; at < end; at++) {
    const blank = isBlank(text.charCodeAt(at))
    if (!blank || !afterBlank) length++
    afterBlank = blank
  }
  return length
}

/** As \s has it, without the cost of a regular expression for every character. */
function isBlank(unit: number): boolean {
  if (unit < 0xa0) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)
  return unit === 0xa0 || (unit >= 0x1680 && /\s/.test(String.fromCharCode(unit)))
}

/** The first of the groups with the most matches that fit into the length, from its first match to its last. */
function densest(matches: readonly Match[], length: number): Match | null {
  let best: Match | null = null
  let most = 0
  let last = 0
  for (const [first, { start }] of matches.entries()) {
    last = Math.max(last, first)
    while ((matches[last + 1]?.end ?? Number.POSITIVE_INFINITY) - start <= length) last++
    if (last - first + 1 <= most) continue
    most = last - first + 1
    best = { start, end: matches[last]?.end ?? start }
  }
  return best
}

/** Cuts what is longer in one piece, such as a line of dots, but never through a surrogate pair. */
function hardCut(text: string, start: number, end: number, length: number): Match {
  if (visible(text, start, end) <= length) return { start, end }
  const cut = start + length
  return { start, end: (text.charCodeAt(cut - 1) & 0xfc00) === 0xd800 ? cut - 1 : cut }
}
