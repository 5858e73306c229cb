/** Numbers for letters, so that most words need one byte a letter. */
export type Alphabet = {
  /** Gives the letters numbers, as far as they go. */
  learn(points: Uint32Array): void
  /** The letters' numbers; 0 for a letter that has none. */
  numbersOf(points: Uint32Array): Uint8Array
  /** The code point of the letter of this number. */
  pointOf(number: number): number
  readonly bytes: number
}

const mostLetters = 255

/** An alphabet that numbers the first 255 letters that it is shown, from 1 on. */
export function alphabet(): Alphabet {
  const numbers = new Uint8Array(0x110000)
  const points: number[] = [0]
  return {
    learn(word) {
      for (const point of word)
        if (numbers[point] === 0 && points.length <= mostLetters) numbers[point] = points.push(point) - 1
    },
    numbersOf(word) {
      const letters = new Uint8Array(word.length)
      for (let i = 0; i < word.length; i++) letters[i] = numbers[word[i] ?? 0] ?? 0
      return letters
    },
    pointOf: (number) => points[number] ?? 0,
    bytes: numbers.byteLength,
  }
}
