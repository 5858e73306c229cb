import { z } from 'zod'
import { type AnnotateDeps, annotate, changeAnnotation, removeAnnotation } from '../actions/annotate.ts'
import { once, type Repeating } from '../actions/once.ts'
import { listAnnotations, outlineOf, readOnce, seeAnnotation } from '../actions/read-annotation.ts'
import { preferredOf } from '../annotation/preference.ts'
import {
  annotationAddress,
  annotationProfile,
  presentContainer,
  presentContainerPage,
} from '../annotation/present.ts'
import type { Actor } from '../domain/access.ts'
import { sharingIn } from '../domain/annotation/circle.ts'
import { readAnnotation } from '../domain/annotation/model.ts'
import { wishedName } from '../domain/annotation/wished-name.ts'
import type { StoredAnnotation } from '../ports/annotations.ts'
import { annotationQuery, filterOf, filterQuery } from './annotation-query.ts'
import { demandedVersion } from './demanded-version.ts'
import { usualLimit } from './fields.ts'
import { type Context, type Outcome, type Route, route } from './route.ts'
import { Annotation, shownAnnotation } from './show-annotation.ts'

const tags: [string] = ['Annotations']
const params = z.object({ annotationId: z.string() })
const inDocument = z.object({ documentId: z.string() })
const consumes = ['application/ld+json', 'application/json']
const produces = annotationProfile
const resourceLink = '<http://www.w3.org/ns/ldp#Resource>; rel="type"'
const containerLink = [
  '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"',
  '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"',
].join(', ')

/** What a container takes (LDP 7.1). */
const acceptPost = () => ({ 'Accept-Post': `${annotationProfile}, application/json` })

