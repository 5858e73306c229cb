import type { Span } from './reading.ts'

/**
 * The spans of several operands that stand near each other: a group holds one span of each operand, and from the end of
 * each at most `distance` words lie before the one that begins last. This is what FTS5 calls NEAR. The spans of each
 * operand are ascending and of one length.
 */
export function nearby(operands: readonly (readonly Span[])[], distance: number): Span[] {
  const candidates = operands.map((spans) => ({ spans, first: 0, end: 0, taken: 0 }))
  const near: Span[] = []
  for (const last of operands.flat().sort((a, b) => a.from - b.from)) {
    for (const candidate of candidates) {
      const { spans } = candidate
      while (isBefore(spans[candidate.first], last.from - distance)) candidate.first++
      while ((spans[candidate.end]?.from ?? Number.POSITIVE_INFINITY) <= last.from) candidate.end++
    }
    if (candidates.some(({ first, end }) => first >= end)) continue
    for (const candidate of candidates) {
      for (const span of candidate.spans.slice(Math.max(candidate.first, candidate.taken), candidate.end))
        near.push(span)
      candidate.taken = candidate.end
    }
  }
  return near.sort((a, b) => a.from - b.from || a.to - b.to)
}

const isBefore = (span: Span | undefined, word: number) => span !== undefined && span.to < word
