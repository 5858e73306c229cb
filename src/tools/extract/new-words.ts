import type { ExtractedPage, NewWords } from '../../ports/extractor.ts'

/** So many words of a language are remembered; after that each counts as new once more. */
const mostRemembered = 200_000

/** Words, and by a hash of its letters one that has it: most are known, and are seen to be without being cut out. */
type Known = { words: Set<string>; byHash: Map<number, string> }

const space = 0x20

/** Tells of each batch of a file's pages, given in order, the words that no batch before it had in that language. */
export function newWords(): (pages: readonly ExtractedPage[]) => NewWords[] {
  const remembered = new Map<string | null, Known>()

  function knownIn(language: string | null): Known {
    const known = remembered.get(language)
    if (known !== undefined && known.words.size < mostRemembered) return known
    const none = { words: new Set<string>(), byHash: new Map<number, string>() }
    remembered.set(language, none)
    return none
  }

  return (pages) => {
    const found = new Map<string | null, string[]>()
    for (const { language, words } of pages) {
      const known = knownIn(language)
      const fresh = found.get(language) ?? []
      found.set(language, fresh)
      takeNew(words, known, fresh)
    }
    return [...found].map(([language, fresh]) => ({ language, words: fresh.join(' ') }))
  }
}

// Functions of their own, called for each page: within the loop over a batch, Node would compile them anew for each.
function takeNew(words: string, known: Known, fresh: string[]): void {
  let start = 0
  let hash = 0
  for (let at = 0; at <= words.length; at++) {
    const unit = at < words.length ? words.charCodeAt(at) : space
    if (unit !== space) {
      hash = (Math.imul(hash, 31) + unit) | 0
      continue
    }
    if (at > start && !isKnown(words, start, at - start, known.byHash.get(hash))) {
      const word = words.slice(start, at)
      if (!known.words.has(word)) {
        known.words.add(word)
        known.byHash.set(hash, word)
        fresh.push(word)
      }
    }
    start = at + 1
    hash = 0
  }
}

function isKnown(words: string, start: number, length: number, known: string | undefined): boolean {
  return known !== undefined && known.length === length && words.startsWith(known, start)
}
