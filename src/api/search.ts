import { z } from 'zod'
import { type SearchDeps, search, searchWithin } from '../actions/search.ts'
import { slice } from './fields.ts'
import { type Reporting, reportSearch } from './report-search.ts'
import { type Route, route } from './route.ts'
import { PageFoundReply, presentHit, q, SearchReply, wanted, wantedOf } from './search-shape.ts'

const tags: [string] = ['Search']

/** Search: over pages, grouped by document; and within one document. */
export const searchRoutes = (deps: SearchDeps & Reporting): Route[] => [
  route({
    id: 'search',
    method: 'get',
    path: '/search',
    tags,
    access: 'reader',
    summary: 'Pages that answer a query, grouped by document',
    query: z.object({ ...wanted, ...slice }),
    status: 200,
    reply: SearchReply,
    faults: ['invalid-query', 'invalid-input'],
    handle: async ({ query, actor, requestId }) => {
      const { limit, cursor } = query
      const found = await search(deps, actor, { ...wantedOf(query), limit, cursor })
      reportSearch(deps, actor, requestId, found, found.total)
      const { tookMs, class: _, hits, ...rest } = found
      const shown = { ...rest, hits: hits.map((hit) => presentHit(hit, actor)) }
      // How long it took is no part of what was found.
      return { body: { ...shown, tookMs }, untagged: 'tookMs' }
    },
  }),
  route({
    id: 'searchWithin',
    method: 'get',
    path: '/documents/:documentId/search',
    tags,
    access: 'reader',
    summary: 'Every page of a document that answers a query, in order',
    params: z.object({ documentId: z.string() }),
    query: z.object({
      q,
      witness: z.string().nullable().default(null).meta({ description: 'Only its pages, by its numbers' }),
      from: z.coerce.number().int().min(1).max(1e9).default(1).meta({
        description: 'The page number to begin with, without a cursor',
      }),
      ...slice,
    }),
    status: 200,
    reply: z.object({
      query: z.object({ text: z.string(), understood: z.string() }),
      numbers: z.array(z.int()).meta({ description: 'Of all pages found, in order' }),
      items: z.array(PageFoundReply),
      next: z.string().nullable(),
    }),
    faults: ['not-found', 'gone', 'invalid-query', 'invalid-input'],
    handle: async ({ params, query, actor, requestId }) => {
      const { documentId } = params
      const found = await searchWithin(deps, actor, documentId, query)
      reportSearch(deps, actor, requestId, found, { within: documentId })
      return { body: found }
    },
  }),
]
