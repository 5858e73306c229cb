import { z } from 'zod'
import { addMark, changeMark, listMarks, removeMark, seeMark } from '../actions/mark.ts'
import { once, type Repeating } from '../actions/once.ts'
import type { WitnessDeps } from '../actions/witness.ts'
import { type Mark, noMark } from '../domain/witness/mark.ts'
import { demandedVersion } from './demanded-version.ts'
import { versionedTag } from './document-shape.ts'
import { slice } from './fields.ts'
import { MarkBody, MarkReply, markOf, presentMark } from './mark-shape.ts'
import { type Route, route } from './route.ts'

const onWitness = z.object({ witnessId: z.string() })
const params = z.object({ markId: z.string() })
const tags: [string] = ['Witnesses']

/** Marks on witnesses: listed, recorded, read, changed, taken away. */
export const markRoutes = (deps: WitnessDeps & Repeating): Route[] => [
  route({
    id: 'listMarks',
    method: 'get',
    path: '/witnesses/:witnessId/marks',
    tags,
    access: 'reader',
    summary: 'The stamps, numbers, signatures and notes on this witness',
    params: onWitness,
    query: z.object(slice),
    status: 200,
    reply: z.object({ items: z.array(MarkReply), next: z.string().nullable() }),
    faults: ['not-found', 'gone', 'invalid-input'],
    handle: async ({ params, query, actor }) => {
      const { items, next } = await listMarks(deps, actor, params.witnessId, query)
      return { body: { items: items.map(presentMark), next } }
    },
  }),
  route({
    id: 'addMark',
    method: 'post',
    path: '/witnesses/:witnessId/marks',
    tags,
    access: 'archivist',
    summary: 'Record a mark on this witness',
    params: onWitness,
    body: MarkBody,
    status: 201,
    reply: MarkReply,
    faults: ['not-found', 'gone', 'precondition-failed', 'idempotency-mismatch', 'in-progress'],
    handle: async ({ params: { witnessId }, body, actor, ifMatch, idempotencyKey, baseUrl }) => {
      const expectedVersion = demandedVersion(ifMatch)
      const content = { ...noMark, ...markOf(body) }
      const request = ['addMark', witnessId, body]
      const added = await once(deps, actor.id, idempotencyKey, request, (idempotency) =>
        addMark(deps, actor, witnessId, content, { idempotency, expectedVersion }),
      )
      return { ...presented(added), headers: { Location: `${baseUrl}/api/v1/marks/${added.id}` } }
    },
  }),
  route({
    id: 'readMark',
    method: 'get',
    path: '/marks/:markId',
    tags,
    access: 'reader',
    summary: 'A mark, with what was read and what was inferred',
    params,
    status: 200,
    reply: MarkReply,
    faults: ['not-found', 'gone'],
    handle: async ({ params, actor }) => presented(await seeMark(deps, actor, params.markId)),
  }),
  route({
    id: 'changeMark',
    method: 'patch',
    path: '/marks/:markId',
    tags,
    access: 'archivist',
    summary: 'Change what is said of a mark; what it said before stays in the history',
    params,
    body: MarkBody,
    status: 200,
    reply: MarkReply,
    faults: ['not-found', 'gone', 'precondition-failed'],
    handle: async ({ params, body, actor, ifMatch }) =>
      presented(await changeMark(deps, actor, params.markId, markOf(body), demandedVersion(ifMatch))),
  }),
  route({
    id: 'removeMark',
    method: 'delete',
    path: '/marks/:markId',
    tags,
    access: 'archivist',
    summary: 'Take a mark away; it stays in the history',
    params,
    status: 204,
    faults: ['not-found', 'gone', 'precondition-failed'],
    handle: ({ params, actor, ifMatch }) => removeMark(deps, actor, params.markId, demandedVersion(ifMatch)),
  }),
]

function presented(mark: Mark) {
  const body = presentMark(mark)
  return { body, etag: versionedTag(mark.version, body) }
}
