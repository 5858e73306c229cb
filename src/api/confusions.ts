import { z } from 'zod'
import { type ConfusionDeps, listConfusions } from '../actions/confusions.ts'
import { type Cell, rowNames } from '../domain/confusion/cells.ts'
import { ClaimReply, presentClaim } from './claim-shape.ts'
import { DateReply } from './document-shape.ts'
import { time } from './fields.ts'
import { type Route, route } from './route.ts'

const CellReply = z
  .object({
    values: z.array(
      z.object({
        kind: z.enum(['value', 'none', 'unknown']),
        text: z.string(),
        says: z.string().nullable().meta({ description: 'A date in words' }),
        thing: z.string().nullable().meta({ description: 'The agent, place or happening that it names' }),
        claims: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'ConfusionCell' })
const ConfusionReply = z
  .object({
    document: z.object({
      id: z.string(),
      title: z.string(),
      language: z.string().nullable(),
      date: DateReply,
    }),
    claims: z.array(ClaimReply).meta({ description: 'Who says so, of either document' }),
    table: z.array(
      z.object({
        row: z.enum(rowNames),
        differs: z
          .boolean()
          .nullable()
          .meta({ description: 'Null where one side is not known, or dates leave it open' }),
        this: CellReply,
        other: CellReply,
      }),
    ),
  })
  .meta({ id: 'Confusion' })

/** What documents are confused with. */
export const confusionRoutes = (deps: ConfusionDeps): Route[] => [
  route({
    id: 'listConfusions',
    method: 'get',
    path: '/documents/:documentId/confusions',
    tags: ['Documents'],
    access: 'reader',
    summary: 'The documents with which this one is confused, and what tells them apart',
    params: z.object({ documentId: z.string() }),
    query: z.object({
      asOf: time
        .optional()
        .meta({ description: 'By the claims of then; the opening words are those of now' }),
    }),
    status: 200,
    reply: z.object({ items: z.array(ConfusionReply), next: z.null() }),
    faults: ['not-found', 'gone'],
    handle: async ({ params, query, actor }) => {
      const found = await listConfusions(deps, actor, params.documentId, query.asOf)
      const items = found.map(({ other: { id, description }, claims, table }) => ({
        document: { id, title: description.title, language: description.language, date: description.date },
        claims: claims.map(presentClaim),
        table: table.map((row) => ({ ...row, this: present(row.this), other: present(row.other) })),
      }))
      return { body: { items, next: null } }
    },
  }),
]

const present = ({ values }: Cell) => ({
  values: values.map((value) => ({ ...value, claims: [...value.claims] })),
})
