/** What stands before a number to say that it is one. */
const signWords = ['number', 'no', 'nr', 'num', 'номер', 'numeris', 'numurs', 'nummer']
/** Beside these, what identifiers that are numbers of papers are called. */
const schemeWords = new Set([...signWords, 'order', 'registry', 'register'])

const sign = new RegExp(`(?:[№#]|(?<!\\p{L})(?:${signWords.join('|')})(?!\\p{L})\\.?)\\s*`, 'iu')
const signAtEnd = new RegExp(`${sign.source}$`, 'iu')
const numeral = /[\p{L}\p{N}](?:[\p{L}\p{N}/.-]*[\p{L}\p{N}])?/gu
const dashes = /[\u2010-\u2015\u2212]/g
/** Cyrillic small letters that look like Latin ones. */
const twins: Readonly<Record<string, string>> = {
  ...{ а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', к: 'k', м: 'm', т: 't', в: 'b', н: 'h' },
}

/** Whether identifiers of a scheme are numbers that a paper bears on its face, such as an order's; shelfmarks are not. */
export const isNumberLike = (scheme: unknown): boolean =>
  typeof scheme === 'string' &&
  scheme
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => schemeWords.has(word))

/** Whether a text ends in a sign that a number follows: №, #, No., Nr., номер … */
export const endsInNumberSign = (text: string): boolean => signAtEnd.test(text)

/**
 * A number as it is compared: “№ 001223”, “Order No. 001223” and “001223” are one, as are “12 / 34–с” and “12/34-c”. Of
 * several numbers it is the one behind the sign, or all that is written; null where there is no digit.
 */
export function numberKey(written: string): string | null {
  const text = written
    .normalize('NFKC')
    .replace(dashes, '-')
    .replace(/\s*([/-])\s*/g, '$1')
  const from = sign.exec(text)
  const rest = from ? text.slice(from.index + from[0].length) : text
  const numbers = [...rest.matchAll(numeral)].map(([number]) => number).filter((number) => /\d/.test(number))
  const [first] = numbers
  if (first === undefined) return null
  const number = from || numbers.length === 1 ? first : rest.replace(/\s+/g, ' ').trim()
  return number.toLowerCase().replace(/[а-х]/g, (letter) => twins[letter] ?? letter)
}