/** Web Annotations (W3C Web Annotation Protocol): one container for all, and one for each document. */
export const annotationRoutes = (deps: AnnotateDeps & Repeating): Route[] => {
  type Ask = Pick<Context<unknown, unknown, unknown>, 'actor' | 'baseUrl' | 'idempotencyKey' | 'req'>
  type Listing = Pick<
    Context<unknown, z.output<typeof annotationQuery>, unknown>,
    'actor' | 'baseUrl' | 'req' | 'query'
  >

  async function add({ actor, baseUrl, idempotencyKey, req }: Ask, body: unknown, document: string | null) {
    const annotation = readAnnotation(withoutOurs(body))
    const sharing = sharingIn(body)
    const asked = { ...deps, texts: readOnce(deps.texts) }
    const added = await once(deps, actor.id, idempotencyKey, ['annotate', document, body], (idempotency) =>
      annotate(
        asked,
        actor,
        annotation,
        { within: document, wish: wishedName(req.get('Slug')), sharing },
        idempotency,
      ),
    )
    const shown = await show(actor, baseUrl, added, asked)
    return { ...shown, headers: { ...shown.headers, Location: annotationAddress(baseUrl, added.id) } }
  }

  async function show(
    actor: Actor,
    baseUrl: string,
    annotation: StoredAnnotation,
    asked = deps,
  ): Promise<Outcome<Record<string, unknown>>> {
    return {
      ...(await shownAnnotation(asked, actor, baseUrl, annotation)),
      headers: { Link: resourceLink, Allow: 'GET, HEAD, PUT, DELETE, OPTIONS' },
      vary: 'Accept',
    }
  }

  async function list({ actor, baseUrl, req, query }: Listing, path: string, document: string | null) {
    const { limit, cursor, iris, ...filter } = query
    const contained =
      iris === '1' ? 'addresses' : ((cursor == null ? preferredOf(req.get('Prefer')) : null) ?? 'annotations')
    const wanted = { ...filterOf(filter), document }
    const { items, next } = await listAnnotations(deps, actor, wanted, {
      limit,
      cursor: cursor || null,
    })
    const address = `${baseUrl}${path}${filterQuery(filter)}`
    const telling = { page: { items, next }, contained, size: limit === usualLimit ? null : limit }
    const body =
      cursor == null
        ? presentContainer(address, baseUrl, {
            outline: await outlineOf(deps, actor, wanted, limit),
            ...telling,
          })
        : presentContainerPage(address, baseUrl, { cursor, ...telling })
    const headers = {
      Link: containerLink,
      Allow: 'GET, HEAD, POST, OPTIONS',
      ...acceptPost(),
      'Content-Location': String(body.id),
    }
    return { body, headers, vary: 'Accept, Prefer' }
  }

  return [
    route({
      id: 'listAnnotations',
      method: 'get',
      prefix: '',
      path: '/annotations/',
      tags,
      access: 'reader',
      produces,
      summary: 'The container of all annotations; with ?cursor= one page of it',
      query: annotationQuery,
      status: 200,
      reply: Annotation,
      faults: ['invalid-input'],
      handle: (context) => list(context, '/annotations/', null),
    }),
    route({
      id: 'addAnnotation',
      anyOrigin: true,
      method: 'post',
      prefix: '',
      path: '/annotations/',
      tags,
      access: 'annotator',
      there: true,
      consumes,
      produces,
      options: acceptPost,
      summary: 'Annotate a page, a passage of it, or a document',
      body: Annotation,
      status: 201,
      reply: Annotation,
      faults: [
        'not-found',
        'gone',
        'malformed-json',
        'unsupported-media-type',
        'idempotency-mismatch',
        'in-progress',
      ],
      handle: (context) => add(context, context.body, null),
    }),
    route({
      id: 'listDocumentAnnotations',
      method: 'get',
      path: '/documents/:documentId/annotations/',
      tags,
      access: 'reader',
      produces,
      summary: 'The container of a document’s annotations; with ?cursor= one page of it',
      params: inDocument,
      query: annotationQuery,
      status: 200,
      reply: Annotation,
      faults: ['not-found', 'gone', 'invalid-input'],
      handle: ({ params: { documentId }, ...context }) =>
        list(context, `/api/v1/documents/${documentId}/annotations/`, documentId),
    }),
    route({
      id: 'addDocumentAnnotation',
      anyOrigin: true,
      method: 'post',
      path: '/documents/:documentId/annotations/',
      tags,
      access: 'annotator',
      there: true,
      consumes,
      produces,
      options: acceptPost,
      summary: 'Annotate this document or a page of it',
      params: inDocument,
      body: Annotation,
      status: 201,
      reply: Annotation,
      faults: [
        'not-found',
        'gone',
        'malformed-json',
        'unsupported-media-type',
        'idempotency-mismatch',
        'in-progress',
      ],
      handle: (context) => add(context, context.body, context.params.documentId),
    }),
    route({
      id: 'readAnnotation',
      method: 'get',
      prefix: '',
      path: '/annotations/:annotationId',
      tags,
      access: 'reader',
      produces,
      summary: 'An annotation, and where its passage stands in the text of today',
      params,
      status: 200,
      reply: Annotation,
      faults: ['not-found', 'gone'],
      handle: async ({ params, actor, baseUrl }) =>
        show(actor, baseUrl, await seeAnnotation(deps, actor, params.annotationId)),
    }),
    route({
      id: 'changeAnnotation',
      anyOrigin: true,
      method: 'put',
      prefix: '',
      path: '/annotations/:annotationId',
      tags,
      access: 'annotator',
      there: true,
      consumes,
      produces,
      summary: 'Put another annotation in its place',
      params,
      body: Annotation,
      status: 200,
      reply: Annotation,
      faults: [
        'not-found',
        'gone',
        'conflict',
        'precondition-failed',
        'malformed-json',
        'unsupported-media-type',
      ],
      handle: async ({ params, body, actor, baseUrl, ifMatch }) => {
        const own = annotationAddress('', params.annotationId)
        const annotation = readAnnotation(withoutOurs(body), (iri) => iri.endsWith(own))
        const changed = await changeAnnotation(
          deps,
          actor,
          params.annotationId,
          { body: annotation, sharing: sharingIn(body) },
          demandedVersion(ifMatch),
        )
        return show(actor, baseUrl, changed)
      },
    }),
    route({
      id: 'removeAnnotation',
      anyOrigin: true,
      method: 'delete',
      prefix: '',
      path: '/annotations/:annotationId',
      tags,
      access: 'annotator',
      there: true,
      summary: 'Delete an annotation',
      params,
      status: 204,
      faults: ['not-found', 'gone', 'precondition-failed'],
      handle: ({ params, actor, ifMatch }) =>
        removeAnnotation(deps, actor, params.annotationId, demandedVersion(ifMatch)),
    }),
  ]
}

/** `anchor` and `archive` are ours, and come back from clients: they are said anew at each reading, not kept as they are. */
function withoutOurs(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body
  const { anchor: _, archive: __, ...rest } = body as Record<string, unknown>
  return rest
}
