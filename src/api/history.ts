import { z } from 'zod'
import { type HistoryDeps, readHistory } from '../actions/read-history.ts'
import { slice } from './fields.ts'
import { type Route, route } from './route.ts'

const Told = z.unknown().meta({
  description: 'Null where there was nothing, or where who asks may not read it',
})
const EventReply = z
  .object({
    id: z.string(),
    at: z.string(),
    by: z.string(),
    verb: z.string().meta({ example: 'revise-claim' }),
    subject: z.object({ type: z.string(), id: z.string() }),
    before: Told,
    after: Told,
  })
  .meta({ id: 'Event' })

/** What was done to documents. */
export const historyRoutes = (deps: HistoryDeps): Route[] => [
  route({
    id: 'readHistory',
    method: 'get',
    path: '/documents/:documentId/history',
    tags: ['Documents'],
    access: 'reader',
    summary: 'What was done to this document, its witnesses, claims and marks, newest first',
    params: z.object({ documentId: z.string() }),
    query: z.object(slice),
    status: 200,
    reply: z.object({ items: z.array(EventReply), next: z.string().nullable() }),
    faults: ['not-found', 'gone', 'invalid-input'],
    handle: async ({ params, query, actor }) => ({
      body: await readHistory(deps, actor, params.documentId, query),
    }),
  }),
]
