/** Bins of a signature: the error of an estimate is about one in the square root of them, at most 0.044. */
export const bins = 128
/** So many bins make a band: texts that have one band alike are looked at. */
const inBand = 4
/** Words in a row that make a shingle. */
const inShingle = 3
/** With fewer words a text says too little to resemble another. */
const fewestWords = 20

const empty = 0xffffffff
const space = 0x20

/**
 * Takes in the words of a text, page by page, in order, and tells its signature: of all runs of three words, hashed, the
 * least in each of 128 bins (MinHash by one permutation; empty bins borrow from others). It takes a constant memory and
 * a constant time a word, whatever the language. Null where the text is too short to be compared.
 */
export function signing() {
  const least = new Uint32Array(bins).fill(empty)
  const recent = new Uint32Array(inShingle)
  let count = 0

  function take(word: number): void {
    recent[count % inShingle] = word
    count++
    if (count < inShingle) return
    let hash = 0x9e3779b9
    for (let back = inShingle; back > 0; back--)
      hash = mixed(Math.imul(hash, 31) ^ (recent[(count - back) % inShingle] ?? 0))
    const bin = hash >>> 25
    const value = mixed(hash ^ 0x5bd1e995)
    if (value < (least[bin] ?? empty)) least[bin] = value
  }

  return {
    /** Words folded, joined by single spaces. */
    add(words: string): void {
      let hash = 0x811c9dc5
      let start = 0
      for (let at = 0; at <= words.length; at++) {
        const unit = at < words.length ? words.charCodeAt(at) : space
        if (unit !== space) {
          hash = Math.imul(hash ^ unit, 0x01000193)
          continue
        }
        if (at > start) take(hash)
        start = at + 1
        hash = 0x811c9dc5
      }
    },
    signature: (): Uint32Array | null => (count < fewestWords ? null : filled(least)),
  }
}

/** An empty bin takes what the first full one has in a series of bins that is the same for every text. */
function filled(least: Uint32Array): Uint32Array {
  return least.map((value, bin) => {
    let found = value
    for (let tries = 1; found === empty; tries++) found = least[mixed(bin * 0x10001 + tries) >>> 25] ?? empty
    return found
  })
}

/** How alike two texts are, by their signatures: the share of their shingles that both have, estimated. */
export function similarity(one: Uint32Array, other: Uint32Array): number {
  let same = 0
  for (let bin = 0; bin < bins; bin++) if (one[bin] === other[bin]) same++
  return same / bins
}

/** Numbers of 48 bits of which texts that are alike share at least one: in all of twenty, where half is alike, in 17. */
export function bandsOf(signature: Uint32Array): number[] {
  return Array.from({ length: bins / inBand }, (_, band) => {
    let low = mixed(band + 1)
    let high = mixed(~band)
    for (let bin = band * inBand; bin < (band + 1) * inBand; bin++) {
      low = mixed(low ^ (signature[bin] ?? 0))
      high = mixed(Math.imul(high, 5) ^ (signature[bin] ?? 0))
    }
    return (high & 0xffff) * 0x1_0000_0000 + low
  })
}

/** Every bit of the result depends on every bit given (the end of MurmurHash3). */
function mixed(bits: number): number {
  let some = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  some = Math.imul(some ^ (some >>> 13), 0xc2b2ae35)
  return (some ^ (some >>> 16)) >>> 0
}
