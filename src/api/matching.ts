import { z } from 'zod'
import { bringText, type Matching, matchAnew, seeMatching } from '../actions/match-pages.ts'
import { once, type Repeating } from '../actions/once.ts'
import { notFound } from '../domain/errors.ts'
import { matchKinds } from '../domain/page/match-pages.ts'
import type { MatchedPage } from '../ports/page-matching.ts'
import { type Route, route } from './route.ts'

export type MatchingRoutesDeps = Matching & Repeating

const MatchReply = z
  .object({
    filePage: z.int(),
    id: z
      .string()
      .meta({ description: 'Its own page, which stands in the witness where it is matched to none' }),
    label: z.string().nullable(),
    image: z.string().nullable().meta({ description: 'The image that it names' }),
    page: z.string().nullable().meta({ description: 'The page of the scan that its text was brought to' }),
    pageNumber: z.int().nullable(),
    pageLabel: z.string().nullable(),
    how: z
      .enum(matchKinds)
      .nullable()
      .meta({ description: 'How that page was found; with page null, by-hand means: kept apart' }),
    says: z.string().nullable().meta({ description: 'Why no page was found' }),
    behind: z.boolean().meta({
      description:
        'Whether a person’s text stood there already, or that of another file came later, and stands in front',
    }),
  })
  .meta({ id: 'PageMatch' })

const MatchingReply = z
  .object({
    items: z.array(MatchReply),
    matched: z.int(),
    unmatched: z
      .int()
      .meta({ description: 'Pages that stand by themselves although the witness has a scan' }),
    setAside: z.int().meta({ description: 'Pages that stand by themselves because somebody wanted it so' }),
    next: z.null(),
  })
  .meta({ id: 'Matching' })

const tags: [string] = ['Files']
const params = z.object({ fileId: z.string() })

/** Transcriptions and the pages that they are of: how they were matched, and that mended page by page. */
export const matchingRoutes = (deps: MatchingRoutesDeps): Route[] => [
  route({
    id: 'readMatching',
    method: 'get',
    path: '/files/:fileId/matching',
    tags,
    access: 'reader',
    summary: 'To which pages of the scan the pages of a transcription were brought',
    params,
    status: 200,
    reply: MatchingReply,
    faults: ['not-found', 'gone'],
    handle: async ({ params, actor }) => ({
      body: presentAll(await seeMatching(deps, actor, params.fileId)),
    }),
  }),
  route({
    id: 'matchPages',
    method: 'post',
    path: '/files/:fileId/matching',
    tags,
    access: 'archivist',
    summary: 'Match the pages that are matched to none, such as after pages were labelled',
    params,
    status: 200,
    reply: MatchingReply,
    faults: ['not-found', 'gone', 'idempotency-mismatch', 'in-progress'],
    handle: async ({ params, actor, idempotencyKey }) => {
      await once(deps, actor.id, idempotencyKey, ['matchPages', params], (idempotency) =>
        matchAnew(deps, actor, params.fileId, idempotency),
      )
      return { body: presentAll(await seeMatching(deps, actor, params.fileId)) }
    },
  }),
  route({
    id: 'bringText',
    method: 'put',
    path: '/files/:fileId/matching/:filePage',
    tags,
    access: 'archivist',
    summary:
      'Bring the text of a page of a transcription to another page, as revisions; nothing is overwritten',
    params: params.extend({ filePage: z.coerce.number().int().min(1).max(1e9) }),
    body: z.object({
      page: z
        .string({ error: 'is required: the id of a page of the same witness, or null' })
        .nullable()
        .meta({ description: 'A page of the same witness; null: it stands by itself' }),
    }),
    status: 200,
    reply: MatchReply,
    faults: ['not-found', 'gone', 'conflict', 'malformed-json', 'idempotency-mismatch', 'in-progress'],
    handle: async ({ params, body, actor, idempotencyKey }) => {
      const place = { file: params.fileId, filePage: params.filePage, page: body.page }
      await once(deps, actor.id, idempotencyKey, ['bringText', place], (idempotency) =>
        bringText(deps, actor, place, idempotency),
      )
      const pages = await seeMatching(deps, actor, params.fileId)
      const brought = pages.find(({ filePage }) => filePage === params.filePage)
      if (!brought) throw notFound('page of this file')
      return { body: present(brought) }
    },
  }),
]

const present = ({ target, ...match }: MatchedPage): z.input<typeof MatchReply> => ({
  ...match,
  page: target?.page ?? null,
  pageNumber: target?.number ?? null,
  pageLabel: target?.label ?? null,
})

const presentAll = (pages: readonly MatchedPage[]): z.input<typeof MatchingReply> => ({
  items: pages.map(present),
  matched: pages.filter(({ target }) => target !== null).length,
  unmatched: pages.filter(({ says }) => says !== null).length,
  setAside: pages.filter(({ target, how }) => target === null && how === 'by-hand').length,
  next: null,
})
