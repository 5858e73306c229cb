import { boundsOf } from '../date/bounds.ts'
import { readDated } from '../date/dated.ts'
import { type Cited, citationKey, inverted, locationOf, numberOf, pageName, stateNote } from './cited.ts'
import { cslTypeOf } from './csl-of.ts'
import { oneLine, saidDate } from './sentence.ts'

const types: Readonly<Record<string, string>> = {
  report: 'RPRT',
  personal_communication: 'PCOMM',
  legislation: 'STAT',
  map: 'MAP',
  graphic: 'ART',
  'article-newspaper': 'NEWS',
  pamphlet: 'PAMP',
  book: 'BOOK',
  thesis: 'THES',
  manuscript: 'MANSCPT',
}

/** One reference of RIS (2011) in UTF-8 with CRLF: each value on one line, names with the family name first. */
export function risOf(cited: Cited): string {
  const { title, creators, genre, language, abstract, subjects, holder, collection, address } = cited
  const lines: [string, string | null][] = [
    ['TY', types[cslTypeOf(genre)] ?? 'GEN'],
    ['ID', citationKey(cited)],
    ...creators.map((name): [string, string] => ['AU', inverted(name)]),
    ['TI', title],
    ...datesOf(cited),
    ['M3', genre],
    ['M1', numberOf(cited)],
    ['DP', holder],
    ['T2', collection?.title ?? null],
    ['AV', [holder, locationOf(cited)].filter((part) => part !== null).join(', ') || null],
    ['CN', locationOf(cited)],
    ['SP', pageName(cited)],
    ['LA', language],
    ['AB', abstract],
    ...subjects.map((subject): [string, string] => ['KW', subject]),
    ['UR', address],
    ['Y2', cited.describedAt.slice(0, 10).replaceAll('-', '/')],
    ['N1', `${saidDate(cited)}. ${stateNote(cited)}`],
    ['ER', ''],
  ]
  return lines
    .filter(([, value]) => value !== null)
    .map(([tag, value]) => `${tag}  - ${oneLine(value ?? '')}\r\n`)
    .join('')
}

/** The year where all its days lie in one, and the date with what it is in words: 1941/06/07/. */
function datesOf({ date }: Cited): [string, string][] {
  const read = date === null ? null : readDated(date)
  if (date === null || !read?.ok) return []
  const { earliest, latest } = boundsOf(read.ranges)
  const [from, to] = [earliest, latest].map((day) => /^(\d{4})-(\d\d)-(\d\d)$/.exec(day ?? ''))
  const years: [string, string][] = from && from[1] === to?.[1] ? [['PY', from[1] ?? '']] : []
  if (!from || !to) return [...years, ['DA', `///${said(date)}`]]
  const parts = [1, 2, 3].map((at) => (sameUpTo(from, to, at) ? from[at] : ''))
  return [...years, ['DA', `${parts.join('/')}/${earliest === latest ? '' : said(date)}`]]
}

const sameUpTo = (from: RegExpExecArray, to: RegExpExecArray, at: number) =>
  from.slice(1, at + 1).join() === to.slice(1, at + 1).join()

// A slash would begin another part of the date.
const said = (date: NonNullable<Cited['date']>) => saidDate({ date }).replaceAll('/', '-')
