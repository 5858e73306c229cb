import type { Word } from '../../../src/domain/analysis/analyse.ts'

const letters: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ł: 'l', ø: 'o', đ: 'd', ı: 'i', ς: 'σ' }
const unread = '[\\u00ad\\u200c-\\u200f\\u2060\\ufeff\\u02b9\\u02ba\\u0640]'
const letter = '[[\\p{L}\\p{N}\\p{M}\\p{Co}]--[\\u02b9\\u02ba\\u02bc\\u0640]]'
const blanks = '[ \\t\\u00a0]*'
const lineEnd = `(?:[\\-\\u2010\\u00ac]|(?<=\\u00ad${unread}*))${blanks}(?:\\r\\n|[\\r\\n\\u2028])${blanks}`
const capital = '[\\p{Lu}\\p{Lt}]\\p{M}*'
const numeral = '[IVXLCDM\\u0406\\u0425]'
const noMore = '(?![\\p{L}\\p{N}\\p{M}])'
const before = (part: string) => `(?<=(?<!${letter})\\p{M}*${part})${unread}*${lineEnd}`
const capitals = `${before(`(?:${capital}){2,}`)}(?=(?:${capital}){2,}${noMore})`
const numerals = `${before(`${numeral}+`)}${numeral}+${noMore}`
const word = new RegExp(
  `${letter}(?:${unread}*${letter}|(?<!\\p{N}[\\ud800-\\udfff]?)${unread}*${lineEnd}(?=\\p{Ll})${letter}|(?!${numerals})${capitals}${letter})*`,
  'gv',
)
const harakat =
  /[\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]/
const points = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\ufb1e]/
const otherDiacritics =
  /[\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u{e0100}-\u{e01ef}]/u

/** The same promise as `analyse`, kept by one regular expression and one character at a time. */
export function slowly(text: string): Word[] {
  return [...text.matchAll(word)]
    .map((match) => ({ word: folded(match[0]), start: match.index, end: match.index + match[0].length }))
    .filter((found) => found.word !== '')
}

function folded(raw: string): string {
  const readable = new RegExp(`^${letter}+$`, 'v')
  const read = [...raw].filter((c) => readable.test(c))
  const resolved = read.map((c) => {
    const whole = c.normalize('NFKD').replaceAll(new RegExp(unread, 'g'), '')
    return whole === '' || readable.test(whole) ? whole : c
  })
  const lower = [...resolved.join('').normalize('NFD').toLowerCase().normalize('NFD')]
  const kept = lower.filter((c, i) => {
    const base = lower.slice(0, i).findLast((other) => !/\p{M}/u.test(other)) ?? ''
    if (!/[\u0300-\u036f]/.test(c)) return !(harakat.test(c) || points.test(c) || otherDiacritics.test(c))
    if (!/[\u0400-\u052f\u1c80-\u1c8f\ua640-\ua69f]/.test(base)) return false
    if (c === '\u0300' || c === '\u0301') return /[гк]/.test(base)
    return c === '\u0308' ? base !== 'е' : c !== '\u034f'
  })
  const composed = kept
    .map((c) => letters[c] ?? c)
    .join('')
    .normalize('NFC')
  const cut = composed.slice(0, 64)
  return /[\ud800-\udbff]$/.test(cut) && composed.length > 64 ? cut.slice(0, -1) : cut
}
