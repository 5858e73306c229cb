import type { ReadWord } from './lay-out.ts'
import type { Box } from './placed-words.ts'

/** The words of a line of which only the whole has a place: each gets the share of its letters. */
export function splitLine(text: string, [x, y, w, h]: Box, confidence: number | null = null): ReadWord[] {
  const letters = text.length
  return [...text.matchAll(/\S+/gu)].map(({ index, 0: word }) => ({
    text: word,
    box: [x + (w * index) / letters, y, (w * word.length) / letters, h],
    confidence,
  }))
}
