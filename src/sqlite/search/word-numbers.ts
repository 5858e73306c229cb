const firstSlots = 2 ** 12
/** A slot is the two halves of a word's bits and its number, 0 where the slot is free; four, so that it is in one line of memory. */
const slotSize = 4

/** Numbers words from 1 on in the order in which they come, by 64 bits of each (see word-bits.ts). */
export function wordNumbers() {
  let slots = new Uint32Array(slotSize * firstSlots)
  let size = 0

  /** The slot of a word, or the free one where it would be: the first from where its bits lead to. */
  function slotOf(low: number, high: number): number {
    const mask = slots.length - 1
    let at = (low * slotSize) & mask
    while (slots[at + 2] !== 0 && (slots[at] !== low || slots[at + 1] !== high)) at = (at + slotSize) & mask
    return at
  }

  function put(at: number, low: number, high: number, number: number): void {
    slots[at] = low
    slots[at + 1] = high
    slots[at + 2] = number
  }

  function grow(): void {
    const old = slots
    slots = new Uint32Array(2 * old.length)
    for (let at = 0; at < old.length; at += slotSize) {
      const [low = 0, high = 0, number = 0] = [old[at], old[at + 1], old[at + 2]]
      if (number !== 0) put(slotOf(low, high), low, high, number)
    }
  }

  return {
    /** How many words have a number, which is that of the newest. */
    size: (): number => size,
    /** The number of a word, 0 where it has none. */
    find: (low: number, high: number): number => slots[slotOf(low, high) + 2] ?? 0,
    /** The number of a word; one that has none is given the next. */
    give(low: number, high: number): number {
      const at = slotOf(low, high)
      const known = slots[at + 2] ?? 0
      if (known !== 0) return known
      put(at, low, high, ++size)
      if (size > slots.length / slotSize / 2) grow()
      return size
    },
  }
}
