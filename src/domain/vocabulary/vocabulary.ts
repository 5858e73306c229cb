import { codePoints } from '../search/edit-distance.ts'
import { alphabet } from './alphabet.ts'
import { leaders, type NearWord } from './leaders.ts'
import { findNear, findStarts } from './scan.ts'
import { emptyShelf, makeRoom, placeOf, type Shelf } from './shelf.ts'
import { maskOf, startOf, startsNear } from './sketch.ts'

/** Whether a word may be shown; asked of the best first, and of no more than are needed. */
export type Accepts = (word: string) => boolean

/**
 * The folded words of the archive, packed into memory. Answers come the nearest first, then those on more pages, then
 * in the order of their UTF-16 units; distances are those of `editDistance`.
 */
export type Vocabulary = {
  readonly size: number
  /** The memory it takes; as cheap to ask as `size`. */
  readonly bytes: number
  /** Adds a word that stands on so many pages, or so many pages to a word that it knows. */
  add(word: string, pages: number): void
  /** The words within so many edits, among them the word itself (distance 0) where it is known. */
  near(word: string, edits: 1 | 2, most: number, accepts?: Accepts): NearWord[]
  /** The words that begin so. */
  startingWith(prefix: string, most: number, accepts?: Accepts): NearWord[]
  /** The words of which some beginning is within so many edits; `distance` is that of the nearest beginning. */
  nearStart(prefix: string, edits: 1 | 2, most: number, accepts?: Accepts): NearWord[]
}

/** Longer words are hardly ever seen. */
const longest = 64

/** A vocabulary without words. */
export function vocabulary(): Vocabulary {
  const letters = alphabet()
  // By length; words with letters that have no number in the alphabet stand apart.
  const narrow: Shelf[] = []
  const wide: Shelf[] = []
  let size = 0
  let bytes = letters.bytes
  // The letters of the word that is added, and their numbers.
  let points = new Uint32Array(longest)
  let numbers = new Uint8Array(longest)

  function add(word: string, pages: number): void {
    if (word.length > points.length) {
      points = new Uint32Array(2 * word.length)
      numbers = new Uint8Array(2 * word.length)
    }
    let length = 0
    let isWide = false
    for (let at = 0; at < word.length; length++) {
      const point = word.codePointAt(at) ?? 0
      const number = letters.learn(point)
      points[length] = point
      numbers[length] = number
      isWide ||= number === 0
      at += point > 0xffff ? 2 : 1
    }
    const shelves = isWide ? wide : narrow
    const shelf = shelves[length] ?? emptyShelf(length, isWide)
    shelves[length] = shelf
    bytes += makeRoom(shelf)
    const { size: before } = shelf
    const place = placeOf(shelf, isWide ? points : numbers)
    if (shelf.size > before) {
      shelf.masks[place] = maskOf(points.subarray(0, length))
      shelf.starts[place] = startOf(points.subarray(0, length))
      size++
    }
    shelf.pages[place] = (shelf.pages[place] ?? 0) + pages
  }

  /** The words that a way of looking finds on any shelf, the best so many. */
  function best(most: number, word: Uint32Array, edits: number, find: typeof findNear): NearWord[] {
    const list = leaders(most)
    const mask = maskOf(word)
    const numbers = letters.numbersOf(word)
    for (const shelves of [narrow, wide]) {
      const wanted = { letters: shelves === narrow ? numbers : word, mask, edits }
      // Not every length has a shelf; forEach leaves the gaps out.
      shelves.forEach((shelf) => {
        find(shelf, wanted, (place, distance) => {
          const pages = shelf.pages[place] ?? 0
          if (list.wants(distance, pages)) list.keep({ word: read(shelf, place), distance, pages })
        })
      })
    }
    return list.inOrder()
  }

  /** The best completions; those with more edits are only looked for while those with fewer do not suffice. */
  function bestStarts(most: number, prefix: Uint32Array, edits: number): NearWord[] {
    for (let allowed = 0; ; allowed++) {
      const canBe = startsNear(prefix, allowed)
      const list = best(most, prefix, allowed, (shelf, wanted, found) =>
        findStarts(shelf, wanted, canBe, found),
      )
      if (list.length === most || allowed === edits) return list
    }
  }

  function read({ letters: packed, length }: Shelf, place: number): string {
    let word = ''
    for (let at = place * length; at < (place + 1) * length; at++) {
      const letter = packed[at] ?? 0
      word += String.fromCodePoint(packed instanceof Uint8Array ? letters.pointOf(letter) : letter)
    }
    return word
  }

  return {
    get size() {
      return size
    },
    get bytes() {
      return bytes
    },
    add,
    near: (word, edits, most, accepts) =>
      firstAccepted(most, accepts, (limit) => best(limit, codePoints(word), edits, findNear)),
    startingWith: (prefix, most, accepts) =>
      firstAccepted(most, accepts, (limit) => bestStarts(limit, codePoints(prefix), 0)),
    nearStart: (prefix, edits, most, accepts) =>
      firstAccepted(most, accepts, (limit) => bestStarts(limit, codePoints(prefix), edits)),
  }
}

/** The first so many words that are accepted; little is hidden as a rule, so that looking again beats keeping all. */
function firstAccepted(
  most: number,
  accepts: Accepts = () => true,
  best: (limit: number) => NearWord[],
): NearWord[] {
  const accepted: NearWord[] = []
  let judged = 0
  for (let limit = most; accepted.length < most; limit *= 4) {
    const list = best(limit)
    for (const candidate of list.slice(judged)) {
      if (accepts(candidate.word)) accepted.push(candidate)
      if (accepted.length === most) break
    }
    if (list.length < limit) break
    judged = list.length
  }
  return accepted
}
