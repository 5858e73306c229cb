import { readDated } from '../date/dated.ts'
import { isoOfDay } from '../date/day.ts'
import { earliest, latest } from '../date/span.ts'
import { monthOf } from './month-names.ts'
import { edtfOfParts, type Parts, readParts } from './plain-parts.ts'
import { readNamedSpan } from './plain-spans.ts'
import { readThird } from './plain-third.ts'

/** A date that was read: as EDTF in a calendar, and what was assumed to read it so; null where nothing was. */
export type PlainDate = {
  readonly edtf: string
  readonly calendar: 'gregorian' | 'julian' | 'unknown'
  readonly assumed: string | null
}

/** `undated`: the text says that there is no date. `problem`: a sentence that says why it cannot be read. */
export type PlainReading = PlainDate | { readonly undated: true } | { readonly problem: string }

type Found = { readonly edtf: string; readonly assumed: string | null }
type Read = Found | { readonly problem: string }

const mostCharacters = 200
const none =
  /^(n\.? ?d\.?|s\.? ?d\.?|o\.? ?d\.?|no date|undated|not dated|without date|b\.? ?d\.?|be datos|nedatuota|б\.? ?д\.?|без даты|ohne datum|undatiert|bez datuma|dateerimata)$/u
const about =
  /^(?:on or about|ca\.?|c\.|circa|about|around|approx(?:imately|\.)?|um|gegen|etwa|около|ок\.|примерно|apie|ap\.|apytiksliai|ap|umbes)\s+|^c(?=\d)|^~/u
const perhaps =
  /^(?:perhaps|probably|possibly|presumably|maybe|wohl|vermutlich|вероятно|возможно|tikriausiai|galbūt)\s+/u

/**
 * Reads a date as people write it in catalogues (EDTF too), in English and with the names of months in six languages;
 * never throws and never guesses in silence: what was assumed is said, and what could be two dates is a problem. `told` is
 * the calendar of what names none.
 */
export function readPlainDate(text: string, told: PlainDate['calendar'] = 'gregorian'): PlainReading {
  const given = text.trim()
  if (given === '') return { problem: 'The date is empty.' }
  if (given.length > mostCharacters)
    return { problem: `The date has ${given.length} characters, at most ${mostCharacters} are read.` }
  const plain = given
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/ ?\(\?\)$/, '?')
  if (none.test(plain)) return { undated: true }
  const [said, named] = calendarOf(plain)
  const calendar = named ?? told
  const edtf = named === null || named === 'gregorian' ? asEdtf(given, calendar) : null
  const read = edtf ?? readQualified(said)
  if ('problem' in read) return read
  const checked = readDated({ edtf: read.edtf, calendar })
  if (!checked.ok) return { problem: `“${given}” is no date that there is: ${checked.message}` }
  return { edtf: checked.edtf, calendar, assumed: read.assumed }
}

function calendarOf(plain: string): [string, PlainDate['calendar'] | null] {
  // 25 october 1917 o.s., 7 november 1917, new style
  const bare = /^(.*\d),? (?:\(?(?:n\. ?s\.|ns|new style)\)?|(o\. ?s\.|os|old style|ст\. ?ст\.))$/u.exec(
    plain,
  )
  if (bare) return [bare[1] ?? '', bare[2] === undefined ? 'gregorian' : 'julian']
  const marked = /^(.*?) ?\((old style|o\. ?s\.|old or new style)\)(.*)$/u.exec(plain)
  if (marked) {
    const [, before = '', style = '', after = ''] = marked
    return [`${before}${after}`.trim(), style.includes('or') ? 'unknown' : 'julian']
  }
  // 25 october (7 november) 1917, 2 (15) march 1917, 20 december 1899 (1 january 1900)
  const double =
    /^((?:perhaps |about )*\d{1,2}(?: \p{L}+)?) \(\d{1,2}(?: \p{L}+)?\)( .*)$|^(.+ \d{3,4}) \(\d{1,2} \p{L}+ \d{3,4}\)$/u.exec(
      plain,
    )
  if (double) return [double[3] ?? `${double[1]}${double[2]}`, 'julian']
  return [plain, null]
}

/** What is EDTF already; where catalogues write years like that, too, it is said or asked. */
function asEdtf(given: string, calendar: PlainDate['calendar']): Read | null {
  const supplied = /^\[([^,[\]]*[^.,[\]])\]$/.exec(given)?.[1]
  if (supplied !== undefined && !supplied.includes('..')) {
    const inside = readPlainDate(supplied)
    if (!('edtf' in inside)) return 'problem' in inside ? inside : null
    const says = 'in brackets, so supplied by who described it'
    return { edtf: inside.edtf, assumed: [says, inside.assumed].filter((part) => part !== null).join('; ') }
  }
  const pair = /^(\d\d)(\d\d)-(\d\d)$/.exec(given)
  if (pair && Number(pair[3]) > Number(pair[2])) {
    const [, century, from, to] = pair
    if (Number(to) <= 12)
      return { edtf: given, assumed: `read as a month, not as ${century}${from} to ${century}${to}` }
    return {
      edtf: `${century}${from}/${century}${to}`,
      assumed: `read as the years ${century}${from} to ${century}${to}`,
    }
  }
  // EDTF writes a century so, and nobody else does.
  if (/^\d\d[?~%]?$/.test(given))
    return { problem: `“${given}” names no year and no month: for a century write ${given.slice(0, 2)}XX.` }
  const read = readDated({ edtf: given, calendar })
  return read.ok ? { edtf: read.edtf, assumed: null } : null
}

