import { readDated } from '../date/dated.ts'
import { daysInMonth } from '../date/day.ts'
import { edtfOfParts, readParts } from './plain-parts.ts'

type Read = { edtf: string; assumed: string | null } | { problem: string }
type Third = 0 | 1 | 2

const thirds: Readonly<Record<string, Third>> = {
  ...{ early: 0, 'beginning of': 0, 'start of': 0, mid: 1, 'middle of': 1, late: 2, 'end of': 2 },
  ...{ anfang: 0, mitte: 1, ende: 2, начало: 0, середина: 1, конец: 2 },
}
const as =
  /^(?:in |at |by )?(?:the )?(early|beginning of|start of|mid|middle of|late|end of|anfang|mitte|ende|начало|середина|конец)[ -](?:in )?(?:the )?(.+)$/u

const names = ['first', 'second', 'last']

/** Reads the beginning, middle or end of a month, year, decade or century as its first, second or last third; null for else. */
export function readThird(plain: string): Read | null {
  const [, word = '', of = ''] = as.exec(plain) ?? []
  const third = Object.hasOwn(thirds, word) ? thirds[word] : undefined
  if (third === undefined) return null
  const span = yearsOf(of)
  const said = (what: string) => `read as the ${names[third]} third of the ${what}`
  if (span) {
    const [from, to] = [splitOf(span, third), splitOf(span, third + 1)]
    return { edtf: `[${four(from)}..${four(to - 1)}]`, assumed: said(span.what) }
  }
  const read = readParts(of)
  if ('problem' in read) return read
  if (read.year === null || read.day !== null) return { problem: `“${of}” is no month, year or century.` }
  if (read.month === null) return { edtf: `${edtfOfParts(read)}-${37 + third}`, assumed: said('year') }
  const month = edtfOfParts(read)
  const checked = readDated({ edtf: month })
  if (!checked.ok) return { problem: checked.message }
  const last = third < 2 ? `${third + 1}0` : daysInMonth(read.year, read.month)
  return { edtf: `[${month}-${third}1..${month}-${last}]`, assumed: said('month') }
}

type Years = { from: number; years: number; what: string }

function yearsOf(text: string): Years | null {
  const decade = /^(\d{3})0['’]?s$/.exec(text)
  if (decade) return { from: Number(decade[1]) * 10, years: 10, what: 'decade' }
  const century = /^(\d{1,2})(?:st|nd|rd|th) c(?:entury|ent\.|\.)$/.exec(text)
  return century && Number(century[1]) > 0
    ? { from: Number(century[1]) * 100 - 99, years: 100, what: 'century' }
    : null
}

const splitOf = ({ from, years }: Years, third: number) => from + Math.round((years * third) / 3)

const four = (year: number) => String(year).padStart(4, '0')
