/** Words longer than this many UTF-16 units are cut. */
const longestWord = 64

/** Marks sort in quadratic time when a text is normalised, so of a hostile "word" only this much is read. */
const longestRead = 1024

// Written inside a word, but not read: soft hyphen, joiners and direction marks, the primes of transliterated
// soft signs (oblastʹ), the Arabic tatweel.
const unread = /[\u00ad\u200c-\u200f\u2060\ufeff\u02b9\u02ba\u0640]/gu

// U+02BC is the apostrophe of Ukrainian and Breton: it splits words as ' and ’ do.
const readable = /^[[\p{L}\p{N}\p{M}\p{Co}]--[\u02b9\u02ba\u02bc\u0640]]+$/v
const notReadable = /[^[[\p{L}\p{N}\p{M}\p{Co}]--[\u02b9\u02ba\u02bc\u0640]]]/gv

// Combining diacritics of all blocks and variation selectors, Hebrew points, Arabic harakat (hamza and madda stay).
const droppedMark =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u{e0100}-\u{e01ef}\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\ufb1e\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]/u

const cyrillic = /[\u0400-\u052f\u1c80-\u1c8f\ua640-\ua69f]/u
const mark = /\p{M}/u

const foldedLetters: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ı', 'i'],
  ['ς', 'σ'],
])

/** Whether a single character can stand in a word: a letter, number, mark or private-use character. */
export const isReadable = (character: string) => readable.test(character)

/** Whether a single character may stand inside a word without being a part of it, such as a soft hyphen. */
export const isUnread = (character: string) => character.replace(unread, '') === ''

/** A stretch of text without the characters that stand in no word. */
export const readablePart = (text: string) => text.replace(notReadable, '')

/**
 * What a stretch of text is found by: compatibility forms resolved, lower case, without diacritics that people leave
 * out when they type (й, ў, ї and the marks of other scripts stay), composed, at most 64 UTF-16 units; whatever stands
 * in no word is dropped. Empty when nothing is left. Folding a folded word changes nothing.
 */
export function fold(text: string): string {
  let decomposed = ''
  for (const character of readablePart(text.slice(0, longestRead))) decomposed += resolve(character)
  let folded = ''
  let base = ''
  for (const character of decomposed.normalize('NFD').toLowerCase().normalize('NFD')) {
    if (mark.test(character)) {
      if (!isDropped(base, character)) folded += character
    } else {
      base = character
      folded += foldedLetters.get(character) ?? character
    }
  }
  return cut(folded.normalize('NFC'))
}

/** ½ resolves to 1⁄2 and ⑴ to (1): such characters stay as they are, lest 3½ become 312. */
function resolve(character: string): string {
  const resolved = character.normalize('NFKD').replace(unread, '')
  return resolved === '' || readable.test(resolved) ? resolved : character
}

function isDropped(base: string, character: string): boolean {
  if (!droppedMark.test(character)) return false
  if (!cyrillic.test(base) || character < '\u0300' || character > '\u036f') return true
  if (character === '\u0308') return base === 'е'
  // The stress accent, but not that of the Macedonian letters ѓ and ќ.
  if (character === '\u0300' || character === '\u0301') return base !== 'г' && base !== 'к'
  return character === '\u034f'
}

function cut(word: string): string {
  if (word.length <= longestWord) return word
  const splitsPair = (word.charCodeAt(longestWord - 1) & 0xfc00) === 0xd800
  return word.slice(0, splitsPair ? longestWord - 1 : longestWord)
}
