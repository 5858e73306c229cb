import { z } from 'zod'
import { once, type Repeating } from '../actions/once.ts'
import { addWitness, listWitnesses, reviseWitness, seeWitness, type WitnessDeps } from '../actions/witness.ts'
import type { Actor } from '../domain/access.ts'
import { labelOf } from '../domain/authority/describe-authority.ts'
import { noMark } from '../domain/witness/mark.ts'
import type { WitnessRecord } from '../domain/witness/witness.ts'
import { demandedVersion } from './demanded-version.ts'
import { versionedTag } from './document-shape.ts'
import { time } from './fields.ts'
import { markOf } from './mark-shape.ts'
import { markRoutes } from './marks.ts'
import { type Route, route } from './route.ts'
import { NewWitnessBody, presentWitness, saidOfWitness, WitnessBody, WitnessReply } from './witness-shape.ts'

export type WitnessRoutesDeps = WitnessDeps & Repeating

const ofDocument = z.object({ documentId: z.string() })
const params = z.object({ witnessId: z.string() })
const tags: [string] = ['Witnesses']

/** Witnesses of documents: listed, added, read, revised; and their marks. */
export const witnessRoutes = (deps: WitnessRoutesDeps): Route[] => [
  route({
    id: 'listWitnesses',
    method: 'get',
    path: '/documents/:documentId/witnesses',
    tags,
    access: 'reader',
    summary: 'The bearers of this document’s text, in their order, now or as they were described at a time',
    params: ofDocument,
    query: z.object({ asOf: time.optional() }),
    status: 200,
    reply: z.object({ items: z.array(WitnessReply), next: z.null() }),
    faults: ['not-found', 'gone'],
    handle: async ({ params, query, actor }) => {
      const witnesses = await listWitnesses(deps, actor, params.documentId, query.asOf)
      const items = await Promise.all(witnesses.map((witness) => present(deps, witness, actor)))
      return { body: { items, next: null } }
    },
  }),
  route({
    id: 'addWitness',
    method: 'post',
    path: '/documents/:documentId/witnesses',
    tags,
    access: 'archivist',
    summary: 'Add a bearer of this document’s text; what is said of it becomes claims',
    params: ofDocument,
    body: NewWitnessBody,
    status: 201,
    reply: WitnessReply,
    faults: ['not-found', 'gone', 'precondition-failed', 'idempotency-mismatch', 'in-progress'],
    handle: async ({ params: { documentId }, body, actor, ifMatch, idempotencyKey, baseUrl }) => {
      const { marks, ...witness } = body
      const input = {
        said: saidOfWitness(witness),
        marks: (marks ?? []).map((mark) => ({ ...noMark, ...markOf(mark) })),
      }
      const expectedVersion = demandedVersion(ifMatch)
      const request = ['addWitness', documentId, body]
      const added = await once(deps, actor.id, idempotencyKey, request, (idempotency) =>
        addWitness(deps, actor, documentId, input, { idempotency, expectedVersion }),
      )
      const headers = { Location: `${baseUrl}/api/v1/witnesses/${added.id}` }
      return { ...(await presented(deps, added, actor)), headers }
    },
  }),
  route({
    id: 'readWitness',
    method: 'get',
    path: '/witnesses/:witnessId',
    tags,
    access: 'reader',
    summary: 'A bearer of a document’s text, with its files and marks',
    params,
    status: 200,
    reply: WitnessReply,
    faults: ['not-found', 'gone'],
    handle: async ({ params, actor }) =>
      presented(deps, await seeWitness(deps, actor, params.witnessId), actor),
  }),
  route({
    id: 'reviseWitness',
    method: 'patch',
    path: '/witnesses/:witnessId',
    tags,
    access: 'archivist',
    summary: 'Change what is said of a witness: each field makes claims that supersede the ones shown',
    params,
    body: WitnessBody,
    status: 200,
    reply: WitnessReply,
    faults: ['not-found', 'gone', 'precondition-failed'],
    handle: async ({ params, body, actor, ifMatch }) => {
      const version = demandedVersion(ifMatch)
      const revised = await reviseWitness(deps, actor, params.witnessId, saidOfWitness(body), version)
      return presented(deps, revised, actor)
    },
  }),
  ...markRoutes(deps),
]

/** A witness as it is shown, under a tag that tells its version. */
export async function presented(deps: WitnessDeps, record: WitnessRecord, actor: Actor) {
  const body = await present(deps, record, actor)
  return { body, etag: versionedTag(record.version, body) }
}

async function present({ authorities }: WitnessDeps, record: WitnessRecord, actor: Actor) {
  const agent = record.view.holder?.agent ?? null
  const holder = agent === null ? null : await authorities.find('agent', agent)
  return presentWitness(record, holder && labelOf(holder.view), actor)
}
