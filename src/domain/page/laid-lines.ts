import { around, type Box, type Frame, inFrame, type PlacedWord, type PlacedWords } from './placed-words.ts'

/** A word of a line with its place, null where that is not known, and how sure its recogniser was (0–100). */
export type LaidWord = { text: string; box: Box | null; confidence: number | null }

/** The words of a line, the lines of a paragraph. */
export type LaidBlock = readonly (readonly LaidWord[])[]

/**
 * A text in its paragraphs, lines and words, each word with the place that it has, in a frame (null: that of the places).
 * Words are what stands between spaces; one of which parts have places gets the box around them.
 */
export function laidLines(content: string, placed: PlacedWords | null, frame: Frame | null): LaidBlock[] {
  const words = placed === null ? [] : (frame === null ? placed : inFrame(placed, frame)).words
  let next = 0
  let at = 0
  const blocks: LaidBlock[] = []
  let block: LaidWord[][] = []
  for (const line of content.split('\n')) {
    const laid: LaidWord[] = []
    for (const { index, 0: text } of line.matchAll(/\S+/gu)) {
      const [start, end] = [at + index, at + index + text.length]
      while ((words[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++
      const own: PlacedWord[] = []
      for (let one = next; (words[one]?.start ?? Number.POSITIVE_INFINITY) < end; one++)
        own.push(...words.slice(one, one + 1))
      laid.push({ text, ...placeOf(own, start, end) })
    }
    at += line.length + 1
    if (laid.length > 0) block.push(laid)
    else if (block.length > 0) {
      blocks.push(block)
      block = []
    }
  }
  return block.length > 0 ? [...blocks, block] : blocks
}

function placeOf(words: readonly PlacedWord[], start: number, end: number): Omit<LaidWord, 'text'> {
  let box: Box | null = null
  let confidence: number | null = null
  for (const word of words) {
    const part = partOf(word, start, end)
    box = box === null ? part : around(box, part)
    if (word.confidence !== null) confidence = Math.min(confidence ?? 100, word.confidence)
  }
  return { box, confidence }
}

/** The box of the letters of a word from `start` to `end`, of what was placed as one though it holds spaces. */
function partOf({ box: [x, y, w, h], ...word }: PlacedWord, start: number, end: number): Box {
  if (word.start >= start && word.end <= end) return [x, y, w, h]
  const each = w / (word.end - word.start)
  const from = Math.max(start, word.start) - word.start
  const to = Math.min(end, word.end) - word.start
  return [Math.round(x + from * each), y, Math.max(1, Math.round((to - from) * each)), h]
}

/** The box around all words that have one; null where none has. */
export function reachOf(words: readonly LaidWord[]): Box | null {
  let reach: Box | null = null
  for (const { box } of words) if (box !== null) reach = reach === null ? box : around(reach, box)
  return reach
}
