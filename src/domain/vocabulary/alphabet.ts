/** Numbers for letters, so that most words need one byte a letter. */
export type Alphabet = {
  /** The number of a letter, which gets one as far as they go; 0 where they do not. */
  learn(point: number): number
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
    learn(point) {
      const known = numbers[point] ?? 0
      if (known !== 0 || points.length > mostLetters) return known
      const number = points.push(point) - 1
      numbers[point] = number
      return number
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
