import { codePoints } from '../annotation/code-points.ts'
import { type Box, type Frame, inFrame, type PlacedWords } from './placed-words.ts'

/** A word of a page's text as it is told: offsets in code points, its box in pixels of the page. */
export type ToldWord = { text: string; start: number; end: number; box: Box; confidence: number | null }

/** The words of a text with their places on a page of this size. */
export function toldWords(content: string, placed: PlacedWords, page: Frame): ToldWord[] {
  const { unitToCodePoint } = codePoints(content)
  return inFrame(placed, page).words.map(({ start, end, box, confidence }) => ({
    text: content.slice(start, end),
    start: unitToCodePoint(start),
    end: unitToCodePoint(end),
    box,
    confidence,
  }))
}
