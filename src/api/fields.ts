import { z } from 'zod'
import { cleanText } from '../domain/clean-text.ts'
import { readEdtf } from '../domain/date/edtf.ts'
import { earliest, latest } from '../domain/date/span.ts'
import { invalid } from '../domain/errors.ts'
import { isLayer, type Layer } from '../domain/text.ts'
import type { DocumentFilter } from '../ports/documents.ts'

/** A text of at most `longest` characters that says something once what cannot be kept (NUL, lone surrogates) is gone. */
export const text = (longest: number) =>
  z.string().overwrite(cleanText).trim().min(1, 'is empty').max(longest)

/** A time as RFC 3339, given back in UTC. */
export const time = z.iso
  .datetime({ offset: true, message: 'write a time such as 2026-01-01T00:00:00Z' })
  .transform((given) => new Date(given).toISOString())

/** A language tag (BCP 47): a language, and what may follow it. */
export const language = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, 'is not a language tag: write en, ru, lt or the like')

/** An EDTF date, checked. */
export const edtf = z
  .string()
  .superRefine((given, context) => {
    const read = readEdtf(given)
    if (!read.ok) context.addIssue({ code: 'custom', message: read.message })
  })
  .meta({ description: 'EDTF (ISO 8601-2) levels 0–2', example: '1941-06-14' })

/** A layer of a page’s text. */
export const layer = z
  .custom<Layer>((given) => typeof given === 'string' && isLayer(given), {
    message: 'is not a layer: write transcription, embedded, ocr or translation:<language>',
  })
  .meta({ type: 'string', example: 'transcription' })

/** `?cursor=` as sent; null without one. */
export const cursor = z.string().max(500).nullable().default(null)

/** How long a page of a list is if nobody says. */
export const usualLimit = 20

/** `?limit=&cursor=` of every list; an empty cursor is the beginning. */
export const slice = {
  limit: z.coerce.number().int().min(1).max(100).default(usualLimit),
  cursor: cursor.transform((given) => given || null),
}

/** The filters of search and of the list of documents. */
export const filters = {
  collection: z.string().optional(),
  type: z.string().optional(),
  language: z.string().optional(),
  creator: z.string().optional(),
  subject: z.string().optional(),
  dateFrom: edtf.optional(),
  dateTo: edtf.optional(),
  dates: z.enum(['possible', 'certain', 'stated', 'claimed']).default('possible'),
  undated: z.enum(['true', 'false']).default('false'),
}

/** The filters as the archive reads them: a date bounds from its first day, or to its last. */
export function filterOf(query: z.output<z.ZodObject<typeof filters>>): DocumentFilter {
  const { collection, type, language, creator, subject, dates } = query
  const daysOf = (given: string | undefined) => {
    const read = given === undefined ? null : readEdtf(given)
    return read?.ok ? read.ranges : []
  }
  const dateFrom = earliest(daysOf(query.dateFrom)) ?? undefined
  const dateTo = latest(daysOf(query.dateTo)) ?? undefined
  if (dateFrom !== undefined && dateTo !== undefined && dateTo < dateFrom) {
    throw invalid('dateTo', 'lies before dateFrom: exchange them.')
  }
  return {
    collection,
    type,
    language,
    creator,
    subject,
    dates,
    dateFrom,
    dateTo,
    undated: query.undated === 'true',
  }
}
