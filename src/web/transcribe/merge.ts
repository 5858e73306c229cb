import { diffArrays } from 'diff'

/** A part of a text that two people changed: the same for both, or changed by one of them, or by both in other ways. */
export type Part =
  | { kind: 'same' | 'mine' | 'theirs' | 'both'; text: string; base: string }
  | { kind: 'conflict'; base: string; mine: string; theirs: string }

type Change = { start: number; end: number; lines: string[] }

/**
 * What became of a text that two people changed at once (a three-way merge over words). Where only one of them changed
 * something, or both the same, that is taken; where both did, both are told, for somebody to choose.
 */
export function mergeTexts(base: string, mine: string, theirs: string): Part[] {
  const words = tokensOf(base)
  const changes = { mine: changesOf(words, tokensOf(mine)), theirs: changesOf(words, tokensOf(theirs)) }
  const parts: Part[] = []
  let at = 0
  const say = (part: Part) => {
    const last = parts.at(-1)
    if (part.kind === 'same' && part.text === '') return
    if (last && last.kind === 'same' && part.kind === 'same') {
      last.text += part.text
      last.base += part.base
    } else parts.push(part)
  }
  for (;;) {
    const next = Math.min(changes.mine[0]?.start ?? Infinity, changes.theirs[0]?.start ?? Infinity)
    const until = Math.min(next, words.length)
    const text = words.slice(at, until).join('')
    say({ kind: 'same', text, base: text })
    if (next === Infinity) return parts
    const stretch = takeStretch(changes, next)
    const read = (own: Change[]) => reading(words, own, stretch.start, stretch.end)
    at = stretch.end
    const was = words.slice(stretch.start, stretch.end).join('')
    say(partOf(was, read(stretch.mine), read(stretch.theirs)))
  }
}

/** The text of the parts; `choose` says what to take where both changed something. */
export const textOf = (
  parts: readonly Part[],
  choose: (part: Part, index: number) => 'mine' | 'theirs',
): string =>
  parts.map((part, index) => (part.kind === 'conflict' ? part[choose(part, index)] : part.text)).join('')

function partOf(base: string, mine: string, theirs: string): Part {
  if (mine === theirs) return { kind: 'both', text: mine, base }
  if (mine === base) return { kind: 'theirs', text: theirs, base }
  if (theirs === base) return { kind: 'mine', text: mine, base }
  return { kind: 'conflict', base, mine, theirs }
}

/** Takes the changes that overlap or touch, beginning with the first at `start`. */
function takeStretch(changes: { mine: Change[]; theirs: Change[] }, start: number) {
  const taken: { mine: Change[]; theirs: Change[] } = { mine: [], theirs: [] }
  let end = start
  for (;;) {
    const who = (['mine', 'theirs'] as const).find((one) => (changes[one][0]?.start ?? Infinity) <= end)
    const change = who && changes[who].shift()
    if (!change) return { ...taken, start, end }
    taken[who].push(change)
    end = Math.max(end, change.end)
  }
}

function reading(words: readonly string[], changes: readonly Change[], start: number, end: number): string {
  let at = start
  let text = ''
  for (const change of changes) {
    text += words.slice(at, change.start).join('') + change.lines.join('')
    at = change.end
  }
  return text + words.slice(at, end).join('')
}

function changesOf(before: string[], after: string[]): Change[] {
  const changes: Change[] = []
  const steps = diffArrays(before, after, { timeout: 2000 })
  if (!steps) return [{ start: 0, end: before.length, lines: after }]
  let at = 0
  let open: Change | null = null
  for (const { value, added, removed } of steps) {
    if (!added && !removed) {
      at += value.length
      open = null
      continue
    }
    if (!open) {
      open = { start: at, end: at, lines: [] }
      changes.push(open)
    }
    if (added) open.lines.push(...value)
    else {
      at += value.length
      open.end = at
    }
  }
  return changes
}

/** Words, and the blanks between them. */
const tokensOf = (text: string): string[] => text.match(/\s+|\S+/gu) ?? []
