/** Where a key leads among the pages. */
export type Turn = 'before' | 'after' | 'first' | 'last'

export type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

/** Where a key was pressed: in a field, on something that uses the arrows itself, or elsewhere; and how far one has read. */
export type PressedIn = { place: 'field' | 'arrows' | 'elsewhere'; isAtTop: boolean; isAtEnd: boolean }

/**
 * Where a key leads: arrows to the page before and after, Home and End to the first and last, and Page Up and Page Down
 * over the end of what can still be scrolled. Null for keys that mean something else.
 */
export function turnOf({ key, altKey, ctrlKey, metaKey, shiftKey }: Pressed, within: PressedIn): Turn | null {
  if (altKey || ctrlKey || metaKey || shiftKey || within.place === 'field') return null
  if (key === 'PageDown') return within.isAtEnd ? 'after' : null
  if (key === 'PageUp') return within.isAtTop ? 'before' : null
  if (within.place === 'arrows') return null
  const turns: Record<string, Turn> = { ArrowLeft: 'before', ArrowRight: 'after', Home: 'first', End: 'last' }
  return turns[key] ?? null
}
