const space = 0x20

/** Told of a word by 64 bits of it, and by where it starts and ends. */
type Tell = (low: number, high: number, start: number, end: number) => void

/**
 * Tells of words joined by spaces, one after the other, by 64 bits of each: much smaller and faster than the words
 * themselves, and so few are ever taken for another (one in ten million, among a million) that none may be in an archive.
 * The same words under another seed have other bits.
 */
export function eachWord(words: string, seed: number, tell: Tell): void {
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
    if (at > start) tell(mixed(low), mixed(high), start, at)
    start = at + 1
    low = seed
    high = ~seed
  }
}

/** Every bit of the result depends on every bit given (the end of MurmurHash3). */
export function mixed(bits: number): number {
  let some = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  some = Math.imul(some ^ (some >>> 13), 0xc2b2ae35)
  return (some ^ (some >>> 16)) >>> 0
}
