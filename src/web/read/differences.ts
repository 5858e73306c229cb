import { diffWordsWithSpace } from 'diff'

/** A stretch of one of two texts: in both, only in the older, or only in the newer. */
export type Difference = { kind: 'same' | 'gone' | 'new'; text: string }

/** Long texts that have nothing in common would take minutes. */
const timeout = 500

/**
 * What differs between two texts, word by word: the stretches that are the same or gone are the older text, those that
 * are the same or new the newer one. Texts too different to be held together are given as gone and new as a whole.
 */
export function differencesOf(older: string, newer: string): Difference[] {
  const changes = diffWordsWithSpace(older, newer, { timeout }) ?? [
    { value: older, removed: true, added: false },
    { value: newer, removed: false, added: true },
  ]
  return changes
    .filter(({ value }) => value !== '')
    .map(({ value, added, removed }) => ({ kind: added ? 'new' : removed ? 'gone' : 'same', text: value }))
}

/** How many words are new and gone. */
export function countDifferences(differences: readonly Difference[]): { added: number; removed: number } {
  const wordsOf = (wanted: Difference['kind']) =>
    differences
      .filter(({ kind }) => kind === wanted)
      .reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0)
  return { added: wordsOf('new'), removed: wordsOf('gone') }
}
