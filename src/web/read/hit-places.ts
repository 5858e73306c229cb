import type { Box } from '../scan/box.ts'
import { utf16Index } from '../text/code-points.ts'
import { boxesOfLines, type LinkedWord, wordsIn } from '../text/linked-words.ts'

/** One place on a page where the words searched for stand: in its text (code points), on its scan line by line, or both. */
export type HitPlace = { passage: readonly [start: number, end: number] | null; boxes: readonly Box[] }

type Found = {
  revision: string
  passages: readonly (readonly number[])[]
  boxes: readonly (readonly number[])[]
}
type Text = { revision: string; content: string }

/**
 * The places of what was found on a page, in the order of the text; where another text is shown than the one that they
 * were found in, only as they stand on the scan.
 */
export function hitPlaces(found: Found | null, text: Text | null, words: readonly LinkedWord[]): HitPlace[] {
  if (!found) return []
  if (text?.revision !== found.revision)
    return found.boxes.map(([x = 0, y = 0, width = 0, height = 0]) => ({
      passage: null,
      boxes: [[x, y, width, height]],
    }))
  return found.passages.map(([from = 0, until = 0]) => {
    const passage = { start: utf16Index(text.content, from), end: utf16Index(text.content, until) }
    return { passage: [from, until], boxes: boxesOfLines(wordsIn(words, passage)) }
  })
}

/** The number of the page that comes next, or before, among those with hits; null at the end. */
export const nextFound = (numbers: readonly number[], page: number, isForward: boolean): number | null =>
  (isForward ? numbers.find((number) => number > page) : numbers.findLast((number) => number < page)) ?? null
