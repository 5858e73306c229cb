import type { ExtractedPage, NewWords } from '../../ports/extractor.ts'

/** So many words of a language are remembered; after that each counts as new once more. */
const mostRemembered = 200_000

/** Tells of each batch of a file's pages, given in order, the words that no batch before it had in that language. */
export function newWords(): (pages: readonly ExtractedPage[]) => NewWords[] {
  const remembered = new Map<string | null, Set<string>>()

  function knownIn(language: string | null): Set<string> {
    const known = remembered.get(language)
    if (known !== undefined && known.size < mostRemembered) return known
    const none = new Set<string>()
    remembered.set(language, none)
    return none
  }

  return (pages) => {
    const found = new Map<string | null, string[]>()
    for (const { language, words } of pages) {
      const known = knownIn(language)
      const fresh = found.get(language) ?? []
      found.set(language, fresh)
      for (const word of words.split(' ')) {
        if (word === '' || known.has(word)) continue
        known.add(word)
        fresh.push(word)
      }
    }
    return [...found].map(([language, fresh]) => ({ language, words: fresh.join(' ') }))
  }
}
