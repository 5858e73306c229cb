import { z } from 'zod'
import { type SearchDeps, search, searchWithin } from '../actions/search.ts'
import { keepsArchive } from '../actions/see.ts'
import { facetNames, searchScopes, searchSorts } from '../ports/search-index.ts'
import { DateReply, tagOf } from './document-shape.ts'
import { filterOf, filters, slice } from './fields.ts'
import { type Route, route } from './route.ts'

const tags: [string] = ['Search']
const q = z
  .string()
  .max(10_000)
  .meta({ description: 'The query; see docs/search.md', example: '"forced settlements" OR trėmimas' })

const scopes = z
  .string()
  .default('text,description')
  .transform((given) => given.split(',').map((scope) => scope.trim()))
  .pipe(z.array(z.enum(searchScopes)).min(1))
  .meta({ type: 'string', description: 'Comma-separated: text, description, annotations' })

const PageHitReply = z
  .object({
    id: z.string(),
    number: z.int(),
    label: z.string().nullable(),
    snippet: z.string().meta({ description: 'Escaped HTML in which only <mark> is markup' }),
    boxes: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
    annotation: z.string().optional(),
  })
  .meta({ id: 'PageHit' })

const Count = z.object({ value: z.string(), count: z.int() })

const SearchReply = z
  .object({
    query: z.object({ text: z.string(), understood: z.string() }),
    total: z.object({ documents: z.int(), pages: z.int(), exact: z.boolean() }),
    partial: z.object({ documents: z.int() }),
    tookMs: z.number(),
    hits: z.array(
      z.object({
        document: z.object({
          id: z.string(),
          title: z.string(),
          date: DateReply,
          creator: z.string().nullable(),
          type: z.string().nullable(),
          collection: z.string().nullable(),
        }),
        score: z.number().optional().meta({ description: 'For archivists only' }),
        pageHits: z.int(),
        missing: z.array(z.string()),
        pages: z.array(PageHitReply),
        notes: z.array(z.object({ kind: z.string(), says: z.string(), see: z.string().nullable() })),
      }),
    ),
    facets: z.object(
      Object.fromEntries(facetNames.map((name) => [name, z.array(Count)])) as Record<
        (typeof facetNames)[number],
        z.ZodArray<typeof Count>
      >,
    ),
    histogram: z.array(z.object({ year: z.int(), count: z.int() })),
    didYouMean: z.string().nullable(),
    next: z.string().nullable(),
  })
  .meta({ id: 'SearchResult' })

/** Search: over pages, grouped by document; and within one document. */
export const searchRoutes = (deps: SearchDeps): Route[] => [
  route({
    id: 'search',
    method: 'get',
    path: '/search',
    tags,
    access: 'reader',
    summary: 'Pages that answer a query, grouped by document',
    query: z.object({
      q,
      match: z.enum(['auto', 'all', 'any']).default('auto'),
      in: scopes,
      sort: z.enum(searchSorts).default('relevance'),
      ...filters,
      ...slice,
    }),
    status: 200,
    reply: SearchReply,
    faults: ['invalid-query', 'invalid-input'],
    handle: async ({ query, actor }) => {
      const { limit, cursor, match, sort } = query
      const request = { q: query.q, match, sort, in: query.in, filter: filterOf(query), limit, cursor }
      const { hits, tookMs, ...found } = await search(deps, actor, request)
      const scored = keepsArchive(actor)
      const shown = { ...found, hits: hits.map(({ score, ...hit }) => (scored ? { ...hit, score } : hit)) }
      // How long it took is no part of what was found.
      return { body: { ...shown, tookMs }, etag: tagOf(shown) }
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
    query: z.object({ q, ...slice }),
    status: 200,
    reply: z.object({
      query: z.object({ text: z.string(), understood: z.string() }),
      items: z.array(PageHitReply),
      next: z.string().nullable(),
    }),
    faults: ['not-found', 'gone', 'invalid-query', 'invalid-input'],
    handle: async ({ params, query, actor }) => ({
      body: await searchWithin(deps, actor, params.documentId, query),
    }),
  }),
]
