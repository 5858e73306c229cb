import { z } from 'zod'
import { once, type Repeating } from '../actions/once.ts'
import {
  addSource,
  claimsOnSource,
  listSources,
  marksOnSource,
  reviseSource,
  type SourceDeps,
  seeSource,
} from '../actions/source.ts'
import type { Source } from '../domain/source/source.ts'
import type { WitnessReader } from '../ports/witnesses.ts'
import { ClaimListReply, presentClaim } from './claim-shape.ts'
import { demandedVersion } from './demanded-version.ts'
import { versionedTag } from './document-shape.ts'
import { slice, text } from './fields.ts'
import { MarkReply, presentMark } from './mark-shape.ts'
import { type Route, route } from './route.ts'

export type SourceRoutesDeps = SourceDeps & Repeating & { witnesses: WitnessReader }

const params = z.object({ sourceId: z.string() })
const tags: [string] = ['Sources']

const SourceBody = z.looseObject({}).meta({
  id: 'NewSource',
  description: 'A work as CSL-JSON without an id, or {"document": …} for a document of the archive',
  example: {
    type: 'book',
    title: 'The Lesser Terror',
    author: [{ family: 'Parrish' }],
    ISBN: '0-275-95113-8',
  },
})
const SourceReply = z
  .looseObject({ id: z.string(), type: z.string(), title: z.string(), document: z.string().optional() })
  .meta({ id: 'Source', description: 'CSL-JSON with the id under which claims cite it' })

/** Sources: listed, added, read, revised, with the claims that rest on them. */
export const sourceRoutes = (deps: SourceRoutesDeps): Route[] => [
  route({
    id: 'listSources',
    method: 'get',
    path: '/sources',
    tags,
    access: 'reader',
    summary: 'The sources, newest first',
    query: z.object({
      q: text(500).optional().meta({ description: 'Letters of the title or of a name' }),
      ...slice,
    }),
    status: 200,
    reply: z.object({ items: z.array(SourceReply), next: z.string().nullable() }),
    faults: ['invalid-input'],
    handle: async ({ query, actor }) => {
      const { items, next } = await listSources(deps, actor, query.q ?? null, query)
      return { body: { items: items.map(present), next } }
    },
  }),
  route({
    id: 'addSource',
    method: 'post',
    path: '/sources',
    tags,
    access: 'archivist',
    summary: 'Add what claims can rest on: a work, or a document of the archive',
    body: SourceBody,
    status: 201,
    reply: SourceReply,
    faults: ['idempotency-mismatch', 'in-progress'],
    handle: async ({ body, actor, idempotencyKey, baseUrl }) => {
      const added = await once(deps, actor.id, idempotencyKey, ['addSource', body], (idempotency) =>
        addSource(deps, actor, body, idempotency),
      )
      return { ...presented(added), headers: { Location: `${baseUrl}/api/v1/sources/${added.id}` } }
    },
  }),
  route({
    id: 'readSource',
    method: 'get',
    path: '/sources/:sourceId',
    tags,
    access: 'reader',
    summary: 'A source as CSL-JSON',
    params,
    status: 200,
    reply: SourceReply,
    faults: ['not-found'],
    handle: async ({ params, actor }) => presented(await seeSource(deps, actor, params.sourceId)),
  }),
  route({
    id: 'reviseSource',
    method: 'patch',
    path: '/sources/:sourceId',
    tags,
    access: 'archivist',
    summary: 'Change variables of a work; null takes one away',
    params,
    body: SourceBody,
    status: 200,
    reply: SourceReply,
    faults: ['not-found', 'conflict', 'precondition-failed'],
    handle: async ({ params, body, actor, ifMatch }) =>
      presented(await reviseSource(deps, actor, params.sourceId, body, demandedVersion(ifMatch))),
  }),
  route({
    id: 'listClaimsOnSource',
    method: 'get',
    path: '/sources/:sourceId/claims',
    tags,
    access: 'reader',
    summary: 'The claims that rest on this source, newest first',
    params,
    query: z.object(slice),
    status: 200,
    reply: ClaimListReply,
    faults: ['not-found', 'invalid-input'],
    handle: async ({ params, query, actor }) => {
      const { items, next } = await claimsOnSource(deps, actor, params.sourceId, query)
      return { body: { items: items.map(presentClaim), next } }
    },
  }),
  route({
    id: 'listMarksOnSource',
    method: 'get',
    path: '/sources/:sourceId/marks',
    tags,
    access: 'reader',
    summary: 'The marks on witnesses that rest on this source, newest first, each with its document',
    params,
    query: z.object(slice),
    status: 200,
    reply: z.object({
      items: z.array(MarkReply.extend({ document: z.string() }).meta({ id: 'MarkOfDocument' })),
      next: z.string().nullable(),
    }),
    faults: ['not-found', 'invalid-input'],
    handle: async ({ params, query, actor }) => {
      const { items, next } = await marksOnSource(deps, actor, params.sourceId, query)
      const shown = items.map(({ document, ...mark }) => ({ ...presentMark(mark), document }))
      return { body: { items: shown, next } }
    },
  }),
]

const present = ({ id, work }: Source): z.input<typeof SourceReply> =>
  work.csl ? { id, ...work.csl } : { id, type: 'document', title: work.title, document: work.document }

function presented(source: Source) {
  const body = present(source)
  return { body, etag: versionedTag(source.version, body) }
}
