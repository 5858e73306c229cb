import { eachWord, mixed } from './word-bits.ts'

const firstSlots = 2 ** 12
const gatheredSize = 4

/** See `knownWords`. */
export type KnownWords = ReturnType<typeof knownWords>

/** Remembers words by 64 bits of each (see word-bits.ts): a word missed is no loss. After `most` words it begins anew. */
export function knownWords(most: number) {
  // Two numbers a slot, both 0 where it is free; a word lies in the first free slot from where its bits lead to.
  let slots = new Uint32Array(2 * firstSlots)
  let count = 0
  /** The bits of words, and where each starts and ends: many are looked up in a row faster than one by one. */
  const gathered = new Uint32Array(gatheredSize * 2 ** 10)

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
    if (count > (3 / 8) * slots.length) grow()
    return true
  }

  function findGathered(words: string, size: number, found: string[]): void {
    for (let at = 0; at < size; at += gatheredSize) {
      if (isNew(gathered[at] ?? 0, gathered[at + 1] ?? 0))
        found.push(words.slice(gathered[at + 2], gathered[at + 3]))
    }
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

  const seedOf = (language: string) => mixed(language.charCodeAt(0) * 256 + language.charCodeAt(1))

  return {
    /** Remembers words, joined by spaces, of a language. */
    add: (words: string, language: string): void => eachWord(words, seedOf(language), isNew),
    /** Whether half as many are remembered as may be. */
    isHalfFull: (): boolean => count > most / 2,
    /** Of words joined by spaces those that were not known in this language, each once; now they are known. */
    newAmong(words: string, language: string): string[] {
      const found: string[] = []
      let size = 0
      eachWord(words, seedOf(language), (low, high, start, end) => {
        if (size === gathered.length) {
          findGathered(words, size, found)
          size = 0
        }
        gathered[size] = low
        gathered[size + 1] = high
        gathered[size + 2] = start
        gathered[size + 3] = end
        size += gatheredSize
      })
      findGathered(words, size, found)
      return found
    },
  }
}
