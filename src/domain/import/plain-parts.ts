import { monthOf, romanMonth } from './month-names.ts'

/** What a day, month or year is called by: parts that are not said are null. A year is astronomical: 0 is 1 BCE. */
export type Parts = { year: number | null; month: number | null; day: number | null }
export type PartsRead = (Parts & { assumed: string | null }) | { problem: string }

const fillers = new Set([
  ...[
    'the',
    'of',
    'on',
    'in',
    'day',
    'year',
    'den',
    'dem',
    'am',
    'im',
    'der',
    'vom',
    'd',
    'm',
    'г',
    'гг',
    'год',
    'года',
    'году',
  ],
  ...['mėn', 'metai', 'metų', 'diena', 'dieną', 'gada', 'gads', 'aasta', 'aastal', 'ad', 'ce', 'н', 'э'],
])

/**
 * Reads a day, month or year as people write it: names of months in six languages, digits in any order that is not
 * ambiguous. What could be two dates is a problem, never a guess.
 */
export function readParts(text: string): PartsRead {
  return readDigits(text) ?? readWords(text)
}

function readDigits(text: string): PartsRead | null {
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(text)
  if (compact) return whole(compact.slice(1), 'read as year, month, day')
  const yearFirst = /^(\d{4})\s?[-./]\s?(\d{1,2})(?:\s?[-./]\s?(\d{1,2}))?\.?$/.exec(text)
  if (yearFirst) return whole(yearFirst.slice(1), null)
  const monthYear = /^(\d{1,2})[./-](\d{4})$/.exec(text)
  if (monthYear) return whole([monthYear[2], monthYear[1]], null)
  const noYear = /^(\d{1,2})\.\s?(\d{1,2}|[ivx]+)\.$/.exec(text)
  const monthNamed = Number(noYear?.[2]) || romanMonth(noYear?.[2] ?? '')
  if (noYear && monthNamed)
    return { year: null, month: monthNamed, day: Number(noYear[1]), assumed: 'read as day and month' }
  const yearLast = /^(\d{1,2})\s?([-./])\s?(\d{1,2})\s?[-./]\s?(\d{2,4})$/.exec(text)
  if (!yearLast) return null
  const [, first = '', separator, second = '', year = ''] = yearLast
  if (year.length < 4)
    return { problem: `“${text}” leaves the century open: write the year with four digits.` }
  if (Number(first) > 12 || first === second) return whole([year, second, first], null)
  if (Number(second) > 12) return whole([year, first, second], null)
  if (separator === '.') return whole([year, second, first], 'read as day, month, year')
  const [one, other] = [`${year}-${two(second)}-${two(first)}`, `${year}-${two(first)}-${two(second)}`]
  return { problem: `“${text}” may be ${one} or ${other}: write the one that is meant.` }
}

function whole([year, month, day]: readonly (string | undefined)[], assumed: string | null): PartsRead {
  const number = (part: string | undefined) => (part === undefined ? null : Number(part))
  return { year: number(year), month: number(month), day: number(day), assumed }
}

const two = (digits: string) => digits.padStart(2, '0')

function readWords(text: string): PartsRead {
  const isBefore = /\s(bce?|b\. ?c\. ?(e\.)?)$/.test(text)
  const bare = text.replace(/\s(bce?|b\. ?c\. ?(e\.)?)$/, '')
  const words = bare.split(/[\s,.]+/).filter((word) => word !== '')
  const parts: Parts = { year: null, month: null, day: null }
  const hasDay = words.some((word) => /^\d/.test(word))
  const unread = (word: string) => ({ problem: `“${word}” in “${text}” cannot be read as part of a date.` })
  for (const [at, word] of words.entries()) {
    const digits = /^(\d+)(?:st|nd|rd|th|-?го|-е)?$/.exec(word)?.[1]
    const month = monthOf(word) ?? (at > 0 && at < words.length - 1 && hasDay ? romanMonth(word) : null)
    if (digits !== undefined && /^\d{1,2}$/.test(digits) && !(isBefore && at === words.length - 1)) {
      if (parts.day !== null) return unread(word)
      parts.day = Number(digits)
    } else if (digits !== undefined && digits.length <= 4) {
      if (parts.year !== null) return unread(word)
      parts.year = isBefore ? 1 - Number(digits) : Number(digits)
    } else if (month !== null) {
      if (parts.month !== null) return unread(word)
      parts.month = month
    } else if (!fillers.has(word)) return unread(word)
  }
  if (parts.year === null && parts.month === null) return { problem: `“${text}” names no year and no month.` }
  if (parts.day !== null && parts.month === null) return { problem: `“${text}” has a day without a month.` }
  return { ...parts, assumed: null }
}

/** Parts as EDTF; without a year the year is unknown. */
export function edtfOfParts({ year, month, day }: Parts): string {
  const digits = year === null ? 'XXXX' : `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
  const rest = [month, day].filter((part) => part !== null).map((part) => two(String(part)))
  return [digits, ...rest].join('-')
}
