import { boundsOf } from '../date/bounds.ts'
import { readDated } from '../date/dated.ts'
import { type Cited, citationKey, inverted, locationOf, numberOf, pageName, stateNote } from './cited.ts'
import { cslTypeOf } from './csl-of.ts'
import { oneLine, saidDate } from './sentence.ts'

const entryTypes: Readonly<Record<string, string>> = {
  report: 'report',
  book: 'book',
  thesis: 'thesis',
  pamphlet: 'booklet',
  manuscript: 'unpublished',
}

/**
 * One entry of BibTeX in UTF-8, with the fields of biblatex. What LaTeX would take for a command is escaped, and braces
 * inside a value are written as commands, for BibTeX counts them even where they are escaped.
 */
export function bibtexOf(cited: Cited): string {
  const { title, creators, genre, language, abstract, subjects, holder, collection, address } = cited
  const fields: [string, string | null][] = [
    [
      'author',
      creators.length > 0 ? creators.map((name) => authorOf(inverted(name), name)).join(' and ') : null,
    ],
    ['title', `{${escapeLatex(title)}}`],
    ...datesOf(cited),
    ['type', genre && escapeLatex(genre)],
    ['number', textOr(numberOf(cited))],
    [
      'howpublished',
      textOr([holder, collection?.title, locationOf(cited)].filter((part) => part != null).join(', ')),
    ],
    ['library', textOr(holder)],
    ['pages', textOr(pageName(cited))],
    ['langid', textOr(language)],
    ['abstract', textOr(abstract)],
    ['keywords', textOr(subjects.join(', '))],
    ['url', encodeURI(decodeAddress(address)).replace(/[{}\\]/g, encodeURIComponent)],
    ['urldate', cited.describedAt.slice(0, 10)],
    ['note', escapeLatex(`${saidDate(cited)}. ${stateNote(cited)}`)],
  ]
  const lines = fields.filter(([, value]) => value !== null).map(([name, value]) => `  ${name} = {${value}}`)
  const type = entryTypes[cslTypeOf(genre)] ?? 'misc'
  return `@${type}{${citationKey(cited)},\n${lines.join(',\n')}\n}\n`
}

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
}

/** A text as LaTeX prints it, on one line. */
export const escapeLatex = (text: string): string =>
  oneLine(text).replace(/[\\{}^~#$%&_]/g, (character) => commands[character] ?? `\\${character}`)

const textOr = (text: string | null): string | null => (text ? escapeLatex(text) : null)

/** A name that is known as one is kept whole by braces; else a comma or an "and" in it would divide it. */
const authorOf = (text: string, name: Cited['creators'][number]): string =>
  'literal' in name ? `{${escapeLatex(text)}}` : escapeLatex(text)

/** What biblatex reads as a date: a day, month or year, or an interval; words otherwise. */
function datesOf({ date }: Cited): [string, string][] {
  const read = date === null ? null : readDated(date)
  if (!read?.ok) return []
  const isPlain = date?.calendar !== 'julian' && date?.calendar !== 'unknown'
  if (isPlain && /^\d{4}(-\d\d(-\d\d)?)?[?~%]?$/.test(read.edtf)) {
    return [
      ['date', read.edtf],
      ['year', read.edtf.slice(0, 4)],
    ]
  }
  const { earliest, latest } = boundsOf(read.ranges)
  if (earliest === null && latest === null) return []
  const year = earliest?.slice(0, -6)
  const isOneYear = year !== undefined && latest?.slice(0, -6) === year
  const interval: [string, string] = ['date', `${earliest ?? '..'}/${latest ?? '..'}`]
  return isOneYear && year !== undefined ? [interval, ['year', year]] : [interval]
}

function decodeAddress(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
