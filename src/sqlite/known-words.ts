const space = 0x20
const firstSlots = 2 ** 12

/** See `knownWords`. */
export type KnownWords = ReturnType<typeof knownWords>

/**
 * Remembers words by 64 bits of each: much smaller and faster than the words themselves, and so few are ever taken for
 * another (one in ten million, among a million) that a word missed is no loss. After `most` words it begins anew.
 */
export function knownWords(most: number) {
  // Two numbers a slot, both 0 where it is free; a word lies in the first free slot from where its bits lead to.
  let slots = new Uint32Array(2 * firstSlots)
  let count = 0

  /** Whether the word of these bits is new; from now on it is not. */
  function isNew(low: number, high: number): boolean {
    const last = slots.length - 1
    let at = (low << 1) & last
    for (; slots[at] !== 0 || slots[at + 1] !== 0; at = (at + 2) & last) {
      if (slots[at] === low && slots[at + 1] === high) return false
    }
    slots[at] = low
    slots[at + 1] = high
    count++
    if (count > slots.length / 4) grow()
    return true
  }

  function grow(): void {
    const old = count > most ? new Uint32Array(firstSlots) : slots
    slots = new Uint32Array(2 * old.length)
    count = 0
    for (let at = 0; at < old.length; at += 2) {
      const [low = 0, high = 0] = [old[at], old[at + 1]]
      if (low !== 0 || high !== 0) isNew(low, high)
    }
  }

  return {
    /** Of words joined by spaces those that were not known in this language, each once; now they are known. */
    newAmong(words: string, language: string): string[] {
      const found: string[] = []
      const seed = mixed(language.charCodeAt(0) * 256 + language.charCodeAt(1))
      let low = seed
      let high = ~seed
      let start = 0
      for (let at = 0; at <= words.length; at++) {
        const unit = at < words.length ? words.charCodeAt(at) : space
        if (unit !== space) {
          low = Math.imul(low ^ unit, 0x01000193)
          high = Math.imul(high ^ unit, 0x5bd1e995)
          continue
        }
        if (at > start && isNew(mixed(low), mixed(high))) found.push(words.slice(start, at))
        start = at + 1
        low = seed
        high = ~seed
      }
      return found
    },
  }
}

/** Every bit of the result depends on every bit given (the end of MurmurHash3). */
function mixed(bits: number): number {
  let some = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  some = Math.imul(some ^ (some >>> 13), 0xc2b2ae35)
  return (some ^ (some >>> 16)) >>> 0
}
