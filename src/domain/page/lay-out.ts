import { cleanText } from '../clean-text.ts'
import type { Box, Frame, PlacedWord, PlacedWords } from './placed-words.ts'

/** A word as something that places words tells it. */
export type ReadWord = { text: string; box: Box; confidence: number | null }

/** The lines of a block (a paragraph, a column), each with its words in reading order. */
export type ReadBlock = readonly (readonly ReadWord[])[]

/**
 * The text that the words make, with the place of each in it: words parted by a space, lines by a line end, blocks by an
 * empty line. Words, lines and blocks without a visible character are left out.
 */
export function layOut(frame: Frame, blocks: readonly ReadBlock[]): { content: string; placed: PlacedWords } {
  const words: PlacedWord[] = []
  let content = ''
  for (const block of blocks) {
    let between = content === '' ? '' : '\n\n'
    for (const line of block) {
      for (const { text, box, confidence } of line) {
        const clean = cleanText(text).replace(/\s+/gu, ' ').trim()
        if (clean === '') continue
        content += between
        words.push({ start: content.length, end: content.length + clean.length, box, confidence })
        content += clean
        between = ' '
      }
      if (between === ' ') between = '\n'
    }
  }
  return { content, placed: { frame, words } }
}
