import type { Note } from '../annotate/note.ts'
import { findPassages } from '../annotate/write-note.ts'
import type { Box } from '../scan/box.ts'
import { codePointIndex, utf16Index } from '../text/code-points.ts'
import { boxesOfLines, type LinkedWord, wordsIn } from '../text/linked-words.ts'
import type { Passage } from '../text/passage.ts'

/** Where an annotation stands on the page that is shown: in its text (code points), on its scan, or both. */
export type NotePlace = { note: Note; passage: Passage | null; boxes: readonly Box[] }

type Text = { revision: string; content: string }

/** The places of annotations on a page, as far as the text that is shown has them. */
export function notePlaces(
  notes: readonly Note[],
  text: Text | null,
  words: readonly LinkedWord[],
): NotePlace[] {
  return notes.flatMap((note) => {
    const passage = text && passageOf(note, text)
    const boxes = note.box ? [note.box] : passage && text ? linesOf(passage, text.content, words) : []
    return passage || boxes.length > 0 ? [{ note, passage, boxes }] : []
  })
}

/** Where on the scan a passage (code points) stands. */
export function linesOf({ start, end }: Passage, content: string, words: readonly LinkedWord[]): Box[] {
  return boxesOfLines(wordsIn(words, { start: utf16Index(content, start), end: utf16Index(content, end) }))
}

/** An anchor holds in the text of today; in the revision that was quoted, the words are where they stand once. */
function passageOf({ anchor, standsIn, quote, revision }: Note, text: Text): Passage | null {
  if (anchor && 'start' in anchor && standsIn === text.revision) {
    const { start, end } = anchor
    return { start, end }
  }
  const [place, ...others] = quote && revision === text.revision ? findPassages(text.content, quote) : []
  if (!place || others.length > 0) return null
  return { start: codePointIndex(text.content, place.start), end: codePointIndex(text.content, place.end) }
}
