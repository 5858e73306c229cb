import { pagesOf, type Sequence } from './sequence.ts'

/** Which groups a page has left, and which it has entered. */
export type Crossing = { left: readonly number[]; entered: readonly number[] }

/**
 * The pages that have left or entered a group of sequences (a document with its witnesses, or each witness for itself),
 * by their ids. `standsBeside` says whether a page stands in a group beside the sequences that have changed.
 */
export function crossings(
  changes: readonly { group: number; was: Sequence; is: Sequence }[],
  standsBeside: (page: string, group: number) => boolean,
): Map<string, Crossing> {
  const found = new Map<string, { left: number[]; entered: number[] }>()
  const note = (page: string, side: keyof Crossing, group: number) => {
    const crossing = found.get(page) ?? { left: [], entered: [] }
    if (standsBeside(page, group)) return
    crossing[side].push(group)
    found.set(page, crossing)
  }
  for (const [group, some] of Map.groupBy(changes, (change) => change.group)) {
    const was = new Set(some.flatMap((change) => pagesOf(change.was)))
    const is = new Set(some.flatMap((change) => pagesOf(change.is)))
    for (const page of was) if (!is.has(page)) note(page, 'left', group)
    for (const page of is) if (!was.has(page)) note(page, 'entered', group)
  }
  return found
}
