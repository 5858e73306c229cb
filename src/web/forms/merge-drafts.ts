/** What a form holds, part by part, as JSON could have it. */
export type Parts = Readonly<Record<string, unknown>>

const same = (a: unknown, b: unknown): boolean => JSON.stringify(plain(a)) === JSON.stringify(plain(b))

const plain = (value: unknown): unknown => (typeof value === 'string' ? value.trim() : value)

/** The parts in which two drafts differ, but for blanks at the ends of texts. */
export const changedIn = <D extends Parts>(before: D, after: D): (keyof D & string)[] =>
  Object.keys(before).filter((name) => !same(before[name], after[name]))

/** The parts that both changed since, and not to the same. */
export function clashesOf<D extends Parts>(before: D, theirs: D, mine: D): (keyof D & string)[] {
  const changed = new Set(changedIn(before, theirs))
  return changedIn(before, mine).filter((name) => changed.has(name) && !same(theirs[name], mine[name]))
}

/** Theirs, but for the parts that I changed. */
export const rebased = <D extends Parts>(before: D, theirs: D, mine: D): D => ({
  ...theirs,
  ...Object.fromEntries(changedIn(before, mine).map((name) => [name, mine[name]])),
})
