import { toLatin } from './to-latin.ts'
import { toRussian } from './to-russian.ts'

/** More are not worth their look-ups. */
const usualMost = 60

/**
 * How a word, as someone wrote it, may stand in the other script: a Russian word in Latin letters, a word in Latin
 * letters in Russian ones. Folded as `analyse` folds, the likeliest first, each once, at most so many. The schemes are
 * those of `schemes.ts`, read either way. Nothing for words of one or two letters or more than 32, with digits, of other or
 * mixed scripts.
 */
export function inOtherScript(written: string, most: number = usualMost): readonly string[] {
  const word = written.toLowerCase().normalize('NFC').replace(unread, '')
  if (russian.test(word)) return toLatin(word).slice(0, most)
  if (latin.test(word)) return toRussian(word, most)
  return []
}

// Stress accents, ties over letters, soft hyphens, and what stands for a soft sign.
const unread = /[\u0300\u0301\u0361\ufe20\ufe21\u00ad\u02b9\u02ba\u2019']/gu
const russian = /^[а-яё]{3,32}$/u
const latin = /^\p{Script=Latin}{3,32}$/u
