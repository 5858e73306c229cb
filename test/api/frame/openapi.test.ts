import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { docsRoutes } from '../../../src/api/docs.ts'
import { openApiDocument } from '../../../src/api/openapi.ts'
import { problemRoute } from '../../../src/api/problem-page.ts'
import { type Route, route } from '../../../src/api/route.ts'
import { aRoute, toyApp } from './toy.ts'

type Schema = {
  $ref?: string
  type?: string
  additionalProperties?: unknown
  properties?: Record<string, Schema>
}
type Content = Record<string, { schema?: Schema }>
type Operation = {
  operationId: string
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[]
  requestBody?: { required?: boolean; content: Content }
  responses: Record<string, { description: string; content?: Content }>
  security: unknown[]
  tags?: string[]
  'x-access': string
}
type Document = {
  openapi: string
  info: { version: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

const Thing = z
  .object({ title: z.string(), names: z.array(z.object({ text: z.string() })).default([]) })
  .meta({ id: 'Thing' })
const routes = [
  aRoute(),
  route({
    id: 'changeThing',
    method: 'patch',
    path: '/things/:thing',
    summary: 'Change a thing',
    tags: ['things'],
    access: 'archivist',
    params: z.object({ thing: z.string() }),
    query: z.object({ dry: z.coerce.boolean().optional() }),
    body: Thing,
    status: 200,
    reply: Thing,
    faults: ['not-found', 'conflict', 'in-progress'],
    handle: async ({ body }) => ({ body }),
  }),
  aRoute({
    id: 'drop',
    method: 'delete',
    path: '/things/:thing',
    params: z.object({ thing: z.string() }),
    status: 204,
    reply: undefined,
  }),
  aRoute({
    id: 'bytes',
    path: '/tiles/:quality.:format',
    params: z.object({ quality: z.string(), format: z.string() }),
    reply: undefined,
    produces: 'image/jpeg',
    respond: async () => {},
  }),
]
// Through JSON, as clients get it.
const documentOf = (some: readonly Route[]): Document =>
  JSON.parse(JSON.stringify(openApiDocument(some, '1.2.3')))

describe('the OpenAPI document', () => {
  const document = documentOf(routes)
  const change = document.paths['/api/v1/things/{thing}']?.patch

  test('names its version and each operation by the id of its route', () => {
    expect([document.openapi, document.info.version]).toEqual(['3.1.0', '1.2.3'])
    const ids = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    )
    expect(ids.toSorted()).toEqual(routes.map(({ id }) => id).toSorted())
    expect(Object.keys(document.paths)).toContain('/api/v1/tiles/{quality}.{format}')
  })

  test('tells parameters, and which are needed', () => {
    expect(change?.parameters).toMatchObject([
      { name: 'thing', in: 'path', required: true },
      { name: 'dry', in: 'query' },
    ])
  })

  test('closes requests and leaves replies open', () => {
    const schemaOf = (content?: Content) => {
      const schema = content?.['application/json']?.schema
      return schema?.$ref ? document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] : schema
    }
    expect(change?.requestBody?.required).toBe(true)
    expect(schemaOf(change?.requestBody?.content)).toMatchObject({
      additionalProperties: false,
      required: ['title'],
    })
    const reply = schemaOf(change?.responses['200']?.content)
    expect(reply).toMatchObject({ type: 'object', required: ['title', 'names'] })
    expect(reply).not.toHaveProperty('additionalProperties')
  })

  test('tells each status that can come, with the faults behind it and the form of a problem', () => {
    expect(Object.keys(change?.responses ?? {})).toEqual([
      '200',
      '400',
      '401',
      '403',
      '404',
      '409',
      '413',
      '415',
      '500',
    ])
    expect(change?.responses['409']?.description).toBe('conflict, in-progress')
    expect(change?.responses['409']?.content?.['application/problem+json']?.schema).toEqual({
      $ref: '#/components/schemas/Problem',
    })
    expect(document.components.schemas.Problem).toMatchObject({
      type: 'object',
      properties: { requestId: { type: 'string' } },
    })
  })

  test('tells who may, and that strangers need no token for what is public', () => {
    expect([change?.['x-access'], change?.security, change?.tags]).toEqual([
      'archivist',
      [{ bearer: [] }],
      ['things'],
    ])
    const open = document.paths['/api/v1/things']?.get
    expect([open?.['x-access'], open?.security]).toEqual(['public', []])
    expect(Object.keys(open?.responses ?? {})).toEqual(['200', '304', '412', '500'])
  })

  test('tells replies without a body, and of other kinds', () => {
    expect(document.paths['/api/v1/things/{thing}']?.delete?.responses['204']).not.toHaveProperty('content')
    const tile = document.paths['/api/v1/tiles/{quality}.{format}']?.get
    expect(Object.keys(tile?.responses['200']?.content ?? {})).toEqual(['image/jpeg'])
  })

  test('is the same each time', () => {
    expect(JSON.stringify(openApiDocument(routes, '1'))).toBe(JSON.stringify(openApiDocument(routes, '1')))
  })

  test('is served with a tag, beside the pages to browse it, and describes them too', async () => {
    const all: Route[] = [...routes, problemRoute]
    all.push(...docsRoutes(() => openApiDocument(all, '1.2.3')))
    const { app } = toyApp(all)
    const reply = await request(app).get('/api/v1/openapi.json')
    expect(reply.body).toEqual(documentOf(all))
    expect(reply.headers.etag).toMatch(/^"/)
    expect(Object.keys(reply.body.paths)).toEqual(
      expect.arrayContaining(['/docs', '/problems/{fault}', '/api/v1/openapi.json']),
    )
  })
})
