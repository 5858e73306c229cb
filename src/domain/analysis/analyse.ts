import { fold, isReadable } from './fold.ts'
import { foldEach, foldingOf, separator, special } from './fold-table.ts'
import { resumption } from './resumption.ts'

/** A word as the index knows it, and where it stands in the original: UTF-16 offsets, `end` exclusive. */
export type Word = { word: string; start: number; end: number }

/** Changes whenever the same text would give other words: an index made with another version must be rebuilt. */
export const analysisVersion = 2

/** Up to here folding cuts nothing off a word. */
const longestPlain = 64

/**
 * The words of a text in order, folded as search compares them: without case and without most diacritics, words broken
 * at a line end joined. A word holds no ASCII but a–z and 0–9. No language is treated apart yet.
 */
export function analyse(text: string, _language: string | null): Word[] {
  const folded = foldEach(text)
  const words: Word[] = []
  let at = 0
  while (at < text.length) {
    const start = at
    let end = at
    let part = at
    let piece = at
    let joined = ''
    let isPlain = true
    for (;;) {
      // Each time that a text is read behind its end, Node throws away what it has compiled.
      while (at < text.length && folded.charCodeAt(at) > special) at++
      if (at < text.length && folded.charCodeAt(at) === special) {
        const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
        if (isReadable(character)) {
          const folding = foldingOf(character)
          isPlain &&= folding !== null
          joined += folded.slice(piece, at) + folding
          at += character.length
          piece = at
          continue
        }
      }
      end = at
      const next = end > start && end < text.length ? resumption(text, part, end) : end
      if (next === end) break
      joined += folded.slice(piece, end)
      part = next
      piece = next
      at = next
    }
    if (end > start) {
      const plain = joined + folded.slice(piece, end)
      const isWhole = isPlain && end - start <= longestPlain && plain.length <= longestPlain
      const word = isWhole ? plain : fold(text.slice(start, end))
      if (word !== '') words.push({ word, start, end })
    }
    at = end + 1
    while (at < text.length && folded.charCodeAt(at) === separator) at++
  }
  return words
}

/** The words as one string to be indexed: joined by single spaces, in which no tokenizer can find other words. */
export function indexText(words: readonly Word[]): string {
  let text = ''
  for (const { word } of words) text += text === '' ? word : ` ${word}`
  return text
}
