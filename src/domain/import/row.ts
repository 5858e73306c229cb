import { readValue } from '../claim/value.ts'
import { propertyOf } from '../claim/vocabulary.ts'
import type { ClaimDraft, ClaimValue, SubjectType } from '../claim.ts'
import { cleanText } from '../clean-text.ts'
import { readDated } from '../date/dated.ts'
import { type Visibility, visibilities } from '../document.ts'
import { ArchiveError } from '../errors.ts'
import { type Column, columnOf, unknownUnlessKept } from './columns.ts'
import { readIdentifiers, readList } from './lists.ts'
import { readPlainDate } from './plain-date.ts'

/** What is said of a cell: what was wrong with it, what was assumed, or that it was kept as a note. */
export type Remark = { column: string; kind: 'wrong' | 'assumed' | 'kept'; says: string }

/** A statement that a row makes about its document or the witness. */
export type Said = Omit<ClaimDraft, 'subject'> & { on: 'document' | 'witness' }

/** A row as it was read; `collection` is an id or a reference code, still to be found. */
export type RowRead = {
  key: string | null
  visibility: Visibility
  embargoUntil: string | null
  collection: string | null
  said: readonly Said[]
  remarks: readonly Remark[]
  /** Whether something is so wrong that it is not added. */
  refused: boolean
}

/**
 * Reads a row of an import: cells by the names of their columns, texts or (in JSON) lists and objects. Never throws; what
 * is wrong is told, and a date that cannot be read is kept as it is written. `empty` cells say nothing.
 */
export function readRow(cells: Readonly<Record<string, unknown>>, keepUnknown: boolean): RowRead {
  const remarks: Remark[] = []
  const said: Said[] = []
  const notes: string[] = []
  const given = new Map<Column, unknown>()
  let refused = false
  const wrong = (column: string, says: string) => {
    remarks.push({ column, kind: 'wrong', says })
    refused = true
  }
  for (const [name, value] of Object.entries(cells)) {
    const column = columnOf(name)
    if (isEmpty(value)) continue
    if (column !== undefined && given.has(column)) wrong(name, 'is there twice.')
    else if (column !== undefined) given.set(column, value)
    else if (!keepUnknown) wrong(name, unknownUnlessKept(name))
    else {
      notes.push(`${name.trim()}: ${typeof value === 'string' ? value.trim() : JSON.stringify(value)}`)
      remarks.push({ column: name, kind: 'kept', says: 'kept as a note.' })
    }
  }
  const text = (column: Column): string | null => {
    const value = given.get(column)
    if (value === undefined) return null
    if (typeof value === 'string' || typeof value === 'number') return cleanText(String(value)).trim() || null
    wrong(column, 'must be a text.')
    return null
  }
  const say = (
    column: Column,
    on: Said['on'],
    property: string,
    value: ClaimValue,
    more: Partial<Said> = {},
  ) => {
    try {
      const read = readValue(propertyOf(on satisfies SubjectType, property), value)
      said.push({ ...more, on, property, value: read })
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error
      wrong(column, error.errors[0]?.message ?? error.message)
    }
  }
  const sayText = (column: Column, on: Said['on'], property: string) => {
    const value = text(column)
    if (value !== null) say(column, on, property, { text: value })
  }

  const note = [text('note'), ...notes].filter((part) => part !== null).join('\n') || null
  const title = text('title')
  if (title !== null) say('title', 'document', 'title', { text: title }, { note })
  else if (!refused) wrong('title', 'is required: say what the document is called.')
  const date = readDateCells(text('date'), text('dateAsWritten'), text('calendar'))
  remarks.push(...date.remarks)
  for (const one of date.said) say('date', 'document', one.property, one.value, one)
  sayText('creator', 'document', 'author')
  sayText('type', 'document', 'genre')
  sayText('language', 'document', 'language')
  sayText('abstract', 'document', 'abstract')
  sayText('rights', 'document', 'rights')
  sayText('shelfmark', 'witness', 'shelfmark')
  sayText('holder', 'witness', 'holder')
  const number = text('number')
  if (number !== null) say('number', 'document', 'identifier', { scheme: 'number', value: number })
  for (const identifier of identifiersOf(given.get('identifiers'))) {
    if (identifier === null) wrong('identifiers', 'must be written as scheme:value; scheme:value.')
    else if (identifier.scheme === 'shelfmark')
      say('identifiers', 'witness', 'shelfmark', { text: identifier.value })
    else say('identifiers', 'document', 'identifier', identifier)
  }
  for (const subject of subjectsOf(given.get('subjects'))) {
    if (typeof subject === 'string') say('subjects', 'document', 'subject', { text: subject })
    else wrong('subjects', 'must be texts.')
  }
  const { visibility, embargoUntil } = readAccess(text('visibility'), text('embargoUntil'), wrong)
  const key = text('key')
  if (key !== null && key.length > 500) wrong('key', 'has more than 500 characters.')
  return {
    key: key?.slice(0, 500) ?? null,
    visibility,
    embargoUntil,
    collection: text('collection'),
    said,
    remarks,
    refused,
  }
}

