import { codePoints } from '../annotation/code-points.ts'
import type { PlacedWord, PlacedWords } from '../page/placed-words.ts'

/** A part of a text in UTF-16 units, `end` exclusive. */
export type Span = { start: number; end: number }

/** What stands in the place of words that are withheld: as long for one letter as for a whole sentence. */
export const block = '█████'

/** A part of a text for which a block stands at an offset of the masked one; all in code points. */
export type Cut = { start: number; end: number; at: number }

/** Spans in their order, those as one between which no word stands, so that not even their number is told. */
export function joined(content: string, spans: readonly Span[]): Span[] {
  const all: Span[] = []
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1)
    if (last && (start <= last.end || !/[\p{L}\p{N}]/u.test(content.slice(last.end, start))))
      last.end = Math.max(last.end, end)
    else all.push({ start, end })
  }
  return all
}

/** A text with a block for each of the spans, which are joined, and the places of the words that are left. */
export function masked(
  content: string,
  placed: PlacedWords | null,
  spans: readonly Span[],
): { content: string; placed: PlacedWords | null; cuts: Cut[] } {
  const { unitToCodePoint } = codePoints(content)
  let text = ''
  let done = 0
  const cuts: Cut[] = []
  const shifts: { from: number; by: number }[] = []
  let points = 0
  for (const { start, end } of spans) {
    text += content.slice(done, start) + block
    points += unitToCodePoint(start) - unitToCodePoint(done)
    cuts.push({ start: unitToCodePoint(start), end: unitToCodePoint(end), at: points })
    points += block.length
    done = end
    shifts.push({ from: end, by: text.length - end })
  }
  text += content.slice(done)
  const moved = (word: PlacedWord): PlacedWord => {
    const by = shifts.findLast(({ from }) => from <= word.start)?.by ?? 0
    return { ...word, start: word.start + by, end: word.end + by }
  }
  const left = placed?.words.filter((word) => !spans.some((span) => meet(span, word))).map(moved)
  return { content: text, placed: placed && { ...placed, words: left ?? [] }, cuts }
}

const meet = (a: Span, b: Span) => a.start < b.end && b.start < a.end

/** Where a passage of the whole text stands in the masked one; what is withheld is its block. Code points. */
export function shownAt(cuts: readonly Cut[], { start, end }: Span): Span {
  const at = (offset: number, isEnd: boolean) => {
    const before = cuts.findLast((one) => (isEnd ? one.start < offset : one.start <= offset))
    if (!before) return offset
    if (isEnd ? offset <= before.end : offset < before.end) return before.at + (isEnd ? block.length : 0)
    return before.at + block.length + (offset - before.end)
  }
  return { start: at(start, false), end: at(end, true) }
}

/** Where a passage of the masked text stands in the whole one; a part of a block is all that it stands for. Code points. */
export function meantAt(cuts: readonly Cut[], { start, end }: Span): Span {
  const at = (offset: number, isEnd: boolean) => {
    const before = cuts.findLast((one) => (isEnd ? one.at < offset : one.at <= offset))
    if (!before) return offset
    const within = offset - before.at
    if (isEnd ? within <= block.length : within < block.length) return isEnd ? before.end : before.start
    return before.end + (within - block.length)
  }
  return { start: at(start, false), end: at(end, true) }
}
