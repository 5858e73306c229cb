import { z } from 'zod'
import { type DatingDeps, seeDating } from '../actions/see-dating.ts'
import { DatingReply, presentDating } from './dating-shape.ts'
import { time } from './fields.ts'
import { type Route, route } from './route.ts'

/** When documents were written, with every step that leads there. */
export const datingRoutes = (deps: DatingDeps): Route[] => [
  route({
    id: 'readDating',
    method: 'get',
    path: '/documents/:documentId/dating',
    tags: ['Documents'],
    access: 'reader',
    summary:
      'When this document was written, by its claims as they stand or stood at a time, with every step and a verdict on each date claim',
    params: z.object({ documentId: z.string() }),
    query: z.object({ asOf: time.optional() }),
    status: 200,
    reply: DatingReply,
    faults: ['not-found', 'gone'],
    handle: async ({ params, query, actor }) => {
      const { dating, pending } = await seeDating(deps, actor, params.documentId, query.asOf)
      return { body: presentDating(dating, pending) }
    },
  }),
]
