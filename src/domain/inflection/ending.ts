/** The length of the longest of these endings that a word has and that leaves at least `shortest` letters; 0 for none. */
export function endingOf(word: string, endings: ReadonlySet<string>, shortest: number): number {
  for (let length = Math.min(longest, word.length - shortest); length > 0; length--) {
    if (endings.has(word.slice(-length))) return length
  }
  return 0
}

/** No ending of any table is longer. */
const longest = 8

/** The words or endings written in a text, parted by white space. */
export const wordSet = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))
