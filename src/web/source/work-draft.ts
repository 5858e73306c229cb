import { readDate } from '../forms/read-date.ts'

/** A work as CSL-JSON has it: variables by their names. */
export type Work = Readonly<Record<string, unknown>>

/** The variables that the form has, each as text; people a line each, “family, given” or a whole name. */
export const workFields = [
  'type',
  'title',
  'author',
  'editor',
  'issued',
  'container-title',
  'volume',
  'issue',
  'page',
  'publisher',
  'publisher-place',
  'archive',
  'archive_location',
  'language',
  'ISBN',
  'DOI',
  'URL',
  'note',
] as const
export type WorkField = (typeof workFields)[number]
export type WorkDraft = Record<WorkField, string>

const people: readonly WorkField[] = ['author', 'editor']
export const isPeople = (field: WorkField): boolean => people.includes(field)

/** A work as it is typed. */
export const draftOfWork = (work: Work): WorkDraft =>
  // Made of the table of the fields, so that none is missing.
  Object.fromEntries(workFields.map((field) => [field, written(field, work[field])])) as WorkDraft

function written(field: WorkField, value: unknown): string {
  if (field === 'issued') return writtenDate(value)
  if (isPeople(field)) return Array.isArray(value) ? value.map(writtenName).join('\n') : ''
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function writtenName(name: unknown): string {
  const { family, given, literal } = (name ?? {}) as Record<string, unknown>
  const parts = [family, given].filter((part) => typeof part === 'string')
  return parts.length > 0 ? parts.join(', ') : String(literal ?? '')
}

function writtenDate(value: unknown): string {
  const date = (value ?? {}) as Record<string, unknown>
  const parts = date['date-parts']
  if (!Array.isArray(parts)) return String(date.literal ?? date.raw ?? '')
  const dates = parts.map((numbers: unknown[]) =>
    numbers.map((number, at) => String(number).padStart(at === 0 ? 4 : 2, '0')).join('-'),
  )
  return `${date.circa ? 'ca. ' : ''}${dates.join('/')}`
}

/** What the API is told of the fields that were filled in or changed; what was emptied is null. */
export async function workOf(draft: Partial<WorkDraft>): Promise<Work> {
  const work: Record<string, unknown> = {}
  for (const field of workFields) {
    const typed = draft[field]?.trim()
    if (typed === undefined) continue
    if (typed === '') work[field] = null
    else if (field === 'issued') work[field] = await dateOf(typed)
    else work[field] = isPeople(field) ? namesOf(typed) : typed
  }
  return work
}

function namesOf(typed: string) {
  const lines = typed.split('\n').map((line) => line.trim())
  return lines.filter(Boolean).map((line) => {
    const [family = '', ...given] = line.split(',').map((part) => part.trim())
    return family && given.length > 0 && given.join('') !== ''
      ? { family, given: given.join(', ') }
      : { literal: line }
  })
}

/** Plain dates by their numbers, what CSL has no numbers for by its words. */
async function dateOf(typed: string): Promise<Record<string, unknown>> {
  const { edtf } = await readDate(typed, 'issued')
  const about = edtf.endsWith('~')
  const ends = edtf.replace(/~/g, '').split('/')
  if (ends.length > 2 || !ends.every((end) => /^-?\d{4}(-\d\d){0,2}$/.test(end))) return { literal: typed }
  const parts = ends.map((end) => {
    const [, year = '', ...rest] = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(end) ?? []
    return [year, ...rest].filter(Boolean).map(Number)
  })
  return { 'date-parts': parts, ...(about && { circa: true }) }
}
