import type { Word } from '../analysis/analyse.ts'
import type { Match } from './matches.ts'
import { windowOf } from './window.ts'

/**
 * About `length` (220) characters of a text around the most matches that stand together, as HTML: escaped, white space
 * collapsed, cut between words with `…` where cut, every match in it within `<mark>`, which is the only markup. The
 * text's beginning where nothing matches. `isCutBefore` and `isCutAfter` say that the text itself is part of a longer one. `words` are those of `analyse(text)`, `matches` ascending and disjoint.
 */
export function snippet(
  text: string,
  words: readonly Word[],
  matches: readonly Match[],
  options: { length?: number; isCutBefore?: boolean; isCutAfter?: boolean } = {},
): string {
  const { start, end } = windowOf(text, words, matches, options.length ?? 220)
  let html = start > 0 || options.isCutBefore ? '…' : ''
  let at = start
  for (const match of matches) {
    const from = Math.max(match.start, at)
    const to = Math.min(match.end, end)
    if (from >= to) continue
    html += `${escaped(text.slice(at, from))}<mark>${escaped(text.slice(from, to))}</mark>`
    at = to
  }
  html += escaped(text.slice(at, end)) + (end < text.length || options.isCutAfter ? '…' : '')
  return html.trim()
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Single spaces, which most white space is, need no collapsing. */
const blanks = / \s+|[^\S ]\s*/gu
const markup = /[&<>"']/g

const escaped = (text: string) =>
  text.replace(blanks, ' ').replace(markup, (character) => entities[character] ?? '')
