import type { Reply } from '../api/ask.ts'
import { type CitationDraft, citationDrafts, citationsOf } from '../claim/claim-draft.ts'
import { readGregorian } from '../forms/read-date.ts'
import type { Box } from '../scan/box.ts'

type Mark = Reply<'readMark'>
export type DatePart = Mark['inferred'][number]

/** The parts of a day's date. */
export const dateParts = ['year', 'month', 'day'] as const

/** A mark as it is typed, part by part. */
export type MarkDraft = {
  kind: string
  reading: string
  asRead: string
  date: string
  /** Which parts of the date do not stand there, where nothing is said of how it was read. */
  inferred: readonly DatePart[]
  because: string
  sources: readonly CitationDraft[]
  agent: string
  place: string
  spot: { page: string; box: Box | null }
}

export const noMark: MarkDraft = {
  kind: 'receipt',
  reading: '',
  asRead: '',
  date: '',
  inferred: [],
  because: '',
  sources: [],
  agent: '',
  place: '',
  spot: { page: '', box: null },
}

/** A mark as it was recorded. */
export const draftOfMark = (mark: Mark): MarkDraft => ({
  kind: mark.kind,
  reading: mark.reading ?? '',
  asRead: mark.asRead ?? '',
  date: mark.date ?? '',
  inferred: mark.inferred,
  because: mark.because ?? '',
  sources: citationDrafts(mark.sources),
  agent: mark.agent ?? '',
  place: mark.place ?? '',
  spot: { page: mark.page ?? '', box: boxOf(mark.box) },
})

const boxOf = (box: Mark['box']): Box | null => {
  const [x, y, width, height] = (box ?? []).map(Number)
  return x === undefined || y === undefined || !width || !height ? null : [x, y, width, height]
}

/** What the API is told of the parts that were changed; dates with what of them was inferred. */
export async function markOf(
  changed: Partial<MarkDraft>,
  whole: MarkDraft,
): Promise<Record<string, unknown>> {
  const said: Record<string, unknown> = {}
  for (const part of ['kind', 'reading', 'because', 'agent', 'place'] as const)
    if (changed[part] !== undefined) said[part] = changed[part].trim() || null
  if (changed.sources) said.sources = citationsOf(changed.sources)
  if (changed.spot) {
    said.page = changed.spot.page || null
    said.box = changed.spot.page === '' ? null : changed.spot.box
  }
  if ([changed.asRead, changed.date, changed.inferred].some((part) => part !== undefined)) {
    const [asRead, date] = [await edtfOf(whole.asRead, 'asRead'), await edtfOf(whole.date, 'date')]
    Object.assign(said, { asRead, date, inferred: inferredIn(asRead, date, whole.inferred) })
  }
  return said
}

const edtfOf = async (typed: string, path: string) =>
  typed.trim() === '' ? null : readGregorian(typed, path)

/** The parts of a date that what was read lacks; without that, those that are said to be inferred. */
export function inferredIn(
  asRead: string | null,
  date: string | null,
  said: readonly DatePart[],
): DatePart[] {
  if (date === null) return []
  const given = partsIn(date)
  if (asRead === null) return given.filter((part) => said.includes(part))
  const read = partsIn(asRead)
  return given.filter((part) => !read.includes(part))
}

/** The parts of which an EDTF date says every digit; of a span, those that both ends have. */
function partsIn(edtf: string): DatePart[] {
  const ends = edtf
    .split(/\.\.|[/,]/)
    .map((end) =>
      /^(-?[\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?$/.exec(end.trim().replace(/[[\]{}~?%]/g, '')),
    )
  return dateParts.filter((_, at) => ends.every((end) => /^-?\d+$/.test(end?.[at + 1] ?? '')))
}
