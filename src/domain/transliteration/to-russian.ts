import { fold } from '../analysis/fold.ts'
import { beginning, lettersBack, type Reading } from './letters-back.ts'

/** What it costs that no one scheme writes the letters before and these. */
const mixing = 2

/** Readings that cost so much more than the best are not worth a look-up. */
const widest = 8

/** Hostile words have more readings than can be walked through. */
const mostSteps = 4000

type Step = { readonly reading: Reading; readonly end: number }

/**
 * The Russian words that a word in small Latin letters may stand for, folded, at most `most`: first those that one
 * scheme writes so and whose letters follow each other as usual.
 */
export function toRussian(latin: string, most: number): string[] {
  const steps = stepsOf(latin)
  const least = leastEfforts(steps)
  const found = new Set<string>()
  let walked = 0

  const walk = (at: number, before: number, writers: number, russian: string, effort: number) => {
    if (at === steps.length) {
      if (effort === 0) found.add(russian)
      return
    }
    for (const { reading, end } of steps[at] ?? []) {
      const here = reading.writers[before] ?? 0
      if (here === 0) continue
      const shared = writers & here
      const left = effort - (reading.strains[before] ?? 0) - (shared === 0 ? mixing : 0)
      if (left < (least[end] ?? 0)) continue
      if (found.size === most || ++walked > mostSteps) return
      walk(end, reading.last, shared || here, russian + reading.russian, left)
    }
  }

  const [best = 0] = least
  if (best === Number.POSITIVE_INFINITY) return []
  // All words of one effort before those of the next: so they need no sorting.
  for (let effort = best; effort <= best + widest; effort++) walk(0, beginning, -1, '', effort)
  return [...found]
}

let table: ReadonlyMap<string, readonly Reading[]> | undefined
let longest = 0
let letters: ReadonlySet<string> = new Set()

/** The readings that begin at each place of a word, those of more letters first. */
function stepsOf(latin: string): Step[][] {
  if (!table) {
    table = lettersBack()
    longest = Math.max(...[...table.keys()].map((key) => key.length))
    letters = new Set([...table.keys()].join(''))
  }
  const word = [...latin].map((letter) => (letters.has(letter) ? letter : fold(letter))).join('')
  const steps: Step[][] = []
  for (let at = 0; at < word.length; at++) {
    const here: Step[] = []
    for (let end = Math.min(word.length, at + longest); end > at; end--) {
      for (const reading of table.get(word.slice(at, end)) ?? []) {
        if (!reading.isEnd || end === word.length) here.push({ reading, end })
      }
    }
    steps.push(here)
  }
  return steps
}

/** The least effort in which a word can be read from each place on; infinite where it cannot. */
function leastEfforts(steps: readonly Step[][]): number[] {
  const least = [...steps.map(() => Number.POSITIVE_INFINITY), 0]
  for (let at = steps.length - 1; at >= 0; at--) {
    for (const { reading, end } of steps[at] ?? []) {
      least[at] = Math.min(least[at] ?? 0, reading.least + (least[end] ?? 0))
    }
  }
  return least
}