const isEmpty = (value: unknown) =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '')

type SaidOfDate = { property: string; value: ClaimValue; rank: 'preferred' | 'normal' }
const calendars = ['gregorian', 'julian', 'unknown', 'regnal', 'other']

/** A date with what was assumed; one that cannot be read is kept as it is written, and reported. */
function readDateCells(date: string | null, asWritten: string | null, calendar: string | null) {
  const remarks: Remark[] = []
  const said: SaidOfDate[] = []
  if (date === null && asWritten === null) return { said, remarks }
  const target = date ?? asWritten ?? ''
  const isNamed = calendar !== null && calendars.includes(calendar.toLowerCase())
  if (calendar !== null && !isNamed) {
    const says = `“${calendar}” is no calendar that is known here; taken as other. Write ${calendars.join(', ')}.`
    remarks.push({ column: 'calendar', kind: 'assumed', says })
  }
  const named = calendar === null ? null : isNamed ? calendar.toLowerCase() : 'other'
  const strict = named === null ? null : readDated({ edtf: target, calendar: named })
  const chosen = strict?.ok
    ? { edtf: strict.edtf, calendar: named ?? '', assumed: null }
    : readPlainDate(target)
  if ('undated' in chosen) said.push({ property: 'date-borne', value: { none: true }, rank: 'normal' })
  else if ('problem' in chosen) {
    remarks.push({
      column: 'date',
      kind: 'assumed',
      says: `Kept as written, without a date to search by: ${chosen.problem}`,
    })
    said.push({
      property: 'date',
      value: dateValue(null, asWritten ?? target, named ?? 'unknown'),
      rank: 'normal',
    })
  } else {
    if (chosen.assumed !== null)
      remarks.push({ column: 'date', kind: 'assumed', says: `${chosen.edtf}: ${chosen.assumed}.` })
    const kept = asWritten ?? (chosen.edtf === target ? null : target)
    said.push({
      property: 'date',
      value: dateValue(chosen.edtf, kept, named ?? chosen.calendar),
      rank: 'preferred',
    })
  }
  return { said, remarks }
}

const dateValue = (edtf: string | null, asWritten: string | null, calendar: string): ClaimValue => ({
  edtf,
  asWritten: asWritten === null ? null : asWritten.slice(0, 500),
  calendar,
  event: 'written',
})

function identifiersOf(given: unknown): ({ scheme: string; value: string } | null)[] {
  if (given === undefined) return []
  if (typeof given === 'string') return readIdentifiers(given)
  if (!Array.isArray(given)) return [null]
  return given.map((one) => {
    const { scheme, value } = typeof one === 'object' && one !== null ? one : {}
    return typeof scheme === 'string' && typeof value === 'string' ? { scheme, value } : null
  })
}

function subjectsOf(given: unknown): unknown[] {
  if (given === undefined) return []
  return typeof given === 'string' ? readList(given) : Array.isArray(given) ? given : [null]
}

function readAccess(
  visibility: string | null,
  embargoUntil: string | null,
  wrong: (column: string, says: string) => void,
): { visibility: Visibility; embargoUntil: string | null } {
  const named = visibilities.find((one) => one === (visibility ?? 'public').toLowerCase())
  if (named === undefined)
    wrong('visibility', `is ${visibilities.join(', ')}, not “${visibility?.slice(0, 40)}”.`)
  const read = embargoUntil === null ? null : readDated({ edtf: embargoUntil })
  if (embargoUntil !== null && !(read?.ok && /^\d{4}-\d\d-\d\d$/.test(embargoUntil)))
    wrong('embargoUntil', 'must be a day such as 2031-01-01.')
  if (named === 'embargoed' && embargoUntil === null)
    wrong('embargoUntil', 'is required for what is embargoed: the day on which it opens.')
  if (named !== 'embargoed' && embargoUntil !== null)
    wrong('embargoUntil', 'belongs to visibility “embargoed” only.')
  return { visibility: named ?? 'restricted', embargoUntil }
}
