import type { Reply } from '../api/ask.ts'

export type Suggestion = Reply<'suggest'>['items'][number]

/** The query that a suggestion makes of what was typed: a word takes the place of the last one, all else asks by its field. */
export function complete(typed: string, { kind, value }: Suggestion): string {
  if (kind === 'title') return quoted(value)
  if (kind === 'creator') return `by:${quoted(value)}`
  if (kind === 'subject') return `subject:${quoted(value)}`
  // What introduces a word stays: a quote, a parenthesis, a field, a minus.
  return typed.replace(/[\p{L}\p{M}\p{N}'’-]*[*~]?\s*$/u, (last) => {
    const sign = /^-?/.exec(last)?.[0] ?? ''
    return `${sign}${value}`
  })
}

/** A phrase; a quote within it would end it. */
const quoted = (value: string) =>
  `"${value
    .replace(/["“”„«»]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()}"`
