import { invalid } from '../domain/errors.ts'
import type { Listing, Slice } from '../ports/command.ts'

/** The row number after which a list goes on. Throws ArchiveError('invalid-input') for a cursor not of this list. */
export function keyOfCursor(cursor: string | null, start: number): number {
  if (cursor === null) return start
  const key = Number(/^k(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'))?.[1] ?? Number.NaN)
  if (!Number.isSafeInteger(key))
    throw invalid('cursor', 'is not one that this list gave: start without a cursor.')
  return key
}

/** The cursor that leads on after a row number. */
export const cursorOf = (key: number): string => Buffer.from(`k${key}`, 'latin1').toString('base64url')

/** A page of a list out of one row more than was asked for, so that the last page is known to be the last. */
export function listing<R, T>(
  rows: readonly R[],
  slice: Slice,
  keyOf: (row: R) => number,
  toItem: (row: R) => T,
): Listing<T> {
  return listingAtOnce(rows, slice, keyOf, (shown) => shown.map(toItem))
}

/** The same where the items are made of their rows together. */
export function listingAtOnce<R, T>(
  rows: readonly R[],
  { limit }: Slice,
  keyOf: (row: R) => number,
  toItems: (rows: readonly R[]) => T[],
): Listing<T> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const more = rows.length > limit && last !== undefined
  return {
    items: toItems(shown),
    next: more ? cursorOf(keyOf(last)) : null,
  }
}
