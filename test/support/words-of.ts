import { unpackWords } from '../../src/domain/page/pack-words.ts'
import type { PlacedWord } from '../../src/domain/page/placed-words.ts'
import type { ExtractedPage } from '../../src/ports/extractor.ts'

/** The words of a page that was read, with their places, packed or not; none where that is not known. */
export function wordsOf(page: ExtractedPage | undefined): readonly PlacedWord[] {
  const placed = page?.placed ?? null
  if (placed === null) return []
  return placed instanceof Uint8Array ? unpackWords(placed).words : placed.words
}
