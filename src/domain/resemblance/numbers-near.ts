import { endsInNumberSign } from './number-key.ts'

/** A number in the heading of a text, and the line in which it stands. */
export type HeadingNumber = { number: string; line: string }

const mostCharacters = 1_500
const mostLines = 12
const mostNumbers = 20
const longestLine = 200

const numeral = /[\p{L}\p{N}](?:[\p{L}\p{N}/.\-–]*[\p{L}\p{N}])?/gu

/**
 * The numbers near the beginning of a text by which it may be known, as written: those with a sign before them (№ 7),
 * and those of four or more signs with a digit that are no year, no day and no quantity of three digits.
 */
export function numbersNear(text: string): HeadingNumber[] {
  const found = new Map<string, HeadingNumber>()
  for (const line of text.slice(0, mostCharacters).split('\n', mostLines)) {
    for (const { 0: number, index } of line.matchAll(numeral)) {
      if (!/\d/.test(number) || number.length > 100) continue
      if (!endsInNumberSign(line.slice(0, index)) && !isTelling(number)) continue
      if (!found.has(number)) found.set(number, { number, line: line.trim().slice(0, longestLine) })
      if (found.size === mostNumbers) return [...found.values()]
    }
  }
  return [...found.values()]
}

const isTelling = (number: string): boolean =>
  number.length >= 4 && !/^(1\d|20)\d\d$/.test(number) && !/^\d+([.\-–/]\d+){1,2}$/.test(number)
