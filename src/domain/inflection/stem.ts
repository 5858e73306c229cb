import type { Language } from '../language/language.ts'
import { stemEnglish } from './english.ts'
import { stemEstonian } from './estonian.ts'
import { stemGerman } from './german.ts'
import { stemLatvian } from './latvian.ts'
import { stemLithuanian } from './lithuanian.ts'
import { stemRussian } from './russian.ts'

/** Changes whenever a word may get another stem: a table of stems made with another version must be made again. */
export const inflectionVersion = 2

const stemmers: Readonly<Record<Language, (word: string) => string>> = {
  en: stemEnglish,
  ru: stemRussian,
  lt: stemLithuanian,
  lv: stemLatvian,
  et: stemEstonian,
  de: stemGerman,
}

/**
 * What the inflected forms of a word have in common, for comparison alone: it is no word. `word` is folded, as `analyse`
 * gives it. Never empty; a word with a digit, or in a script that the language is not written in, is its own stem.
 */
export function stem(word: string, language: Language): string {
  const letters = language === 'ru' ? cyrillic : latin
  return letters.test(word) ? stemmers[language](word) : word
}

/** A word of two letters or more and its stem begin with the same one, but for went. */
export const mayHaveStem = (word: string, stem: string): boolean =>
  word.charCodeAt(0) === stem.charCodeAt(0) || word.length === 1 || word === 'went'

const cyrillic = /^[а-яё]+$/
const latin = /^[a-z]+$/
