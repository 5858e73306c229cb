import { analyse } from '../../../src/domain/analysis/analyse.ts'
import { stem } from '../../../src/domain/inflection/stem.ts'
import type { Language } from '../../../src/domain/language/language.ts'

/**
 * What a judged list of forms says of a language's stems. `recall` is the mean over its words of the share of pairs of
 * different forms that share a stem; `joined` is the share of pairs of words of which some forms do.
 */
export function judge(forms: string, language: Language): { words: number; recall: number; joined: number } {
  const stems = forms
    .trim()
    .split('\n')
    .map((line) => [...new Set(foldedWords(line))].map((word) => stem(word, language)))
  const recalls = stems.map(sharedPairs)
  let pairs = 0
  let joined = 0
  for (const [index, word] of stems.entries()) {
    for (const other of stems.slice(index + 1)) {
      pairs++
      if (word.some((one) => other.includes(one))) joined++
    }
  }
  return {
    words: stems.length,
    recall: recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length,
    joined: joined / pairs,
  }
}

/** The words of a text as search compares them. */
export const foldedWords = (text: string) => analyse(text, null).map(({ word }) => word)

function sharedPairs(stems: readonly string[]): number {
  if (stems.length < 2) return 1
  const shared = stems.flatMap((one, at) => stems.filter((other, place) => place !== at && other === one))
  return shared.length / (stems.length * (stems.length - 1))
}
