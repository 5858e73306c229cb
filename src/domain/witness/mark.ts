import type { Citation } from '../claim.ts'
import { readEdtf } from '../date/edtf.ts'
import { overlaps } from '../date/span.ts'
import { invalid } from '../errors.ts'
import { type DatePart, datePartsOf, fitsAsRead, parts } from './date-parts.ts'

export const markKinds = [
  'receipt',
  'registry',
  'dispatch',
  'transmittal',
  'creation',
  'approval',
  'certification',
  'signature',
  'secrecy',
  'declassification',
  'ownership',
  'note',
  'other',
] as const
export type MarkKind = (typeof markKinds)[number]

/** A place on a page's image in its pixels: left, top, width, height. */
export type Box = readonly [number, number, number, number]

/** What is said of a stamp, registry number, signature or note on one witness; dates are EDTF. */
export type MarkContent = {
  kind: MarkKind
  reading: string | null
  /** The date as it stands there, unreadable digits as X. */
  asRead: string | null
  date: string | null
  /** The parts of the date that do not stand there. */
  inferred: readonly DatePart[]
  because: string | null
  sources: readonly Citation[]
  agent: string | null
  place: string | null
  page: string | null
  box: Box | null
}

export type Mark = MarkContent & {
  id: string
  witness: string
  version: number
  recordedBy: string
  recordedAt: string
  deletedAt: string | null
}

/** Nothing said of a mark yet. */
export const noMark: MarkContent = {
  kind: 'other',
  reading: null,
  asRead: null,
  date: null,
  inferred: [],
  because: null,
  sources: [],
  agent: null,
  place: null,
  page: null,
  box: null,
}

/**
 * Refuses a mark that contradicts itself: dates that are not EDTF or do not fit what was read, parts of the date that do
 * not stand there and are not called inferred, a box without its page. ArchiveError('invalid-input') names the field.
 */
export function refuseImpossible(mark: MarkContent): void {
  const asRead = mark.asRead === null ? null : rangesOf('asRead', mark.asRead)
  const date = mark.date === null ? null : rangesOf('date', mark.date)
  if (asRead && date && !(overlaps(asRead, date) && fitsAsRead(mark.asRead ?? '', mark.date ?? '')))
    throw invalid('date', `does not fit what was read, ${mark.asRead}.`)
  refuseUnnamedInference(mark)
  if (mark.box !== null) refuseBox(mark.box, mark.page)
}

function refuseUnnamedInference({ asRead, date, inferred }: MarkContent): void {
  const given = date === null ? [] : datePartsOf(date)
  const read = asRead === null ? null : datePartsOf(asRead)
  for (const part of inferred) {
    if (!given.includes(part)) throw invalid('inferred', `names the ${part}, which the date does not have.`)
    if (read?.includes(part)) throw invalid('inferred', `names the ${part}, which was read.`)
  }
  if (read === null) return
  const silent = parts.filter(
    (part) => given.includes(part) && !read.includes(part) && !inferred.includes(part),
  )
  if (silent.length > 0)
    throw invalid(
      'inferred',
      `must name the ${silent.join(' and the ')}: the date has it, and asRead has not.`,
    )
}

function refuseBox([left, top, width, height]: Box, page: string | null): void {
  if (page === null) throw invalid('box', 'needs the page on which it lies.')
  if (left < 0 || top < 0 || width <= 0 || height <= 0)
    throw invalid(
      'box',
      'must be [left, top, width, height] in pixels of the page, none negative, and not empty.',
    )
}

function rangesOf(path: string, edtf: string) {
  const read = readEdtf(edtf)
  if (!read.ok) throw invalid(path, read.message)
  return read.ranges
}
