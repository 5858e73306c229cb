import { foldEach, isSeparator } from '../analysis/fold-table.ts'
import type { Match } from './matches.ts'
import type { SearchNode } from './query.ts'

/** Shorter texts are read whole. */
const worthwhile = 600
/** As long as a snippet. */
const windowLength = 220
/** What a snippet may take more on one side than on the other, because a word is long or white space wide. */
const slack = 60
/** Of a word; beyond, a page is full of it, and one place is as good as another. */
const mostPlaces = 300

/** Folded words that follow each other, the last of which may only be a beginning. */
type Sought = { words: readonly string[]; isBeginning: boolean }

/**
 * The stretch of a text in which a snippet for the query can be cut: as much as it can show around the place where most
 * of its words stand together, ending at white space. It is told from the letters alone, so that not the whole of every
 * page need be analysed: a guess, to be given up for the whole text where nothing matches in it.
 */
export function regionOf(text: string, query: SearchNode): Match {
  const whole = { start: 0, end: text.length }
  if (text.length < worthwhile) return whole
  const words = wordsIn(query)
  const group = densest(words.flatMap(usuallyWritten), text) ?? densest(words, foldEach(text))
  if (group === null) return whole
  const room = Math.max(0, windowLength - (group.end - group.start))
  // What one side has not, the other may take.
  const before = Math.max(room / 2, room - (text.length - group.end)) + slack
  const after = Math.max(room / 2, room - group.start) + slack
  const from = text.lastIndexOf(' ', Math.max(0, group.start - before))
  const to = text.indexOf(' ', group.end + after)
  return { start: from === -1 ? 0 : from, end: to === -1 ? text.length : to }
}

/** A folded word as it stands in most texts: to look for both is quicker than to bring a whole text to lower case. */
const usuallyWritten = ({ words: [first = '', ...rest], isBeginning }: Sought): Sought[] => [
  { words: [first, ...rest], isBeginning },
  { words: [capital(first), ...rest], isBeginning },
]

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

const each = (words: readonly string[]): Sought[] =>
  words.map((word) => ({ words: [word], isBeginning: false }))

function wordsIn(node: SearchNode): readonly Sought[] {
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
    case 'word':
      return node.forms ? each([...node.words, ...node.forms]) : [{ words: node.words, isBeginning: false }]
    case 'phrase':
      return node.slop === null ? [{ words: node.words, isBeginning: false }] : each(node.words)
    case 'prefix':
      return [{ words: node.words, isBeginning: true }]
    case 'fuzzy':
      return each(node.words)
  }
}

/** The first of the groups with the most places that fit into a snippet, from its first place to the end of its last. */
function densest(words: readonly Sought[], text: string): Match | null {
  const places = words.flatMap((word) => placesOf(word, text)).sort((a, b) => a.start - b.start)
  let best: Match | null = null
  let most = 0
  let last = 0
  for (const [first, { start }] of places.entries()) {
    while ((places[last + 1]?.end ?? Number.POSITIVE_INFINITY) - start <= windowLength) last++
    if (last - first + 1 <= most) continue
    most = last - first + 1
    best = { start, end: places[last]?.end ?? start }
  }
  return best
}

function placesOf({ words: [first = '', ...rest], isBeginning }: Sought, text: string): Match[] {
  const places: Match[] = []
  let met = 0
  for (let at = text.indexOf(first); at !== -1 && met < mostPlaces; at = text.indexOf(first, at + 1)) {
    met++
    if (!isEnd(text, at - 1)) continue
    const end = behind(rest, text, at + first.length)
    if (end !== null && (isBeginning || isEnd(text, end))) places.push({ start: at, end })
  }
  return places
}

/** Where the last of the words ends, each of which must follow what ends there; null where one does not. */
function behind(words: readonly string[], text: string, end: number): number | null {
  let at = end
  for (const word of words) {
    if (!isEnd(text, at)) return null
    while (at < text.length && isSeparator(text.charCodeAt(at))) at++
    if (!text.startsWith(word, at) && !text.startsWith(capital(word), at)) return null
    at += word.length
  }
  return at
}

/** Whether no word goes on there. */
const isEnd = (text: string, at: number): boolean =>
  at < 0 || at >= text.length || isSeparator(text.charCodeAt(at))
