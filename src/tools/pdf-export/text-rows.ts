import type { LaidBlock, LaidWord } from '../../domain/page/laid-lines.ts'
import { median } from './median.ts'

/** A page in points, which run down from its upper edge. */
export type Size = { width: number; height: number }

/** Words that stand on one line of a page, all as high, parted by at least a space. */
export type TextRow = { y: number; h: number; words: readonly Span[] }

type Span = { text: string; x: number; w: number }
type Word = { text: string; box: { x: number; y: number; w: number; h: number } | null }

/** Of the height of a row: what readers of PDFs surely take for a space, and for a gap between two columns. */
const [space, wide, column] = [0.25, 0.5, 1.8]

/**
 * The rows in which the lines of a text stand on a page, those of each line together: a row is as high, and stands where,
 * most of its words do. A word without a place stands between its neighbours, a line without any between its own.
 */
export function textRows(blocks: readonly LaidBlock[], scale: Size, size: Size): TextRow[][] {
  const lines = blocks.flat().map((line) => line.map((word) => scaled(word, scale)))
  const laid = lines.map((line) => (line.some(({ box }) => box) ? rowsOf(line, size) : null))
  return laid.map((rows, at) => rows ?? [between(lines, laid, at, size)])
}

function scaled({ text, box }: LaidWord, { width, height }: Size): Word {
  if (box === null) return { text, box }
  const [x, y, w, h] = box
  return {
    text,
    box: { x: x * width, y: y * height, w: Math.max(0.5, w * width), h: Math.max(1, h * height) },
  }
}

/** A line of a text parted where it goes on lower or in another column, as paragraphs without line ends do. */
function rowsOf(line: readonly Word[], size: Size): TextRow[] {
  const rows: Word[][] = []
  let last: NonNullable<Word['box']> | null = null
  for (const word of line) {
    const row = rows.at(-1)
    if (!row || (last && word.box && isElsewhere(last, word.box))) rows.push([word])
    else row.push(word)
    last = word.box ?? last
  }
  return rows.map((row) => rowOf(row, size))
}

function isElsewhere(last: NonNullable<Word['box']>, next: NonNullable<Word['box']>): boolean {
  const h = Math.max(last.h, next.h)
  const apart = Math.abs(next.y + next.h / 2 - last.y - last.h / 2) / h
  const isFarBack = last.x - next.x - next.w > 8 * h
  return isFarBack || apart > (next.x < last.x ? 0.5 : 3)
}

function rowOf(words: readonly Word[], { width }: Size): TextRow {
  const boxes = words.flatMap(({ box }) => box ?? [])
  const h = median(boxes.map((box) => box.h))
  const y = median(boxes.map((box) => box.y + box.h / 2)) - h / 2
  const steps = boxes.slice(1).map((box, at) => Math.sign(box.x - (boxes[at]?.x ?? 0)))
  // Hebrew and Arabic run to the left: the same in a mirror.
  const isLeftward = steps.reduce((sum, step) => sum + step, 0) < 0
  const turn = (span: Span): Span => (isLeftward ? { ...span, x: width - span.x - span.w } : span)
  const spans = words.map(({ text, box }) => ({ text, span: box && turn({ text, x: box.x, w: box.w }) }))
  return { y, h, words: parted(filled(spans, h, width), h).map(turn) }
}

/** Every word with a place: one without shares what is free up to the next, or else that with the word beside it. */
function filled(words: readonly { text: string; span: Span | null }[], h: number, width: number): Span[] {
  const done: Span[] = []
  let waiting: string[] = []
  const place = (next: Span | null) => {
    if (waiting.length === 0) return
    const letters = waiting.join(' ').length + 1
    const before = done.at(-1)
    const [usual, least] = [letters * h * 0.5, letters * h * 0.2]
    const from = before ? before.x + before.w : Math.max(0, (next?.x ?? 0) - usual)
    const to = next?.x ?? Math.min(width, from + usual)
    if (to - from >= least) done.push(...spread(waiting, from, to))
    else if (before) done.push(...spread([done.pop()?.text ?? '', ...waiting], before.x, Math.max(to, from)))
    else if (next) {
      const all = spread([...waiting, next.text], from, next.x + next.w)
      const own = all.pop()
      if (own) Object.assign(next, own)
      done.push(...all)
    }
    waiting = []
  }
  for (const { text, span } of words) {
    if (span === null) waiting.push(text)
    else {
      place(span)
      done.push(span)
    }
  }
  place(null)
  return done
}

/** Words side by side from here to there, each as wide as it has letters. */
function spread(words: readonly string[], from: number, to: number): Span[] {
  const each = (to - from) / (words.join(' ').length + 1)
  let x = from
  return words.map((text) => {
    const span = { text, x, w: text.length * each }
    x += (text.length + 1) * each
    return span
  })
}

/**
 * Words drawn in so far that each gap is that of a space, and drawn out where it is wider only because a full stop or
 * another small sign ends the word.
 */
function parted(words: readonly Span[], h: number): Span[] {
  const done: Span[] = []
  for (const [at, { text, x, w }] of words.entries()) {
    const last = done.at(-1)
    const left = last ? Math.max(x, last.x + last.w + space * h) : x
    const width = Math.max(x + w - left, Math.min(w, space * h))
    const next = words[at + 1]
    const free = (next?.x ?? Number.POSITIVE_INFINITY) - left
    if (free < width + space * h) done.push({ text, x: left, w: Math.max(free - space * h, width / 2) })
    else if (free < width + column * h) done.push({ text, x: left, w: Math.max(width, free - wide * h) })
    else done.push({ text, x: left, w: width })
  }
  return done
}

/** Where a line without places stands: under the one before it, as far as the next; else by its number on the page. */
function between(
  lines: readonly (readonly Word[])[],
  laid: readonly (TextRow[] | null)[],
  at: number,
  { width, height }: Size,
): TextRow {
  const words = (lines[at] ?? []).map(({ text }) => text)
  const first = laid.findLastIndex((rows, index) => index < at && rows !== null)
  const end = laid.findIndex((rows, index) => index > at && rows !== null)
  const [above, below] = [laid[first]?.at(-1), laid[end]?.[0]]
  const beside = above ?? below
  const [from, to] = beside ? [first, end < 0 ? lines.length : end] : [-1, lines.length]
  const count = to - from - 1
  const usual = count * (beside?.h ?? 0) * 1.5
  const top = above ? above.y + above.h : beside ? Math.max(0, beside.y - usual) : height / (count + 2)
  const bottom = above ? Math.min(below?.y ?? height, top + usual) : (below?.y ?? height - top)
  const each = Math.max(1, (bottom - top) / count)
  const h = Math.min(each * 0.8, beside?.h ?? 12)
  const left = beside?.words[0]?.x ?? width * 0.05
  const right = beside ? Math.min(width, left + words.join(' ').length * h * 0.5) : width * 0.95
  const spans = spread(words, Math.min(left, right - 1), right)
  return { y: top + each * (at - from - 1), h, words: parted(spans, h) }
}
