import type { Sequence } from './sequence.ts'

/** One place of a sequence that is another one now: what stood there, what stands there, and between which neighbours. */
export type Splice = { before: string | null; after: string | null; out: Sequence; in: Sequence }

/** What has changed between two states of a sequence; null where nothing has. */
export function spliceOf(was: Sequence, is: Sequence): Splice | null {
  let start = 0
  while (start < was.length && start < is.length && was[start] === is[start]) start++
  if (start === was.length && start === is.length) return null
  let end = 0
  const most = Math.min(was.length, is.length) - start
  while (end < most && was[was.length - 1 - end] === is[is.length - 1 - end]) end++
  return {
    before: was[start - 1] ?? null,
    after: end === 0 ? null : (was[was.length - end] ?? null),
    out: was.slice(start, was.length - end),
    in: is.slice(start, is.length - end),
  }
}

/**
 * The sequence of today as it would be without a change: exactly what was before where nothing has happened since, and
 * what has happened elsewhere stays. Null where that cannot be told: what the change put there is there together no more,
 * its place is gone, or what it took away stands there again.
 */
export function revert(today: Sequence, { before, after, out, in: put }: Splice): Sequence | null {
  const start = put.length > 0 ? today.indexOf(put[0] ?? '') : gapOf(today, before, after)
  if (start === null || start === -1) return null
  if (put.some((id, index) => today[start + index] !== id)) return null
  const rest = [...today.slice(0, start), ...today.slice(start + put.length)]
  const standing = new Set(rest)
  if (out.some((id) => standing.has(id))) return null
  return [...rest.slice(0, start), ...out, ...rest.slice(start)]
}

function gapOf(today: Sequence, before: string | null, after: string | null): number | null {
  const behind = before === null ? -1 : today.indexOf(before)
  if (before !== null && behind !== -1) return behind + 1
  const next = after === null ? -1 : today.indexOf(after)
  if (after !== null && next !== -1) return next
  if (before === null) return 0
  return after === null && today.length === 0 ? 0 : null
}
