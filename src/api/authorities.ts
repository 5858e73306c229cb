import { z } from 'zod'
import {
  type AuthorityDeps,
  addAuthority,
  documentsNaming,
  mergeAuthority,
  reviseAuthority,
  seeAuthority,
  unmergeAuthority,
} from '../actions/authority.ts'
import { once, type Repeating } from '../actions/once.ts'
import type { Authority, AuthorityType } from '../domain/authority/authority.ts'
import { invalid } from '../domain/errors.ts'
import type { DocumentReader } from '../ports/documents.ts'
import {
  AgentBody,
  HappeningBody,
  NewAgentBody,
  PlaceBody,
  presentAuthority,
  replyOf,
  saidOf,
} from './authority-shape.ts'
import { demandedVersion } from './demanded-version.ts'
import { DocumentReply, presentDocument, versionedTag } from './document-shape.ts'
import { slice, text } from './fields.ts'
import { type Route, route } from './route.ts'

export type AuthorityRoutesDeps = AuthorityDeps & Repeating & { documents: DocumentReader }

const params = z.object({ authorityId: z.string() })
const query = z.object({
  q: text(500).optional().meta({ description: 'Letters that a name has somewhere, in any case' }),
  ...slice,
})
const merging = z.object({
  into: z.string().max(100).optional().meta({ description: 'What is to stand in the place of this one' }),
  from: z.string().max(100).optional().meta({ description: 'What this one is to stand in the place of' }),
})

/** Agents, places and happenings: listed, added, read, revised, merged. */
export const authorityRoutes = (deps: AuthorityRoutesDeps): Route[] => [
  ...routesOf(deps, 'agent', 'Agent', { create: NewAgentBody, change: AgentBody }),
  ...routesOf(deps, 'place', 'Place', { create: PlaceBody, change: PlaceBody }),
  ...routesOf(deps, 'happening', 'Happening', { create: HappeningBody, change: HappeningBody }),
]

type Bodies = {
  create: typeof NewAgentBody | typeof PlaceBody | typeof HappeningBody
  change: typeof AgentBody | typeof PlaceBody | typeof HappeningBody
}

function routesOf(deps: AuthorityRoutesDeps, type: AuthorityType, name: string, bodies: Bodies): Route[] {
  const path = `/${type}s` as const
  const tags: [string] = ['Agents, places, happenings']
  const one = type === 'agent' ? 'an agent' : `a ${type}`
  const reply = replyOf(type)
  return [
    route({
      id: `list${name}s`,
      method: 'get',
      path,
      tags,
      access: 'reader',
      summary: `The ${type}s, newest first`,
      query,
      status: 200,
      reply: z.object({ items: z.array(reply), next: z.string().nullable() }),
      faults: ['invalid-input'],
      handle: async ({ query }) => {
        const { items, next } = await deps.authorities.list(type, query.q ?? null, query)
        return { body: { items: items.map(presentAuthority), next } }
      },
    }),
    route({
      id: `add${name}`,
      method: 'post',
      path,
      tags,
      access: 'archivist',
      summary: `Add ${one}; what is said of it becomes claims`,
      body: bodies.create,
      status: 201,
      reply,
      faults: ['idempotency-mismatch', 'in-progress'],
      handle: async ({ body, actor, idempotencyKey, baseUrl }) => {
        const input = { kind: 'kind' in body ? (body.kind ?? null) : null, said: saidOf(body) }
        const added = await once(deps, actor.id, idempotencyKey, ['add', type, body], (idempotency) =>
          addAuthority(deps, actor, type, input, idempotency),
        )
        return { ...presented(added), headers: { Location: `${baseUrl}/api/v1${path}/${added.id}` } }
      },
    }),
    route({
      id: `read${name}`,
      method: 'get',
      path: `${path}/:authorityId`,
      tags,
      access: 'reader',
      summary: `What is said of ${one}, as a view over the claims`,
      params,
      status: 200,
      reply,
      faults: ['not-found'],
      handle: async ({ params }) => presented(await seeAuthority(deps, type, params.authorityId)),
    }),
    route({
      id: `listDocumentsNaming${name}`,
      method: 'get',
      path: `${path}/:authorityId/documents`,
      tags,
      access: 'reader',
      summary: `The documents of which a claim or a mark names ${one}, and as what, newest first`,
      params,
      query: z.object(slice),
      status: 200,
      reply: z.object({
        items: z.array(
          z.object({
            document: DocumentReply,
            properties: z
              .array(z.string())
              .meta({ description: 'The properties of the claims that name it; mark where a mark does' }),
          }),
        ),
        next: z.string().nullable(),
      }),
      faults: ['not-found', 'invalid-input'],
      handle: async ({ params, query, actor }) => {
        const { items, next } = await documentsNaming(deps, actor, type, params.authorityId, query)
        const shown = items.map(({ document, properties }) => ({
          document: presentDocument(document, actor, deps.clock()),
          properties: [...properties],
        }))
        return { body: { items: shown, next } }
      },
    }),
    route({
      id: `revise${name}`,
      method: 'patch',
      path: `${path}/:authorityId`,
      tags,
      access: 'archivist',
      summary: `Change what is said of ${one}: each field makes claims that supersede the ones shown`,
      params,
      body: bodies.change,
      status: 200,
      reply,
      faults: ['not-found', 'conflict', 'precondition-failed'],
      handle: async ({ params, body, actor, ifMatch }) => {
        const input = { kind: 'kind' in body ? body.kind : undefined, said: saidOf(body) }
        const version = demandedVersion(ifMatch)
        return presented(await reviseAuthority(deps, actor, type, params.authorityId, input, version))
      },
    }),
    route({
      id: `merge${name}`,
      method: 'post',
      path: `${path}/:authorityId/merge`,
      tags,
      access: 'archivist',
      summary: `Let one ${type} stand in the place of another; both keep their claims`,
      params,
      body: merging,
      status: 200,
      reply,
      faults: ['not-found', 'conflict', 'precondition-failed', 'idempotency-mismatch', 'in-progress'],
      handle: async ({ params: { authorityId: id }, body, actor, ifMatch, idempotencyKey }) => {
        const { into, from } = body
        if ((into === undefined) === (from === undefined))
          throw invalid('into', 'give either into, what is to stand in its place, or from.')
        const pair = { from: from ?? id, into: into ?? id, seen: id }
        const expectedVersion = demandedVersion(ifMatch)
        const request = ['merge', type, pair]
        const survivor = await once(deps, actor.id, idempotencyKey, request, (idempotency) =>
          mergeAuthority(deps, actor, type, pair, { idempotency, expectedVersion }),
        )
        return presented(survivor)
      },
    }),
    route({
      id: `unmerge${name}`,
      method: 'post',
      path: `${path}/:authorityId/unmerge`,
      tags,
      access: 'archivist',
      summary: `Undo a merge: the ${type} that was merged stands for itself again, with its claims`,
      params,
      status: 200,
      reply,
      faults: ['not-found', 'conflict', 'precondition-failed', 'idempotency-mismatch', 'in-progress'],
      handle: async ({ params: { authorityId: id }, actor, ifMatch, idempotencyKey }) => {
        const expectedVersion = demandedVersion(ifMatch)
        const alone = await once(deps, actor.id, idempotencyKey, ['unmerge', type, id], (idempotency) =>
          unmergeAuthority(deps, actor, type, id, { idempotency, expectedVersion }),
        )
        return presented(alone)
      },
    }),
  ]
}

function presented(thing: Authority) {
  const body = presentAuthority(thing)
  return { body, etag: versionedTag(thing.version, body) }
}
