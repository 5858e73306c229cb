import { codePoints } from './code-points.ts'
import { occurrences } from './occurrences.ts'

/** A passage in code points that people may take for the one that is gone; `similarity` is from 0 to 1 (alike). */
export type Suggestion = { start: number; end: number; similarity: number }

const leastSimilarity = 0.5

/**
 * What stands in a text between the prefix and suffix that a vanished quote had, if that is one place and at least half
 * similar to the quote; null otherwise. It is no finding: people confirm it.
 */
export function suggestPassage(
  { exact, prefix, suffix }: { exact: string; prefix: string; suffix: string },
  text: string,
): Suggestion | null {
  if (prefix === '' && suffix === '') return null
  const starts = prefix === '' ? [0] : occurrences(prefix, text).map((unit) => unit + prefix.length)
  const ends = suffix === '' ? [text.length] : occurrences(suffix, text)
  const place = onlyGap(starts, ends, 2 * exact.length + 16)
  if (!place) return null
  const similarity = similarityOf(exact, text.slice(place.start, place.end))
  if (similarity < leastSimilarity) return null
  const points = codePoints(text)
  return { start: points.unitToCodePoint(place.start), end: points.unitToCodePoint(place.end), similarity }
}

/** The one pair of a start and an end after it, no further away than `longest`; both ascend. */
function onlyGap(starts: readonly number[], ends: readonly number[], longest: number) {
  let only: { start: number; end: number } | null = null
  let next = 0
  for (const start of starts) {
    while (next < ends.length && (ends[next] ?? 0) <= start) next++
    const [end, second] = ends.slice(next, next + 2)
    if (end === undefined || end - start > longest) continue
    if (only || (second !== undefined && second - start <= longest)) return null
    only = { start, end }
  }
  return only
}

/** Dice's coefficient over pairs of neighbouring code points, word edges included, to two decimals. */
function similarityOf(one: string, other: string): number {
  const pairs = pairsOf(one)
  const counts = new Map<string, number>()
  for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  const others = pairsOf(other)
  let common = 0
  for (const pair of others) {
    const left = counts.get(pair) ?? 0
    if (left > 0) common++
    counts.set(pair, left - 1)
  }
  return Math.round((200 * common) / (pairs.length + others.length)) / 100
}

function pairsOf(text: string): string[] {
  const letters = [...` ${text} `]
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}
