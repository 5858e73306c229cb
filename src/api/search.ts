import { z } from 'zod'
import {
  audienceFor,
  msSince,
  type SearchDeps,
  searchWithin,
  searchWritten,
  type Wanted,
  type WritingDeps,
} from '../actions/search.ts'
import type { Actor } from '../domain/access.ts'
import type { ArchiveState } from '../ports/archive-state.ts'
import { slice } from './fields.ts'
import { keptReplies } from './kept-replies.ts'
import { type Reporting, reportSearch } from './report-search.ts'
import { type Route, route } from './route.ts'
import { PageFoundReply, q, SearchReply, wanted, wantedOf } from './search-shape.ts'
import { withFields } from './write-reply.ts'

const tags: [string] = ['Search']

export type SearchRoutesDeps = SearchDeps &
  WritingDeps &
  Reporting & { state: ArchiveState; searchMemory: number }

/** Of the memory that searches may take, so much is for replies. */
const shareOfReplies = 1 / 16

type Told = Awaited<ReturnType<typeof replyTo>>['told']

/** Search: over pages, grouped by document; and within one document. */
export const searchRoutes = (deps: SearchRoutesDeps): Route[] => [searchRoute(deps), withinRoute(deps)]

function searchRoute(deps: SearchRoutesDeps): Route {
  const kept = keptReplies<Told>(deps.state, Math.floor(deps.searchMemory * shareOfReplies))
  return route({
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
      const started = performance.now()
      const { limit, cursor } = query
      const asked = { ...wantedOf(query), limit, cursor }
      const name = JSON.stringify([asked, audienceFor(deps, actor)])
      const make = () => replyTo(deps, actor, asked)
      return kept.of(name, make, ({ written, told }) => {
        const tookMs = msSince(started)
        deps.metrics.replies(kept.figures)
        reportSearch(deps, actor, requestId, { ...told, tookMs }, told.total)
        // How long it took is no part of what was found.
        return { written: withFields(written, { tookMs }), etag: told.etag }
      })
    },
  })
}

/** What a search found as the actor is shown it, and what is told of it. */
async function replyTo(deps: WritingDeps, actor: Actor, asked: Wanted) {
  const { written, ...told } = await searchWritten(deps, actor, asked)
  const { exact, documents } = told.total
  // With more time there might be more, or a word like one that stands nowhere.
  return {
    written: Buffer.from(written.buffer, written.byteOffset, written.length),
    told: { ...told, isFinal: exact && documents > 0 },
  }
}

const withinRoute = (deps: SearchDeps & Reporting): Route =>
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
      exact: z.boolean().meta({ description: 'Whether these are all; false where there may be more' }),
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
  })
