/** Words on fewer pages have lists that are read in a millisecond or so when they are asked for. */
const fewPages = 1000

export type CommonWord = { term: string; pages: number }

/**
 * Reads the lists of the words on the most pages before anybody asks for them: they take the longest, and are asked for the
 * most. One list at a time, from the commonest on, as long as there is `room`.
 */
export function warming(
  commonest: () => readonly CommonWord[],
  read: (word: string) => void,
  room: () => boolean,
) {
  let next = 0
  return {
    warmSome(): void {
      const word = commonest()[next]
      if (!word || word.pages < fewPages || !room()) return
      next++
      read(word.term)
    },
    /** Begins anew, for all lists are forgotten. */
    again(): void {
      next = 0
    },
  }
}
