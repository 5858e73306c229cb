import { editsWithin, type Letters } from '../search/edit-distance.ts'
import type { Shelf } from './shelf.ts'

/** Letters to look for, in the numbers of the shelf, their mask, and how many edits are allowed. */
export type Wanted = { letters: Letters; mask: number; edits: number }

/** Receives the place of a word on its shelf and its distance. */
export type Found = (place: number, distance: number) => void

/** Finds the words within so many edits. */
export function findNear(shelf: Shelf, { letters, mask, edits }: Wanted, found: Found): void {
  const { length, size, masks } = shelf
  const longer = length - letters.length
  if (Math.abs(longer) > edits) return
  // An edit that makes a word longer takes no letter away, and one that makes it shorter brings none.
  const mostMissing = edits - Math.max(0, longer)
  const mostOther = edits - Math.max(0, -longer)
  for (let place = 0; place < size; place++) {
    const own = masks[place] ?? 0
    if (!hasAtMost(mostMissing, mask & ~own) || !hasAtMost(mostOther, own & ~mask)) continue
    const at = place * length
    const distance = editsWithin(edits, letters, shelf.letters, at, at + length)
    if (distance <= edits) found(place, distance)
  }
}

/** Finds the words of which some beginning is within so many edits, of the starts that can have one (`startsNear`). */
export function findStarts(
  shelf: Shelf,
  { letters, mask, edits }: Wanted,
  canBe: Uint8Array,
  found: Found,
): void {
  const { length, size, masks, starts } = shelf
  if (letters.length - length > edits) return
  for (let place = 0; place < size; place++) {
    if (canBe[starts[place] ?? 0] === 0 || !hasAtMost(edits, mask & ~(masks[place] ?? 0))) continue
    const at = place * length
    const distance = editsWithin(edits, letters, shelf.letters, at, at + length, true)
    if (distance <= edits) found(place, distance)
  }
}

function hasAtMost(most: number, bits: number): boolean {
  let rest = bits
  for (let n = 0; n < most && rest !== 0; n++) rest &= rest - 1
  return rest === 0
}
