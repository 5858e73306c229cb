/** Where something stands on a page: left, top, width and height, in the units of a frame. */
export type Box = readonly [x: number, y: number, w: number, h: number]

/** What boxes are measured in: the size of the page as whoever placed the words saw it. */
export type Frame = { width: number; height: number }

/**
 * A word of a text with its place: UTF-16 offsets into the text (`end` exclusive), its box, and how sure the recogniser
 * was (0–100; null where nobody recognised it).
 */
export type PlacedWord = { start: number; end: number; box: Box; confidence: number | null }

/** The words of one text of a page in their order, with the frame that their boxes are measured in. */
export type PlacedWords = { frame: Frame; words: readonly PlacedWord[] }

/** The same words in another frame, such as the page's image in its own pixels. Boxes are rounded to whole units. */
export function inFrame({ frame, words }: PlacedWords, wanted: Frame): PlacedWords {
  const across = wanted.width / frame.width
  const down = wanted.height / frame.height
  const scaled = words.map((word) => ({ ...word, box: scale(word.box, across, down) }))
  return { frame: wanted, words: scaled }
}

/** The boxes of the words that share a character with the text from `start` to `end`. */
export function boxesOf({ words }: PlacedWords, start: number, end: number): Box[] {
  return words.filter((word) => word.start < end && start < word.end).map(({ box }) => box)
}

/** How sure the recogniser was of the words on the whole: their mean confidence; null where nobody recognised them. */
export function meanConfidence({ words }: PlacedWords): number | null {
  const judged = words.flatMap(({ confidence }) => confidence ?? [])
  return judged.length === 0 ? null : judged.reduce((sum, one) => sum + one, 0) / judged.length
}

/** The box around two others. */
export function around(a: Box, b: Box): Box {
  const left = Math.min(a[0], b[0])
  const top = Math.min(a[1], b[1])
  return [left, top, Math.max(a[0] + a[2], b[0] + b[2]) - left, Math.max(a[1] + a[3], b[1] + b[3]) - top]
}

function scale([x, y, w, h]: Box, across: number, down: number): Box {
  const left = Math.round(x * across)
  const top = Math.round(y * down)
  return [
    left,
    top,
    Math.max(1, Math.round((x + w) * across) - left),
    Math.max(1, Math.round((y + h) * down) - top),
  ]
}
