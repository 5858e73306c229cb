import { likelyMeant } from './hint.ts'
import { type Reading, readSingle, unwritten } from './single.ts'
import { earliest, latest, type Range, union } from './span.ts'

/** A date as it was written and the days that it can be, or a sentence that says what to write instead. */
export type EdtfReading =
  | {
      readonly ok: true
      /** The text without spaces that mean nothing. */
      readonly edtf: string
      readonly ranges: readonly Range[]
      readonly approximate: boolean
      readonly uncertain: boolean
    }
  | { readonly ok: false; readonly message: string }

const mostCharacters = 100

const examples =
  'Write a year (1941), a month (1941-06), a day (1941-06-14), a time that lasted (1941-02-03/1941-06-07) or some day between two ([1941-02-03..1941-06-07]).'

/**
 * Reads EDTF (ISO 8601-2, levels 0–2) into proleptic Gregorian days, at their widest; never throws. Open and unknown ends
 * are null. `approximate` and `uncertain` say that some part bears `~`, `?` or `%`; they do not change the days.
 */
export function readEdtf(text: string): EdtfReading {
  const trimmed = text.trim()
  if (trimmed.length > mostCharacters) {
    return refused(
      `The date has ${trimmed.length} characters, at most ${mostCharacters} are read. ${examples}`,
    )
  }
  const edtf = /^[[{]/.test(trimmed) ? trimmed.replace(/ *([,[\]{}]) */g, '$1') : trimmed
  if (edtf === '') return refused(`The date is empty. ${examples}`)
  const reading = readWhole(edtf)
  if (reading.kind === 'impossible') return refused(reading.message)
  if (reading.kind === 'unwritten') return refused(whatToWrite(edtf))
  const { ranges } = reading
  return { ok: true, edtf, ranges, approximate: /[~%]/.test(edtf), uncertain: /[?%]/.test(edtf) }
}

const refused = (message: string): EdtfReading => ({ ok: false, message })

function whatToWrite(text: string): string {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text
  const meant = likelyMeant(text).find((candidate) => readWhole(candidate).kind === 'read')
  return `“${shown}” is not written as EDTF. ${meant === undefined ? examples : `Write “${meant}”.`}`
}

function readWhole(text: string): Reading {
  const members = /^\[(.+)\]$/.exec(text)?.[1] ?? /^\{(.+)\}$/.exec(text)?.[1]
  if (members !== undefined) return readMembers(members.split(','))
  const ends = text.split('/')
  const [from, to] = ends
  if (from === undefined || to === undefined) return readSingle(text, 'alone')
  return ends.length === 2 ? readInterval(text, from, to) : unwritten
}

// One of [ ] or all of { }: either way these are the days that the date touches.
function readMembers(members: readonly string[]): Reading {
  const all: (readonly Range[])[] = []
  for (const [i, member] of members.entries()) {
    const reading = readMember(member, i === 0, i === members.length - 1)
    if (reading.kind !== 'read') return reading
    all.push(reading.ranges)
  }
  return { kind: 'read', ranges: union(...all) }
}

function readMember(member: string, isFirst: boolean, isLast: boolean): Reading {
  const ends = member.split('..')
  const [from, to] = ends
  if (from === undefined || to === undefined) return readSingle(member, 'within')
  const isPlaced = (from !== '' || isFirst) && (to !== '' || isLast)
  if (ends.length !== 2 || !isPlaced || member === '..') return unwritten
  return between(member, readEnd(from), readEnd(to), `${to}..${from}`)
}

function readInterval(text: string, from: string, to: string): Reading {
  const readOpenEnd = (end: string) => readEnd(end === '..' ? '' : end)
  return between(text, readOpenEnd(from), readOpenEnd(to), `${to}/${from}`)
}

// An end that is missing, or `..` in an interval, is unknown or open. Either way no day bounds it.
function readEnd(end: string): Reading {
  return end === '' ? { kind: 'read', ranges: [{ from: null, to: null }] } : readSingle(end, 'within')
}

function between(text: string, from: Reading, to: Reading, turned: string): Reading {
  if (from.kind !== 'read') return from
  if (to.kind !== 'read') return to
  const range = { from: earliest(from.ranges), to: latest(to.ranges) }
  const beginsAfterItsEnd = range.from !== null && range.to !== null && range.from > range.to
  if (!beginsAfterItsEnd) return { kind: 'read', ranges: [range] }
  return {
    kind: 'impossible',
    message: `${text} ends before it begins. Write the earlier date first: ${turned}.`,
  }
}
