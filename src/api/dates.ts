import { z } from 'zod'
import { boundsOf } from '../domain/date/bounds.ts'
import { readDated } from '../domain/date/dated.ts'
import { english } from '../domain/date/english.ts'
import { sayDate } from '../domain/date/say-date.ts'
import { readPlainDate } from '../domain/import/plain-date.ts'
import { type Route, route } from './route.ts'

const calendars = ['gregorian', 'julian', 'unknown'] as const
const day = z.string().nullable()

const DateReadingReply = z
  .object({
    text: z.string(),
    edtf: z.string().nullable().meta({ description: 'As claims have it; null where it could not be read' }),
    calendar: z.enum(calendars).meta({ description: 'Of the digits of edtf' }),
    earliest: day.meta({ description: 'The first day that it can be; null where it is open' }),
    latest: day.meta({ description: 'The last day that it can be; null where it is open' }),
    says: z.string().nullable().meta({ description: 'The date said back in English' }),
    assumed: z.string().nullable().meta({ description: 'What was assumed to read it so' }),
    unsure: z.boolean().meta({ description: 'Whether some part of it is uncertain or approximate' }),
    undated: z.boolean().meta({ description: 'Whether the text says that there is no date' }),
    problem: z.string().nullable().meta({ description: 'Why it could not be read' }),
  })
  .meta({ id: 'DateReading' })

/** Dates as people write them, read into EDTF and said back. */
export const dateRoutes = (): Route[] => [
  route({
    id: 'readDate',
    method: 'get',
    path: '/dates',
    tags: ['Claims'],
    access: 'reader',
    summary: 'Read a date in plain words, such as “between 3 Feb and 7 June 1941”, into EDTF',
    query: z.object({
      text: z.string().max(1000).meta({ description: 'Plain words or EDTF', example: 'before June 1941' }),
      calendar: z
        .enum(calendars)
        .default('gregorian')
        .meta({ description: 'Of its digits, where the text does not say it' }),
    }),
    status: 200,
    reply: DateReadingReply,
    faults: ['invalid-input'],
    handle: async ({ query }) => ({ body: present(query.text, query.calendar) }),
  }),
]

type Calendar = (typeof calendars)[number]

function present(text: string, told: Calendar): z.output<typeof DateReadingReply> {
  const read = readPlainDate(text, told)
  const nothing = {
    ...{ text, edtf: null, calendar: told, earliest: null, latest: null },
    ...{ says: null, assumed: null, unsure: false, undated: false, problem: null },
  }
  if ('undated' in read) return { ...nothing, undated: true }
  if ('problem' in read) return { ...nothing, problem: read.problem }
  const { calendar } = read
  const dated = readDated({ edtf: read.edtf, calendar })
  if (!dated.ok) return { ...nothing, problem: dated.message }
  return {
    ...{ ...nothing, calendar, edtf: dated.edtf, ...boundsOf(dated.ranges), assumed: read.assumed },
    says: sayDate({ edtf: dated.edtf, calendar }, english),
    unsure: dated.approximate || dated.uncertain,
  }
}
