import { type Box, boxAround } from '../scan/box.ts'
import type { Passage } from './passage.ts'

/** A word of the text that is shown: UTF-16 units, `end` exclusive, and its box on the scan. */
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

/** The words of which a letter stands in a passage. */
export const wordsIn = (words: readonly LinkedWord[], { start, end }: Passage): LinkedWord[] =>
  words.filter((word) => word.start < end && word.end > start)

/** The next of some words behind a place, or the last before it, going round at the ends. */
export function nextWord(words: readonly LinkedWord[], place: number, forward: boolean): LinkedWord | null {
  const found = forward ? words.find(({ start }) => start > place) : words.findLast(({ end }) => end < place)
  return found ?? words.at(forward ? 0 : -1) ?? null
}

/** Where words stand on the scan: one box for each line of them. */
export function boxesOfLines(words: readonly LinkedWord[]): Box[] {
  const lines: Box[] = []
  for (const { box } of words) {
    const last = lines.at(-1)
    const line = last && isInLine(last, box) && boxAround([last, box])
    if (line) lines[lines.length - 1] = line
    else lines.push(box)
  }
  return lines
}

/** Whether half the height of the lower of two boxes is the other's, too. */
function isInLine([, y, , height]: Box, [, top, , high]: Box): boolean {
  const shared = Math.min(y + height, top + high) - Math.max(y, top)
  return shared * 2 >= Math.min(height, high)
}
