import { z } from 'zod'
import type { SearchDeps } from '../actions/search.ts'
import { findSimilar, suggest } from '../actions/suggest.ts'
import { type Route, route } from './route.ts'
import { HitReply, presentHit } from './search-shape.ts'

const tags: [string] = ['Search']
const limit = (usual: number) => z.coerce.number().int().min(1).max(100).default(usual)

/** What helps to search: completions of what is being typed, and documents like one. */
export const suggestRoutes = (deps: SearchDeps): Route[] => [
  route({
    id: 'suggest',
    method: 'get',
    path: '/suggest',
    tags,
    access: 'reader',
    summary: 'Titles, names, subjects and words that begin so, slips of the finger allowed for',
    query: z.object({
      q: z.string().min(1).max(200).meta({ description: 'What has been typed', example: 'depor' }),
      limit: limit(8).meta({ description: 'At most so many of each kind' }),
    }),
    status: 200,
    reply: z.object({
      items: z.array(z.object({ kind: z.enum(['title', 'creator', 'subject', 'word']), value: z.string() })),
    }),
    faults: ['invalid-input'],
    handle: async ({ query, actor }) => ({ body: { items: await suggest(deps, actor, query) } }),
  }),
  route({
    id: 'findSimilar',
    method: 'get',
    path: '/documents/:documentId/similar',
    tags,
    access: 'reader',
    summary: 'The documents most like one, by the words that are most telling for it',
    params: z.object({ documentId: z.string() }),
    query: z.object({ limit: limit(10) }),
    status: 200,
    reply: z.object({ items: z.array(HitReply) }),
    faults: ['not-found', 'gone', 'invalid-input'],
    handle: async ({ params, query, actor }) => {
      const found = await findSimilar(deps, actor, params.documentId, query.limit)
      return { body: { items: found.map((hit) => presentHit(hit, actor)) } }
    },
  }),
]
