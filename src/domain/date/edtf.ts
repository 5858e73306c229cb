import { type Calendar, gregorian } from './calendar.ts'
import { likelyMeant } from './hint.ts'
import { type Reading, readSingle, unwritten } from './single.ts'
import { earliest, intersect, latest, type Range, union } from './span.ts'

/** A date as it was written and the days that it can be, or a sentence that says what to write instead. */
export type EdtfReading =
  | {
      readonly ok: true
      /** The text without spaces that mean nothing. */
      readonly edtf: string
      readonly ranges: readonly Range[]
      /** The same, where no part that bears `~`, `?` or `%` bounds anything: what such a date proves. */
      readonly binding: readonly Range[]
      /** The days on which it can have begun: of an interval those of its start, else all. */
      readonly beginning: readonly Range[]
      readonly approximate: boolean
      readonly uncertain: boolean
    }
  | { readonly ok: false; readonly message: string }

const mostCharacters = 100

const examples =
  'Write a year (1941), a month (1941-06), a day (1941-06-14), a time that lasted (1941-02-03/1941-06-07) or some day between two ([1941-02-03..1941-06-07]).'

/**
 * Reads EDTF (ISO 8601-2, levels 0–2) into days, at their widest; never throws. The digits are those of the calendar,
 * which is the proleptic Gregorian one where nothing else is said. Open and unknown ends are null. `approximate` and
 * `uncertain` say that some part bears `~`, `?` or `%`; they do not change the days.
 */
export function readEdtf(text: string, calendar: Calendar = gregorian): EdtfReading {
  const trimmed = text.trim()
  if (trimmed.length > mostCharacters) {
    return refused(
      `The date has ${trimmed.length} characters, at most ${mostCharacters} are read. ${examples}`,
    )
  }
  const edtf = /^[[{]/.test(trimmed) ? trimmed.replace(/ *([,[\]{}]) */g, '$1') : trimmed
  if (edtf === '') return refused(`The date is empty. ${examples}`)
  const reading = readWhole(edtf, calendar)
  if (reading.kind === 'impossible') return refused(reading.message)
  if (reading.kind === 'unwritten') return refused(whatToWrite(edtf, calendar))
  const { ranges, binding, beginning } = reading
  return {
    ok: true,
    edtf,
    ranges,
    binding,
    beginning,
    approximate: /[~%]/.test(edtf),
    uncertain: /[?%]/.test(edtf),
  }
}

type Days = { readonly ranges: readonly Range[]; readonly binding: readonly Range[] }
type Whole =
  | Exclude<Reading, { kind: 'read' }>
  | ({ readonly kind: 'read'; readonly beginning: readonly Range[] } & Days)

const anyDay: readonly Range[] = [{ from: null, to: null }]

const refused = (message: string): EdtfReading => ({ ok: false, message })

function whatToWrite(text: string, calendar: Calendar): string {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text
  const meant = likelyMeant(text).find((candidate) => readWhole(candidate, calendar).kind === 'read')
  return `“${shown}” is not written as EDTF. ${meant === undefined ? examples : `Write “${meant}”.`}`
}

function readWhole(text: string, calendar: Calendar): Whole {
  const members = /^\[(.+)\]$/.exec(text)?.[1] ?? /^\{(.+)\}$/.exec(text)?.[1]
  if (members !== undefined) return readMembers(members.split(','), text.startsWith('{'), calendar)
  const ends = text.split('/')
  const [from, to] = ends
  if (from === undefined || to === undefined) return readQualified(text, 'alone', calendar)
  return ends.length === 2 ? readInterval(text, from, to, calendar) : unwritten
}

// One of [ ] or all of { }: either way these are the days that the date touches.
function readMembers(members: readonly string[], all: boolean, calendar: Calendar): Whole {
  const read: Extract<Whole, { kind: 'read' }>[] = []
  for (const [i, member] of members.entries()) {
    const reading = readMember(member, i === 0, i === members.length - 1, calendar)
    if (reading.kind !== 'read') return reading
    read.push(reading)
  }
  const startOf = ({ ranges }: Days) => earliest(ranges) ?? Number.NEGATIVE_INFINITY
  const [first] = read.toSorted((a, b) => startOf(a) - startOf(b))
  const ranges = union(...read.map((member) => member.ranges))
  return {
    kind: 'read',
    ranges,
    binding: union(...read.map((member) => member.binding)),
    beginning: all ? (first?.beginning ?? ranges) : ranges,
  }
}

function readMember(member: string, isFirst: boolean, isLast: boolean, calendar: Calendar): Whole {
  const ends = member.split('..')
  const [from, to] = ends
  if (from === undefined || to === undefined) return readQualified(member, 'within', calendar)
  const isPlaced = (from !== '' || isFirst) && (to !== '' || isLast)
  if (ends.length !== 2 || !isPlaced || member === '..') return unwritten
  return between(member, readEnd(from, calendar), readEnd(to, calendar), `${to}..${from}`)
}

function readInterval(text: string, from: string, to: string, calendar: Calendar): Whole {
  const readOpenEnd = (end: string) => readEnd(end === '..' ? '' : end, calendar)
  return between(text, readOpenEnd(from), readOpenEnd(to), `${to}/${from}`)
}

// An end that is missing, or `..` in an interval, is unknown or open. Either way no day bounds it.
function readEnd(end: string, calendar: Calendar): Whole {
  if (end !== '') return readQualified(end, 'within', calendar)
  return { kind: 'read', ranges: anyDay, binding: anyDay, beginning: anyDay }
}

function readQualified(text: string, place: 'alone' | 'within', calendar: Calendar): Whole {
  const reading = readSingle(text, place, calendar)
  if (reading.kind !== 'read') return reading
  const { ranges } = reading
  return { kind: 'read', ranges, binding: /[~?%]/.test(text) ? anyDay : ranges, beginning: ranges }
}

function between(text: string, from: Whole, to: Whole, turned: string): Whole {
  if (from.kind !== 'read') return from
  if (to.kind !== 'read') return to
  const range = { from: earliest(from.ranges), to: latest(to.ranges) }
  const beginsAfterItsEnd = range.from !== null && range.to !== null && range.from > range.to
  if (!beginsAfterItsEnd) {
    return {
      kind: 'read',
      ranges: [range],
      binding: [{ from: earliest(from.binding), to: latest(to.binding) }],
      beginning: intersect(from.ranges, [range]),
    }
  }
  return {
    kind: 'impossible',
    message: `${text} ends before it begins. Write the earlier date first: ${turned}.`,
  }
}
