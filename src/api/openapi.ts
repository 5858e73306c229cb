import { type ZodObject, z } from 'zod'
import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiOverride,
} from 'zod-openapi'
import type { Fault } from '../domain/errors.ts'
import { Problem, problems } from './problem.ts'
import type { Route } from './route.ts'

/** The OpenAPI 3.1 description of the routes, in the order of their declaration; the same for the same input. */
export function openApiDocument(routes: readonly Route[], version: string): object {
  const paths: NonNullable<ZodOpenApiObject['paths']> = {}
  for (const route of routes) {
    const path = route.path.replace(/[:*](\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: operation(route) }
  }
  return createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Fonds',
        version,
        description: 'A self-hosted archive for documents whose story is contested.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      tags: [...new Set(routes.flatMap(({ tags }) => tags))].map((name) => ({ name })),
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
      paths,
    },
    { override: openness },
  )
}

function operation(route: Route): ZodOpenApiOperationObject {
  const { id, summary, tags, access, params, query, body, form, consumes } = route
  const schemaOf = (mediaType: string) =>
    (mediaType === 'multipart/form-data' ? (form ?? body) : body) ?? undefined
  const parameters = {
    ...(hasFields(params) ? { path: params } : {}),
    ...(hasFields(query) ? { query } : {}),
    ...(hasFields(headersOf(route)) ? { header: headersOf(route) } : {}),
  }
  return {
    operationId: id,
    summary,
    ...(tags.length > 0 ? { tags: [...tags] } : {}),
    ...(Object.keys(parameters).length > 0 ? { requestParams: parameters } : {}),
    ...(body === null
      ? {}
      : {
          requestBody: {
            required: !body.safeParse(undefined).success,
            content: Object.fromEntries(
              consumes.map((mediaType) => [mediaType, { schema: schemaOf(mediaType) }]),
            ),
          },
        }),
    responses: { [route.status]: success(route), ...otherSuccesses(route), ...failures(route) },
    security: access === 'public' ? [] : [{ bearer: [] }],
    'x-access': access,
    ...(route.there && { 'x-access-there': true }),
  }
}

/** The request headers that a route answers to, told from the faults to which they can lead. */
function headersOf({ method, faults, produces }: Route): ZodObject {
  const header = (description: string) => z.string().optional().meta({ description })
  const isStream = produces === 'text/event-stream'
  return z.object({
    ...(faults.includes('idempotency-mismatch') && {
      'Idempotency-Key': header(
        'The same key again gets the first answer, and nothing is done twice; kept 24 hours',
      ),
    }),
    ...(faults.includes('precondition-failed') && {
      'If-Match': header('The ETag of what the caller saw; 412 when it has changed'),
    }),
    ...(method === 'get' &&
      !isStream && { 'If-None-Match': header('An ETag; 304 when nothing has changed') }),
    ...(faults.includes('range-not-satisfiable') && {
      Range: header('One range of bytes, such as bytes=0-99'),
      'If-Range': header('The ETag to which the range belongs; the whole is sent when it has changed'),
    }),
  })
}

function otherSuccesses({ method, faults, produces }: Route): ZodOpenApiOperationObject['responses'] {
  return {
    ...(faults.includes('range-not-satisfiable') && { 206: { description: 'The range that was asked for' } }),
    ...(method === 'get' &&
      produces !== 'text/event-stream' && { 304: { description: 'Nothing has changed' } }),
  }
}

const hasFields = (schema: ZodObject) => Object.keys(schema.shape).length > 0

function success({ reply, produces, alternatives, status, respond }: Route) {
  const description = status === 204 ? 'Done; the reply is empty' : 'Done'
  const others = Object.fromEntries(alternatives.map((mediaType) => [mediaType, {}]))
  if (reply) return { description, content: { [produces]: { schema: reply }, ...others } }
  return respond && status !== 204 ? { description, content: { [produces]: {} } } : { description }
}

/** One response for each status, naming the faults that lead to it. */
function failures(route: Route): ZodOpenApiOperationObject['responses'] {
  const all = [...new Set([...route.faults, ...implied(route)])]
  const byStatus = [...Map.groupBy(all, (fault) => problems[fault].status)].toSorted(([a], [b]) => a - b)
  return Object.fromEntries(
    byStatus.map(([status, faults]) => [
      status,
      {
        description: faults.toSorted().join(', '),
        content: { 'application/problem+json': { schema: Problem } },
      },
    ]),
  )
}

/** The faults that the frame itself answers with, whatever the route declares. */
function implied({ access, params, query, body, method }: Route): Fault[] {
  return [
    ...(access === 'public' ? [] : (['unauthenticated', 'forbidden'] as const)),
    ...(hasFields(params) || hasFields(query) || body !== null ? (['invalid-input'] as const) : []),
    ...(body === null ? [] : (['malformed-json', 'too-large', 'unsupported-media-type'] as const)),
    ...(method === 'get' ? (['precondition-failed'] as const) : []),
    'internal',
  ]
}

/** Requests are closed, for unknown fields are refused; replies are open, so that fields can be added later. */
const openness: ZodOpenApiOverride = ({ zodSchema, jsonSchema, io }) => {
  const { def } = zodSchema._zod
  if (def.type !== 'object' || def.catchall !== undefined) return
  if (io === 'input') jsonSchema.additionalProperties = false
  else delete jsonSchema.additionalProperties
}
