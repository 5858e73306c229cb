/** Endings by their letters from the last one on: each letter leads to those that may stand before it. */
export type Endings = { isEnding: boolean; readonly before: Map<number, Endings> }

/** The endings written in a text, parted by white space. */
export function endingsOf(text: string): Endings {
  const root: Endings = { isEnding: false, before: new Map() }
  for (const ending of wordSet(text)) {
    let node = root
    for (let at = ending.length - 1; at >= 0; at--) {
      const letter = ending.charCodeAt(at)
      const longer = node.before.get(letter) ?? { isEnding: false, before: new Map() }
      node.before.set(letter, longer)
      node = longer
    }
    node.isEnding = true
  }
  return root
}

/** The length of the longest of these endings that a word has and that leaves at least `shortest` letters; 0 for none. */
export function endingOf(word: string, endings: Endings, shortest: number): number {
  let longest = 0
  let node: Endings | undefined = endings
  for (let length = 1; length <= word.length - shortest; length++) {
    node = node.before.get(word.charCodeAt(word.length - length))
    if (node === undefined) break
    if (node.isEnding) longest = length
  }
  return longest
}

/** The words written in a text, parted by white space. */
export const wordSet = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Whether the letter so many places from the end of a word, 1 for the last one, is among some. */
export const endsAmong = (word: string, letters: string, place = 1): boolean =>
  word.length >= place && letters.includes(word.charAt(word.length - place))
