/** A passage of a text: UTF-16 units, `end` exclusive. */
export type Passage = { start: number; end: number }

/** A passage without the blanks at its ends; null where nothing else is in it. */
export function trimPassage(text: string, { start, end }: Passage): Passage | null {
  const part = text.slice(start, end)
  const from = start + (part.length - part.trimStart().length)
  const until = end - (part.length - part.trimEnd().length)
  return until > from ? { start: from, end: until } : null
}
