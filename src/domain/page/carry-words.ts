import { diffArrays } from 'diff'
import { fold } from '../analysis/fold.ts'
import { around, type Box, type PlacedWord, type PlacedWords } from './placed-words.ts'

type Token = { start: number; end: number; folded: string }

/** Beyond so many differing words two texts are not versions of each other, and finding out takes long. */
const mostEdits = 1500

/**
 * The places of a text's words, taken over from another text of the same page whose words have places, such as what a
 * recogniser read before somebody corrected it. Words that both texts have, in one order, keep their boxes; what stands
 * between those is laid over what stood there, in proportion. A word with nothing to lie on has no place. Nobody
 * recognised these words, so they have no confidence.
 */
export function carryWords(from: { content: string; placed: PlacedWords }, content: string): PlacedWords {
  const { frame } = from.placed
  const placed = from.placed.words.filter(({ start, end }) => end > start)
  const before = placed.map((word) => fold(from.content.slice(word.start, word.end)))
  const after = tokensOf(content)
  const words: PlacedWord[] = []
  const steps = diffArrays(
    before,
    after.map(({ folded }) => folded),
    { maxEditLength: mostEdits },
  )
  let [old, now] = [0, 0]
  let gone: PlacedWord[] = []
  let come: Token[] = []
  const settle = () => {
    words.push(...laidOver(gone, come))
    gone = []
    come = []
  }
  for (const { value, added, removed } of steps ?? []) {
    if (removed) gone.push(...placed.slice(old, old + value.length))
    else if (added) come.push(...after.slice(now, now + value.length))
    else {
      settle()
      for (const [at, { start, end }] of after.slice(now, now + value.length).entries()) {
        const box = placed[old + at]?.box
        if (box) words.push({ start, end, box, confidence: null })
      }
    }
    if (!added) old += value.length
    if (!removed) now += value.length
  }
  settle()
  return { frame, words }
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(/\S+/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    folded: fold(word),
  }))
}

/**
 * New words over old ones: one on one where they are as many, else along the letters of both, so that two words that
 * were one halve its box, and one that was two spans them, as far as they stand in one line.
 */
function laidOver(gone: readonly PlacedWord[], come: readonly Token[]): PlacedWord[] {
  if (gone.length === come.length)
    return come.map(({ start, end }, at) => ({ start, end, box: gone[at]?.box ?? nowhere, confidence: null }))
  const share = lengthOf(gone) / lengthOf(come)
  let at = 0
  return come.flatMap(({ start, end }) => {
    const from = at
    at += (end - start) * share
    const box = boxAlong(gone, from, at)
    return box === null ? [] : [{ start, end, box, confidence: null }]
  })
}

const nowhere: Box = [0, 0, 0, 0]

/** The box of the letters from `from` to `to` of some words, of the line in which most of them stand. */
function boxAlong(words: readonly PlacedWord[], from: number, to: number): Box | null {
  let at = 0
  let best: Box | null = null
  for (const word of words) {
    const letters = word.end - word.start
    const first = Math.max(0, from - at) / letters
    const last = Math.min(letters, to - at) / letters
    at += letters
    if (last <= first) continue
    const [x, y, w, h] = word.box
    const part: Box = [x + w * first, y, w * (last - first), h]
    if (best === null) best = part
    else if (areInLine(best, part)) best = around(best, part)
    else if (part[2] > best[2]) best = part
  }
  return best
}

const areInLine = ([, top, , height]: Box, [, y, , h]: Box): boolean =>
  Math.min(top + height, y + h) - Math.max(top, y) > Math.min(height, h) / 2

const lengthOf = (stretches: readonly { start: number; end: number }[]): number =>
  stretches.reduce((sum, { start, end }) => sum + end - start, 0)
