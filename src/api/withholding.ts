import { z } from 'zod'
import { once, type Repeating } from '../actions/once.ts'
import { type WordsDeps, whereWordsStand } from '../actions/where-words-stand.ts'
import {
  classifyPage,
  listRedactions,
  redactPage,
  undoRedaction,
  type WithholdingDeps,
} from '../actions/withhold.ts'
import { visibilities } from '../domain/document.ts'
import type { Redacted } from '../ports/withholding.ts'
import { text } from './fields.ts'
import { BoxReply, PageReply, presentPage } from './page-shape.ts'
import { type Route, route } from './route.ts'

export type WithholdingRoutesDeps = WithholdingDeps & WordsDeps & Repeating

const tags: [string] = ['Withholding']
const params = z.object({ documentId: z.string(), number: z.coerce.number().int().min(1).max(1e9) })
const query = z.object({ witness: z.string().nullable().default(null) })
const whole = z.number().int().min(0).max(1e7)
const side = whole.min(1)

const RedactionBody = z
  .object({
    regions: z
      .array(z.tuple([whole, whole, side, side]))
      .max(200)
      .default([])
      .meta({ description: 'As [left, top, width, height] in pixels of the page’s width and height' }),
    quotes: z
      .array(text(2000))
      .max(100)
      .default([])
      .meta({ description: 'Words, wherever they stand on the page, in any case' }),
    passages: z
      .array(z.object({ revision: z.string(), start: whole, end: whole }))
      .max(100)
      .default([])
      .meta({
        description: 'Parts of its texts in code points: their words, wherever they stand on the page',
      }),
    because: text(2000),
    tells: z.boolean().default(false).meta({ description: 'Whether everybody is told why' }),
    until: z.iso
      .date('write a day such as 2031-01-01')
      .nullable()
      .default(null)
      .meta({ description: 'The day on which it opens by itself' }),
  })
  .meta({ id: 'NewRedaction' })

const RedactionReply = z
  .object({
    id: z.string(),
    page: z.string(),
    regions: z.array(BoxReply),
    quotes: z.array(z.string()),
    because: z.string(),
    tells: z.boolean(),
    until: z.string().nullable(),
    by: z.string(),
    at: z.string(),
    unplaced: z.array(z.string()).meta({
      description: 'Layers whose text is withheld whole, because what is withheld could not be found in it',
    }),
    image: z.enum(['parts', 'whole', 'nothing']).meta({
      description: 'What of the image is black; whole: nothing tells where the words stand on it',
    }),
  })
  .meta({ id: 'Redaction' })

const StandingReply = z
  .object({
    here: z
      .array(z.object({ layer: z.string(), times: whole }))
      .meta({ description: 'In which texts of the page, and how often: all of that would be withheld' }),
    claims: z
      .array(z.object({ id: z.string(), property: z.string() }))
      .meta({ description: 'Claims about the document and its witnesses, titles among them' }),
    files: z.array(z.string()).meta({ description: 'Names of its files' }),
    pages: z
      .array(z.object({ number: z.number(), witness: z.string().nullable(), label: z.string().nullable() }))
      .meta({ description: 'Other pages of the document; at most a hundred for each wording' }),
  })
  .meta({ id: 'WordsStanding' })

/** Who may see a page by itself, and what of it is withheld. */
export const withholdingRoutes = (deps: WithholdingRoutesDeps): Route[] => [
  route({
    id: 'classifyPage',
    method: 'patch',
    path: '/documents/:documentId/pages/:number',
    tags,
    access: 'archivist',
    summary: 'Say who of those who may see the document may see this page',
    params,
    query,
    body: z
      .object({
        visibility: z
          .enum(visibilities)
          .nullable()
          .meta({ description: 'Null: whoever may see the document' }),
        embargoUntil: z.iso.date('write a day such as 2031-01-01').nullish(),
        group: z.string().max(100).nullish(),
      })
      .meta({ id: 'PageClass' }),
    status: 200,
    reply: PageReply,
    faults: ['not-found', 'gone', 'malformed-json'],
    handle: async ({ params, query, body, actor }) => {
      const { visibility, embargoUntil = null, group = null } = body
      const own = visibility === null ? null : { visibility, embargoUntil, group }
      return { body: presentPage(await classifyPage(deps, actor, addressOf(params, query), own)) }
    },
  }),
  route({
    id: 'redactPage',
    method: 'post',
    path: '/documents/:documentId/pages/:number/redactions',
    tags,
    access: 'archivist',
    summary: 'Withhold regions and words of a page from all but archivists; nothing is altered',
    params,
    query,
    body: RedactionBody,
    status: 201,
    reply: RedactionReply,
    faults: ['not-found', 'gone', 'malformed-json', 'idempotency-mismatch', 'in-progress'],
    handle: async ({ params, query, body, actor, idempotencyKey }) => {
      const address = addressOf(params, query)
      const made = await once(deps, actor.id, idempotencyKey, ['redactPage', address, body], (idempotency) =>
        redactPage(deps, actor, address, body, idempotency),
      )
      return { body: present(made) }
    },
  }),
  route({
    id: 'findWordsToRedact',
    method: 'post',
    path: '/documents/:documentId/pages/:number/redactions/words',
    tags,
    access: 'archivist',
    summary:
      'Where words stand, on the page and elsewhere in the document, before they are withheld; nothing is changed',
    params,
    query,
    body: z.object({ quotes: z.array(text(2000)).min(1).max(100) }).meta({ id: 'WordsToRedact' }),
    status: 200,
    reply: StandingReply,
    faults: ['not-found', 'gone', 'malformed-json'],
    handle: async ({ params, query, body, actor }) => ({
      body: await whereWordsStand(deps, actor, addressOf(params, query), body.quotes),
    }),
  }),
  route({
    id: 'listRedactions',
    method: 'get',
    path: '/documents/:documentId/pages/:number/redactions',
    tags,
    access: 'archivist',
    summary: 'What of a page is withheld, the oldest first',
    params,
    query,
    status: 200,
    reply: z.object({ items: z.array(RedactionReply) }),
    faults: ['not-found', 'gone'],
    handle: async ({ params, query, actor }) => ({
      body: { items: (await listRedactions(deps, actor, addressOf(params, query))).map(present) },
    }),
  }),
  route({
    id: 'undoRedaction',
    method: 'delete',
    path: '/redactions/:redactionId',
    tags,
    access: 'archivist',
    summary: 'Withhold it no longer; it stays in the history',
    params: z.object({ redactionId: z.string() }),
    status: 204,
    faults: ['not-found'],
    handle: async ({ params, actor }) => {
      await undoRedaction(deps, actor, params.redactionId)
      return { body: undefined }
    },
  }),
]

const addressOf = (
  { documentId, number }: z.infer<typeof params>,
  { witness }: { witness: string | null },
) => ({
  document: documentId,
  number,
  witness,
})

const present = ({ regions, quotes, unplaced, frame: _, ...told }: Redacted) => ({
  ...told,
  regions: regions.map(([x, y, w, h]): [number, number, number, number] => [x, y, w, h]),
  quotes: [...quotes],
  unplaced: [...unplaced],
})