function readQualified(plain: string): Read {
  if (perhaps.test(plain)) return qualified(readQualified(plain.replace(perhaps, '')), '?')
  if (about.test(plain)) return qualified(readQualified(plain.replace(about, '')), '~')
  if (/\?$/.test(plain)) return qualified(readQualified(plain.slice(0, -1).trim()), '?')
  return readSeveral(plain)
}

/** Only single dates and the ends of intervals bear a qualifier. */
function qualified(read: Read, sign: '?' | '~'): Read {
  if ('problem' in read) return read
  if (/[[{]/.test(read.edtf))
    return { problem: 'A set of dates cannot be uncertain or approximate as a whole: say which.' }
  const sign2 = (end: string) =>
    end === '' || end === '..'
      ? end
      : /[?~]$/.test(end)
        ? `${end.slice(0, -1)}${end.endsWith(sign) ? sign : '%'}`
        : `${end}${sign}`
  return { ...read, edtf: read.edtf.split('/').map(sign2).join('/') }
}

function readSeveral(plain: string): Read {
  const span = readNamedSpan(plain) ?? readThird(plain)
  if (span) return span
  const open = /or (?:later|after|earlier|before)$/.test(plain) ? readOpen(plain) : null
  if (open) return open
  const alternatives = listed(plain, 'or')
  if (alternatives) return joined(alternatives, '[', ']')
  const between = readBetween(plain)
  if (between) return between
  const all = listed(plain, 'and')
  if (all) return joined(all, '{', '}')
  return readOpen(plain) ?? readLasting(plain) ?? readOne(plain)
}

function listed(plain: string, word: 'or' | 'and'): string[] | null {
  const parts = plain.split(new RegExp(` ${word} (?!after |before )`))
  if (word === 'and' && plain.includes('between ')) return null
  if (parts.length < 2) return null
  const [first = '', ...rest] = parts
  return completed([...first.split(/, (?!\d{3,4}$)/), ...rest])
}

/** 3 or 4 june 1941, june or july 1941: what the last says holds for those before it that leave it out. */
function completed(members: readonly string[]): string[] {
  const [, month = '', year = ''] = /^(?:\d{1,2}\.? )?(\p{L}+)\.? (\d{4})$/u.exec(members.at(-1) ?? '') ?? []
  if (year === '' || monthOf(month) === null) return [...members]
  return members.map((member) => {
    if (/^\d{1,2}\.?$/.test(member)) return `${member} ${month} ${year}`
    return /^(?:\d{1,2}\.? )?\p{L}+\.?$/u.test(member) ? `${member} ${year}` : member
  })
}

/** The members of a set, without the signs around sets within. */
function joined(members: readonly string[], open: string, close: string): Read {
  const read = members.map(readSeveral)
  const wrong = read.find((member) => 'problem' in member)
  if (wrong) return wrong
  const found = read.filter((member) => 'edtf' in member)
  const inside = found.map(({ edtf }) => edtf.replace(/^[[{](.*)[\]}]$/, '$1').replace('/', '..'))
  return { edtf: `${open}${inside.join(',')}${close}`, assumed: assumedOf(found) }
}

function readBetween(plain: string): Read | null {
  const [, from = '', to = ''] =
    /^(?:(?:on )?(?:some|any|one) (?:day|time) |sometime )?between (.+?) and (.+)$/.exec(plain) ??
    /^(?:irgendwann )?zwischen (?:dem )?(.+?) und (?:dem )?(.+)$/.exec(plain) ??
    /^между (.+?) и (.+)$/.exec(plain) ??
    /^tarp (.+?) ir (.+)$/.exec(plain) ??
    []
  return from === '' ? null : ends(from, to, (a, b) => `[${a}..${b}]`)
}

function readLasting(plain: string): Read | null {
  const [, from = '', to = ''] =
    /^from (.+?) (?:to|until|till) (.+)$/.exec(plain) ??
    /^(?:vom|von) (.+?) bis (?:zum )?(.+)$/.exec(plain) ??
    /^[сc] (.+?) по (.+)$/.exec(plain) ??
    /^nuo (.+?) iki (.+)$/.exec(plain) ??
    /^(.+?) ?[–—] ?(.+)$/.exec(plain) ??
    /^(.+?) (?:-|to) (.+)$/.exec(plain) ??
    /^(\d{4})-(\d{4})$/.exec(plain) ??
    /^(\d{4})\/(\d\d)$/.exec(plain) ??
    []
  if (from === '') return null
  const short = /^\d\d$/.test(to) && /^\d{4}$/.test(from) ? `${from.slice(0, 2)}${to}` : to
  const read = ends(from, short, (a, b) => `${a}/${b}`)
  return 'problem' in read
    ? read
    : { ...read, assumed: assumedOf([read, { edtf: '', assumed: 'read as a time that lasted' }]) }
}

function readOpen(plain: string): Read | null {
  const rules: readonly [RegExp, (parts: Parts) => string][] = [
    [/^from (.+) on(?:wards)?$|^since (.+)$|^seit (.+)$/, (parts) => `${edtfOfParts(parts)}/..`],
    [/^until (.+)$|^till (.+)$/, (parts) => `../${edtfOfParts(parts)}`],
    [
      /^(?:on|in) or after (.+)$|^not before (.+)$|^nicht vor (.+)$|^(.+) or (?:later|after)$/,
      (parts) => `[${edtfOfParts(parts)}..]`,
    ],
    [
      /^(?:on|in) or before (.+)$|^not after (.+)$|^by (.+)$|^no later than (.+)$|^(.+) or (?:earlier|before)$/,
      (parts) => `[..${edtfOfParts(parts)}]`,
    ],
    [/^before (.+)$|^vor (?:dem )?(.+)$|^до (.+)$|^prieš (.+)$/, (parts) => `[..${beside(parts, -1)}]`],
    [/^after (.+)$|^nach (?:dem )?(.+)$|^после (.+)$|^po (.+)$/, (parts) => `[${beside(parts, 1)}..]`],
  ]
  for (const [as, write] of rules) {
    const found = as.exec(plain)
    const inside = found?.slice(1).find((part) => part !== undefined)
    if (inside === undefined) continue
    const read = readParts(inside)
    if ('problem' in read) return read
    if (read.year === null) return { problem: `“${inside}” names no year.` }
    const checked = readDated({ edtf: edtfOfParts(read) })
    if (!checked.ok) return { problem: checked.message }
    return { edtf: write(read), assumed: read.assumed }
  }
  return null
}

/** The day, month or year before or after one. */
function beside(parts: Parts, step: 1 | -1): string {
  const { year, month, day } = parts
  if (day !== null || month === null) {
    if (day === null) return edtfOfParts({ ...parts, year: (year ?? 0) + step })
    const { ranges } = ranged(parts)
    return isoOfDay((earliest(ranges) ?? 0) + step)
  }
  const next = month + step
  const isOver = next < 1 || next > 12
  return edtfOfParts({
    year: (year ?? 0) + (isOver ? step : 0),
    month: isOver ? 13 - month : next,
    day: null,
  })
}

function ranged(parts: Parts) {
  const read = readDated({ edtf: edtfOfParts(parts) })
  return { ranges: read.ok ? read.ranges : [] }
}

/** Two ends, of which the first may leave out what the second says. */
function ends(from: string, to: string, write: (from: string, to: string) => string): Read {
  const last = readEnd(to)
  if ('problem' in last) return last
  const isDayOnly = /^\d{1,2}\.?$/.test(from)
  const first = isDayOnly
    ? { year: null, month: last.month, day: Number.parseInt(from, 10), sign: '', assumed: null }
    : readEnd(from)
  if ('problem' in first) return first
  const whole = { ...first, year: first.year ?? last.year }
  if (whole.year === null || last.year === null) return { problem: `“${from}” to “${to}” names no year.` }
  const [a, b] = [`${edtfOfParts(whole)}${first.sign}`, `${edtfOfParts(last)}${last.sign}`]
  const checked = readDated({ edtf: `${a}/${b}` })
  if (!checked.ok) return { problem: checked.message }
  if (latest(checked.ranges) === null) return { problem: `“${to}” has no end.` }
  return { edtf: write(a, b), assumed: assumedOf([first, last]) }
}

function readEnd(text: string): (Parts & { assumed: string | null; sign: string }) | { problem: string } {
  const isAbout = about.test(text)
  const isPerhaps = perhaps.test(text) || text.endsWith('?')
  const read = readParts(text.replace(perhaps, '').replace(about, '').replace(/\?$/, '').trim())
  return 'problem' in read
    ? read
    : { ...read, sign: isAbout ? (isPerhaps ? '%' : '~') : isPerhaps ? '?' : '' }
}

function readOne(plain: string): Read {
  const read = readParts(plain.replace(/^(?:(?:some (?:day|time)|sometime) in|on|in|dated|датировано) /, ''))
  return 'problem' in read ? read : { edtf: edtfOfParts(read), assumed: read.assumed }
}

const assumedOf = (read: readonly { assumed: string | null }[]): string | null =>
  [...new Set(read.map(({ assumed }) => assumed).filter((part) => part !== null))].join('; ') || null
