import { readDated } from '../date/dated.ts'
import { civilOfDay, daysInMonth } from '../date/day.ts'
import { earliest, latest } from '../date/span.ts'
import {
  type Cited,
  type CitedDate,
  citationKey,
  locationOf,
  numberOf,
  pageName,
  stateNote,
} from './cited.ts'
import { oneLine, saidDate } from './sentence.ts'

/** A date of CSL-JSON 1.0.2: one day or two ends, `circa` where they are not certain, or words. */
type CslDate = { 'date-parts'?: number[][]; circa?: boolean; literal?: string }

/** One item of CSL-JSON. */
export type CslItem = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly type: string
  readonly title: string
}

const typesByGenre: readonly [RegExp, string][] = [
  [/\b(report|memorandum|memo|survey)\b/, 'report'],
  [/\b(letter|telegram|cable|postcard|e-?mail)\b/, 'personal_communication'],
  [/\b(treaty|protocol|pact|convention)\b/, 'treaty'],
  [/\b(law|statute|decree|ukase)\b/, 'legislation'],
  [/\b(map|plan)\b/, 'map'],
  [/\b(photograph|photo|drawing|poster)\b/, 'graphic'],
  [/\b(newspaper)\b/, 'article-newspaper'],
  [/\b(pamphlet|leaflet|brochure)\b/, 'pamphlet'],
  [/\b(speech|address)\b/, 'speech'],
  [/\b(interview)\b/, 'interview'],
  [/\b(book)\b/, 'book'],
  [/\b(thesis|dissertation)\b/, 'thesis'],
]

/** The type of CSL that a genre comes to; papers of an archive are manuscripts. */
export const cslTypeOf = (genre: string | null): string =>
  typesByGenre.find(([words]) => words.test(genre?.toLowerCase() ?? ''))?.[1] ?? 'manuscript'

/** What is cited as CSL-JSON; what is not known is left out. */
export function cslOf(cited: Cited): CslItem {
  const { title, creators, genre, language, abstract, subjects, holder, collection, address } = cited
  const said: Record<string, unknown> = {
    author: creators.length > 0 ? creators.map((name) => ({ ...name })) : undefined,
    issued: cited.date === null ? undefined : cslDateOf(cited.date),
    genre: genre ?? undefined,
    number: numberOf(cited) ?? undefined,
    archive: holder ?? undefined,
    archive_collection: collection?.title,
    archive_location: locationOf(cited) ?? undefined,
    page: pageName(cited) ?? undefined,
    language: language ?? undefined,
    abstract: abstract ?? undefined,
    keyword: subjects.length > 0 ? subjects.join(', ') : undefined,
    URL: address,
    accessed: { 'date-parts': [cited.describedAt.slice(0, 10).split('-').map(Number)] },
    note: stateNote(cited),
  }
  const known = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
  const key = citationKey(cited)
  return { id: key, 'citation-key': key, type: cslTypeOf(genre), title: oneLine(title), ...known }
}

/** A date with its two ends where it has both, and in words where it is open. */
export function cslDateOf(date: CitedDate): CslDate {
  const read = readDated(date)
  const literal = saidDate({ date })
  if (!read.ok) return { literal }
  const [from, to] = [earliest(read.ranges), latest(read.ranges)]
  if (from === null || to === null) return { literal }
  const parts = endsOf(from, to)
  const isExact = !read.approximate && !read.uncertain && !/[[{X]/.test(read.edtf)
  return { 'date-parts': parts, ...(isExact && date.calendar !== 'unknown' ? {} : { circa: true }) }
}

/** One date where first and last day are those of a day, month or year; else both. */
function endsOf(from: number, to: number): number[][] {
  const [first, last] = [civilOfDay(from), civilOfDay(to)]
  const [start, end] = [first, last].map(({ year, month, day }) => [cslYear(year), month, day])
  if (from === to) return [start ?? []]
  const isWhole = first.day === 1 && last.day === daysInMonth(last.year, last.month)
  const areYears = isWhole && first.month === 1 && last.month === 12
  const kept = areYears ? 1 : isWhole ? 2 : 3
  const ends = [start, end].map((parts) => parts?.slice(0, kept) ?? [])
  return String(ends[0]) === String(ends[1]) ? ends.slice(0, 1) : ends
}

/** CSL has no year 0: −1 is 1 BCE. */
const cslYear = (year: number): number => (year > 0 ? year : year - 1)
