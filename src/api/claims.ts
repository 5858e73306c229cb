import { z } from 'zod'
import { addClaim, type ClaimDeps, reviseClaim, seeClaim } from '../actions/claim.ts'
import { listClaims } from '../actions/list-claims.ts'
import { once, type Repeating } from '../actions/once.ts'
import type { Actor } from '../domain/access.ts'
import type { Claim, Subject, SubjectType } from '../domain/claim.ts'
import { invalid } from '../domain/errors.ts'
import {
  ClaimBody,
  ClaimListReply,
  ClaimOfBody,
  ClaimReply,
  ClaimWithHistoryReply,
  presentClaim,
  RevisionBody,
} from './claim-shape.ts'
import { demandedVersion } from './demanded-version.ts'
import { versionedTag } from './document-shape.ts'
import { slice } from './fields.ts'
import { type Context, type Route, route } from './route.ts'

export type ClaimRoutesDeps = ClaimDeps & Repeating

const tags: [string] = ['Claims']
const claimQuery = z.object({
  property: z.string().optional(),
  standing: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: 'Without those that a revision has taken the place of' }),
  ...slice,
})
const written = ['precondition-failed', 'idempotency-mismatch', 'in-progress'] as const

type Posted = Pick<Context<unknown, unknown, unknown>, 'actor' | 'baseUrl' | 'ifMatch' | 'idempotencyKey'>

/** Claims: listed and added under what they are about, read with their revisions, revised. */
export function claimRoutes(deps: ClaimRoutesDeps): Route[] {
  async function add(posted: Posted, subject: Subject, body: z.output<typeof ClaimBody>) {
    const { actor, ifMatch, idempotencyKey } = posted
    const { subject: said = subject, ...saying } = body
    if (said.type !== subject.type || said.id !== subject.id)
      throw invalid('subject', 'is another thing than the address names: leave it out.')
    const expectedVersion = demandedVersion(ifMatch)
    const added = await once(deps, actor.id, idempotencyKey, ['addClaim', subject, body], (idempotency) =>
      addClaim(deps, actor, subject, saying, { idempotency, expectedVersion }),
    )
    return created(posted, added)
  }

  const under = (type: SubjectType, path: `/${string}`, name: string): Route[] => [
    route({
      id: `list${name}Claims`,
      method: 'get',
      path: `${path}/:subjectId/claims`,
      tags,
      access: 'reader',
      summary: `The claims about this ${type}, oldest first`,
      params: z.object({ subjectId: z.string() }),
      query: claimQuery,
      status: 200,
      reply: ClaimListReply,
      faults: ['not-found', 'gone', 'invalid-input'],
      handle: async ({ params, query, actor }) => list(actor, { type, id: params.subjectId }, query),
    }),
    route({
      id: `add${name}Claim`,
      method: 'post',
      path: `${path}/:subjectId/claims`,
      tags,
      access: 'archivist',
      summary: `Say something about this ${type}`,
      params: z.object({ subjectId: z.string() }),
      body: ClaimBody,
      status: 201,
      reply: ClaimReply,
      faults: ['not-found', 'gone', 'conflict', ...written],
      handle: (context) => add(context, { type, id: context.params.subjectId }, context.body),
    }),
  ]

  async function list(actor: Actor, subject: Subject, query: z.output<typeof claimQuery>) {
    const filter = { property: query.property, standing: query.standing === 'true' }
    const { items, next } = await listClaims(deps, actor, subject, filter, query)
    return { body: { items: items.map(presentClaim), next } }
  }

  return [
    ...under('document', '/documents', 'Document'),
    ...under('witness', '/witnesses', 'Witness'),
    ...under('agent', '/agents', 'Agent'),
    ...under('place', '/places', 'Place'),
    ...under('happening', '/happenings', 'Happening'),
    route({
      id: 'addClaim',
      method: 'post',
      path: '/claims',
      tags,
      access: 'archivist',
      summary: 'Say something about a document, witness, agent, place or happening',
      body: ClaimOfBody,
      status: 201,
      reply: ClaimReply,
      faults: ['not-found', 'gone', 'conflict', ...written],
      handle: (context) => add(context, context.body.subject, context.body),
    }),
    route({
      id: 'readClaim',
      method: 'get',
      path: '/claims/:claimId',
      tags,
      access: 'reader',
      summary: 'A claim with its revisions',
      params: z.object({ claimId: z.string() }),
      status: 200,
      reply: ClaimWithHistoryReply,
      faults: ['not-found', 'gone'],
      handle: async ({ params, actor }) => {
        const { claim, history, version } = await seeClaim(deps, actor, params.claimId)
        const body = { ...presentClaim(claim), revisions: history.map(presentClaim) }
        return { body, etag: versionedTag(version, body) }
      },
    }),
    route({
      id: 'reviseClaim',
      method: 'post',
      path: '/claims/:claimId/revisions',
      tags,
      access: 'archivist',
      summary: 'Say a claim anew; what is left out is taken over, and the old claim stays',
      params: z.object({ claimId: z.string() }),
      body: RevisionBody,
      status: 201,
      reply: ClaimReply,
      faults: ['not-found', 'gone', 'conflict', ...written],
      handle: async ({ params: { claimId }, body, ...posted }) => {
        const expectedVersion = demandedVersion(posted.ifMatch)
        const { actor, idempotencyKey } = posted
        const request = ['reviseClaim', claimId, body]
        const revised = await once(deps, actor.id, idempotencyKey, request, (idempotency) =>
          reviseClaim(deps, actor, claimId, body, { idempotency, expectedVersion }),
        )
        return created(posted, revised)
      },
    }),
  ]
}

const created = ({ baseUrl }: Posted, claim: Claim) => ({
  body: presentClaim(claim),
  headers: { Location: `${baseUrl}/api/v1/claims/${claim.id}` },
})
