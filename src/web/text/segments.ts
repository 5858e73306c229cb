import { utf16Index } from './code-points.ts'
import type { Passage } from './passage.ts'

/** Why a passage is marked: searched for, asked for by the address, annotated, or the annotation that is looked at. */
export type MarkKind = 'hit' | 'place' | 'note' | 'chosen'

/** A passage that is marked, by code points as the archive tells it; overlapping others or not. */
export type TextRange = { id: string; start: number; end: number; kind: MarkKind; label?: string }

/** A stretch of a text (UTF-16 units) in all of which the same ranges hold. */
export type Segment = Passage & { ranges: readonly TextRange[] }

/** A text cut where marked passages begin and end: the segments follow each other and together are the whole text. */
export function segmentsOf(text: string, ranges: readonly TextRange[]): Segment[] {
  const placed = ranges
    .map((range) => ({ range, start: utf16Index(text, range.start), end: utf16Index(text, range.end) }))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start)
  const cuts = [...new Set([0, text.length, ...placed.flatMap(({ start, end }) => [start, end])])]
  cuts.sort((a, b) => a - b)
  let open: typeof placed = []
  let next = 0
  return cuts.slice(1).map((end, at) => {
    const start = cuts[at] ?? 0
    for (let one = placed[next]; one && one.start <= start; one = placed[++next]) open.push(one)
    open = open.filter((one) => one.end > start)
    return { start, end, ranges: open.map(({ range }) => range) }
  })
}
