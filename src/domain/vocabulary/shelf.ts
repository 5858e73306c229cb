import type { Letters } from '../search/edit-distance.ts'

/** Packed words of one length: their letters end to end, and by place what else is known of each. */
export type Shelf = {
  readonly length: number
  size: number
  letters: Letters
  masks: Int32Array
  starts: Uint16Array
  pages: Uint32Array
  /** An open hash table: one more than the place of a word, 0 where there is none. */
  slots: Uint32Array
}

/** So many slots there are for each word that there is room for. */
const leastSlots = 1.4
const mostSlots = 2.1

/** A shelf without words of this length. */
export function emptyShelf(length: number, isWide: boolean): Shelf {
  return {
    length,
    size: 0,
    letters: isWide ? new Uint32Array() : new Uint8Array(),
    masks: new Int32Array(),
    starts: new Uint16Array(),
    pages: new Uint32Array(),
    slots: new Uint32Array(1),
  }
}

/** Makes room for one more word; how many bytes more the shelf takes. */
export function makeRoom(shelf: Shelf): number {
  if (shelf.size < shelf.masks.length) return 0
  const before = bytesOf(shelf)
  widen(shelf)
  return bytesOf(shelf) - before
}

/**
 * The place of a word, the first of these letters, on a shelf with room for it: it is put there as the last unless it
 * stands there already.
 */
export function placeOf(shelf: Shelf, word: Letters): number {
  const slot = slotOf(shelf, word, 0)
  const known = (shelf.slots[slot] ?? 0) - 1
  if (known !== -1) return known
  const at = shelf.size * shelf.length
  for (let i = 0; i < shelf.length; i++) shelf.letters[at + i] = word[i] ?? 0
  shelf.slots[slot] = ++shelf.size
  return shelf.size - 1
}

function bytesOf({ letters, masks, starts, pages, slots }: Shelf): number {
  return letters.byteLength + masks.byteLength + starts.byteLength + pages.byteLength + slots.byteLength
}

/** The slot in which the word of `word` from `at` on stands or would stand. */
function slotOf({ length, letters, slots }: Shelf, word: Letters, at: number): number {
  let hash = 0
  for (let i = at; i < at + length; i++) hash = Math.imul(hash ^ (word[i] ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 0
  let slot = Math.floor((hash / 2 ** 32) * slots.length)
  for (;;) {
    const place = (slots[slot] ?? 0) - 1
    if (place < 0) return slot
    let i = 0
    while (i < length && letters[place * length + i] === word[at + i]) i++
    if (i === length) return slot
    slot = slot + 1 === slots.length ? 0 : slot + 1
  }
}

/** Makes room for a quarter more words only, so that little stands empty; the hash table, which takes the longest, grows less often. */
function widen(shelf: Shelf): void {
  const room = Math.max(8, Math.ceil(shelf.size * 1.25))
  shelf.letters = widened(shelf.letters, room * shelf.length)
  shelf.masks = widened(shelf.masks, room)
  shelf.starts = widened(shelf.starts, room)
  shelf.pages = widened(shelf.pages, room)
  if (shelf.slots.length >= room * leastSlots) return
  shelf.slots = new Uint32Array(Math.ceil(room * mostSlots))
  for (let place = 0; place < shelf.size; place++)
    shelf.slots[slotOf(shelf, shelf.letters, place * shelf.length)] = place + 1
}

function widened<T extends Letters | Int32Array | Uint16Array>(numbers: T, length: number): T {
  const wider = new (numbers.constructor as new (length: number) => T)(length)
  wider.set(numbers)
  return wider
}
