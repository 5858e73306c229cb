import type { Match } from './matches.ts'
import type { SearchNode } from './query.ts'

/** Shorter texts are read whole. */
const worthwhile = 1200
const windowLength = 220
const margin = 230
const mostPlaces = 30

/**
 * The stretch of a text in which a snippet for the query can be cut: some 700 characters around the place where most
 * of its words stand together, ending at white space. It is told from the letters alone, so that not the whole of every
 * page need be analysed: a guess, to be given up for the whole text where nothing matches in it.
 */
export function regionOf(text: string, query: SearchNode): Match {
  const whole = { start: 0, end: text.length }
  if (text.length < worthwhile) return whole
  const lower = text.toLowerCase()
  if (lower.length !== text.length) return whole
  const places = wordsIn(query)
    .flatMap((word) => placesOf(word, lower))
    .sort((a, b) => a - b)
  const start = densest(places)
  if (start === null) return whole
  const from = text.lastIndexOf(' ', Math.max(0, start - margin))
  const to = text.indexOf(' ', start + windowLength + margin)
  return { start: from === -1 ? 0 : from, end: to === -1 ? text.length : to }
}

function wordsIn(node: SearchNode): readonly string[] {
  switch (node.kind) {
    case 'and':
    case 'or':
    case 'near':
      return node.parts.flatMap(wordsIn)
    case 'field':
      return node.field === 'text' ? wordsIn(node.part) : []
    case 'not':
    case 'dateRange':
      return []
    default:
      return node.words
  }
}

function placesOf(word: string, text: string): number[] {
  const places: number[] = []
  for (
    let at = text.indexOf(word);
    at !== -1 && places.length < mostPlaces;
    at = text.indexOf(word, at + 1)
  ) {
    places.push(at)
  }
  return places
}

/** The first place after which most of the places follow within a snippet's length. */
function densest(places: readonly number[]): number | null {
  let best: number | null = null
  let most = 0
  let last = 0
  for (const [first, place] of places.entries()) {
    while ((places[last + 1] ?? Number.POSITIVE_INFINITY) - place <= windowLength) last++
    if (last - first + 1 > most) {
      most = last - first + 1
      best = place
    }
  }
  return best
}
