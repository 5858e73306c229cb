import type { Language } from './languages.ts'
import { pick, type Random, seeded } from './random.ts'

/** Words of a language by rank, the most frequent first, and a draw of one by its frequency. */
export type Vocabulary = { words: readonly string[]; draw(random: Random): string }

const size = 60_000
const exponent = 1.07
const flattening = 2.7

/** A vocabulary of 60,000 words whose frequencies follow Zipf's law as Mandelbrot amended it: 1 / (rank + 2.7)^1.07. */
export function vocabularyOf(language: Language, seed: number): Vocabulary {
  const random = seeded(seed)
  const known = new Set<string>()
  while (known.size < size) known.add(coin(language, syllablesAt(known.size, random), random))
  const words = [...known]
  const place = placesByFrequency(words.map((_, rank) => (rank + 1 + flattening) ** -exponent))
  return { words, draw: (random) => words[place(random)] ?? '' }
}

/** Frequent words are short. */
function syllablesAt(rank: number, random: Random): number {
  if (rank < 50) return 1
  return rank < 1000 ? 1 + Math.floor(random() * 2) : 2 + Math.floor(random() * 3)
}

function coin({ onsets, vowels, codas, endings }: Language, syllables: number, random: Random): string {
  let word = ''
  for (let n = 0; n < syllables; n++)
    word += pick(random, onsets) + pick(random, vowels) + pick(random, codas)
  return syllables === 1 ? word : word + pick(random, endings)
}

/** Draws places by weight in constant time (Vose's alias method). */
function placesByFrequency(weights: readonly number[]): (random: Random) => number {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const share = Float64Array.from(weights, (weight) => (weight * weights.length) / sum)
  const alias = new Int32Array(weights.length)
  const poor: number[] = []
  const rich: number[] = []
  for (const [place, part] of share.entries()) (part < 1 ? poor : rich).push(place)
  while (poor.length > 0 && rich.length > 0) {
    const taker = poor.pop() ?? 0
    const giver = rich.at(-1) ?? 0
    alias[taker] = giver
    const left = (share[giver] ?? 0) + (share[taker] ?? 0) - 1
    share[giver] = left
    if (left < 1) poor.push(rich.pop() ?? 0)
  }
  for (const place of [...poor, ...rich]) share[place] = 1
  return (random) => {
    const at = random() * weights.length
    const place = Math.floor(at)
    return at - place < (share[place] ?? 1) ? place : (alias[place] ?? 0)
  }
}
