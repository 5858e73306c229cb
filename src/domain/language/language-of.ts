import { foldEach, special } from '../analysis/fold-table.ts'
import type { Language } from './language.ts'
import { neighbours } from './neighbours.ts'
import { profiles } from './profiles.ts'

const fewestLetters = 40
const leastShare = 0.14
const forLetter = 0.6
const forEnding = 0.4
const stretches = 8
const stretch = 250
const nine = 0x39

const contenders = [
  ...profiles,
  ...neighbours.map((neighbour) => ({ language: null, density: 0.08, endings: '', ...neighbour })),
]

const densities = Float64Array.from(contenders, ({ density }) => density)

// What speaks for which contenders, worth the less the more of them share it.
type Evidence = ReadonlyMap<string, readonly number[]>

const words = evidence(({ words }) => words.split(/\s+/))
const endings = evidence(({ endings }) => endings.split(' '))
const longest = Math.max(...[...words.keys()].map((word) => word.length))
const letters = new Map(
  [...evidence(({ letters }) => [...letters, ...letters.toUpperCase()])].map(([letter, holders]) => [
    letter.charCodeAt(0),
    holders,
  ]),
)

/**
 * The language that most of a text is written in, by its common words, endings and letters; null when it is none of ours
 * or too little can be read (fewer than 40 letters). Of a long text, stretches from its beginning to its end are read.
 */
export function languageOf(text: string): Language | null {
  const read = sample(text)
  const folded = foldEach(read)
  const scores = new Float64Array(contenders.length)
  let length = 0
  let start = 0
  for (let at = 0; at <= folded.length; at++) {
    // Up to `special` are what stands where no letter of a word does. Behind the end nothing is read, or Node would throw
    // away what it has compiled.
    if (at < folded.length && folded.charCodeAt(at) > special) continue
    const size = at - start
    if (size > 0 && folded.charCodeAt(start) > nine) {
      length += size
      if (size <= longest) add(scores, words.get(folded.slice(start, at)), 1)
      if (size > 3) add(scores, endings.get(folded.slice(at - 3, at)), forEnding)
    }
    start = at + 1
  }
  if (length < fewestLetters) return null
  for (let at = 0; at < read.length; at++) {
    const unit = read.charCodeAt(at)
    if (unit > 0x7f) add(scores, letters.get(unit), forLetter)
  }
  // About how many letters of the text are in each language.
  let [best, most] = [0, 0]
  for (let index = 0; index < densities.length; index++) {
    const share = (scores[index] ?? 0) / (densities[index] ?? 1)
    if (share <= most) continue
    most = share
    best = index
  }
  return most < length * leastShare ? null : (contenders[best]?.language ?? null)
}

function sample(text: string): string {
  if (text.length <= stretches * stretch) return text
  const step = (text.length - stretch) / (stretches - 1)
  const from = (n: number) => Math.floor(n * step)
  return Array.from({ length: stretches }, (_, n) => text.slice(from(n), from(n) + stretch)).join(' ')
}

function add(scores: Float64Array, contenders: readonly number[] | undefined, worth: number): void {
  if (contenders === undefined) return
  for (const index of contenders) scores[index] = (scores[index] ?? 0) + worth / contenders.length
}

function evidence(of: (contender: (typeof contenders)[number]) => readonly string[]): Evidence {
  const holders = new Map<string, number[]>()
  for (const [index, contender] of contenders.entries()) {
    for (const sign of new Set(of(contender))) {
      if (sign !== '') holders.set(sign, [...(holders.get(sign) ?? []), index])
    }
  }
  return holders
}
