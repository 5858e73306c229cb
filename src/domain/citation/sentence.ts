import { civilOfDay } from '../date/day.ts'
import { readEdtf } from '../date/edtf.ts'
import { english } from '../date/english.ts'
import { sayDate } from '../date/say-date.ts'
import { type Cited, locationOf, pageName, shortHash, spoken } from './cited.ts'

/**
 * A citation for people, as archives write it: who, what, when; where it is kept; the page; the address; and which
 * state of knowledge this is. No line breaks.
 */
export function sentenceOf(cited: Cited): string {
  const { creators, title, collection, holder, address, describedAt, claimsHash } = cited
  const who = creators.length > 0 ? english.and(creators.map(spoken)) : null
  const what = [who, `“${title}”`, saidDate(cited)].filter((part) => part !== null).join(', ')
  const page = pageName(cited)
  const where = [holder, collection?.title, locationOf(cited), page && `p. ${page}`]
    .filter((part) => part != null)
    .join(', ')
  const state = `as described on ${dayOf(describedAt)}, state ${shortHash(claimsHash)}`
  const said = [what, where].filter((part) => part !== '').map(closed)
  return oneLine([...said, `${address} (${state}).`].join(' '))
}

/** The date in words; what has none is called undated. */
export const saidDate = ({ date }: Pick<Cited, 'date'>): string =>
  date === null ? 'undated' : sayDate(date, english)

/** A text on one line. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()

function dayOf(time: string): string {
  const read = readEdtf(time.slice(0, 10))
  return english.named(civilOfDay(read.ok ? (read.ranges[0]?.from ?? 0) : 0))
}

const closed = (sentence: string): string => (/[.?!…]$/.test(sentence) ? sentence : `${sentence}.`)
