import { readablePart } from '../analysis/fold.ts'
import type { Reading } from './reading.ts'

/**
 * A stretch of words as it is written, so that two can be compared: case, diacritics and punctuation between the words
 * count; how white space is set, line breaks within words, invisible characters and Unicode composition do not.
 */
export function asWritten({ text, words }: Reading): string {
  let written = ''
  let end: number | null = null
  for (const word of words) {
    if (end !== null) written += text.slice(end, word.start).replace(/\s+/gu, '') || ' '
    written += readablePart(text.slice(word.start, word.end))
    end = word.end
  }
  return written.normalize('NFC')
}
