import { type Dated, readDated } from './dated.ts'
import { civilOfDay } from './day.ts'
import { saySomeDay } from './say-days.ts'
import { earliest, latest, type Range } from './span.ts'
import type { DateWording, Named } from './wording.ts'

/**
 * A date as it was written, for people: "about 1941", "an unknown day in 1941", "25 October (7 November) 1917". What is
 * not EDTF is given back as it is.
 */
export function sayDate(dated: Dated, wording: DateWording): string {
  const reading = readDated(dated)
  if (!reading.ok) return dated.edtf.trim() || wording.notKnown
  const bare = reading.edtf.replace(/[?~%]/g, '')
  if (dated.calendar === 'julian' && /^-?\d{4}-\d\d-\d\d$/.test(bare)) {
    const day = reading.ranges[0]?.from ?? 0
    const [year = 0, month = 1, ofMonth = 1] = numbersOf(bare)
    return qualified(
      reading.edtf,
      wording.oldStyleDay({ year, month, day: ofMonth }, civilOfDay(day)),
      wording,
    )
  }
  const said = sayWhole(reading.edtf, reading.ranges, wording)
  if (dated.calendar === 'julian') return wording.oldStyle(said)
  return dated.calendar === 'unknown' ? wording.eitherStyle(said) : said
}

function sayWhole(edtf: string, ranges: readonly Range[], wording: DateWording): string {
  const inside = /^[[{](.+)[\]}]$/.exec(edtf)?.[1]
  if (inside !== undefined) {
    const members = inside.split(',').map((member) => sayMember(member, wording))
    return edtf.startsWith('[') ? wording.or(members) : wording.and(members)
  }
  const [from = '', to] = edtf.split('/')
  if (to === undefined) return saySingle(edtf, ranges, wording)
  return sayBetween(from, to, wording, wording.lasting) ?? wording.and([from, to])
}

function sayMember(member: string, wording: DateWording): string {
  const [from = '', to] = member.split('..')
  if (to === undefined) return sayAlone(member, wording)
  return sayBetween(from, to, wording, wording.someDay) ?? wording.or([from, to])
}

/** Two plain ends as the language joins them; ends that are qualified or seasons are said one by one. */
function sayBetween(
  from: string,
  to: string,
  wording: DateWording,
  join: DateWording['lasting'],
): string | undefined {
  const [first, last] = [from, to].map((end) => (end === '' || end === '..' ? null : namedOf(end)))
  if (first === undefined || last === undefined)
    return wording.and(
      [from, to].map((end) => (/^(\.\.)?$/.test(end) ? wording.notKnown : sayAlone(end, wording))),
    )
  if (first === null && last === null) return wording.anyDay
  return first !== null && from === to ? wording.named(first) : join(first, last)
}

function sayAlone(text: string, wording: DateWording): string {
  const reading = readDated({ edtf: text })
  return reading.ok ? saySingle(text, reading.ranges, wording) : text
}

function saySingle(text: string, ranges: readonly Range[], wording: DateWording): string {
  return qualified(text, sayBare(text.replace(/[?~%]/g, ''), ranges, wording), wording)
}

function sayBare(bare: string, ranges: readonly Range[], wording: DateWording): string {
  const named = namedOf(bare.replace(/T.*$/, ''))
  if (named !== undefined) return wording.named(named)
  const [, yearText = '', monthText, dayText] =
    /^(-?[\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?$/.exec(bare) ?? []
  const [year, month, day] = [yearText, monthText, dayText].map(Number)
  const known = (number: number | undefined): number is number =>
    number !== undefined && !Number.isNaN(number)
  if (yearText === 'XXXX' && known(month)) return wording.unknownYear(month, known(day) ? day : null)
  if (known(year) && monthText === 'XX') {
    if (dayText === undefined) return wording.unknownMonth(year)
    if (dayText === 'XX') return wording.unknownDay({ year })
  }
  if (known(year) && known(month) && dayText === 'XX') return wording.unknownDay({ year, month })
  if (known(year) && known(month) && month > 12) return wording.partOfYear(month, year)
  if (/^\d{3}X$/.test(bare)) return wording.decade(Number(bare.replace('X', '0')))
  const isScattered = ranges.length > 3
  return saySomeDay(isScattered ? [{ from: earliest(ranges), to: latest(ranges) }] : ranges, wording)
}

/** A plain year, month or day; undefined for anything else. */
function namedOf(text: string): Named | undefined {
  if (!/^-?\d{4}(-(0\d|1[0-2])(-\d\d)?)?$/.test(text)) return undefined
  const [year = 0, month, day] = numbersOf(text)
  return { year, month, day }
}

function numbersOf(text: string): number[] {
  const [, sign, ...parts] = /^(-?)(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text) ?? []
  const [year = 0, ...rest] = parts.filter((part) => part !== undefined).map(Number)
  return [sign === '-' ? -year : year, ...rest]
}

function qualified(text: string, said: string, wording: DateWording): string {
  const approximate = /[~%]/.test(text) ? wording.about(said) : said
  return /[?%]/.test(text) ? wording.perhaps(approximate) : approximate
}
