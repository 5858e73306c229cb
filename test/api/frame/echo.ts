import request from 'supertest'
import { z } from 'zod'
import { route } from '../../../src/api/route.ts'
import { aRoute, toyApp } from './toy.ts'

const Node = z.object({
  name: z.string(),
  get parts() {
    return z.array(Node).optional()
  },
})
const Body = z.object({
  title: z.string().min(1).optional(),
  kind: z.enum(['order', 'letter']).optional(),
  names: z.array(z.object({ text: z.string() })).default([]),
  value: z.union([z.object({ edtf: z.string() }), z.object({ none: z.literal(true) })]).nullish(),
  period: z
    .discriminatedUnion('is', [
      z.object({ is: z.literal('open') }),
      z.object({ is: z.literal('to'), to: z.string() }),
    ])
    .optional(),
  tree: Node.optional(),
  csl: z.looseObject({ type: z.string() }).optional(),
  notes: z.record(z.string(), z.object({ says: z.string() })).optional(),
})

const echo = route({
  id: 'echo',
  method: 'post',
  path: '/echo/:number',
  summary: 'Says what it understood',
  access: 'public',
  params: z.object({ number: z.coerce.number().int() }),
  query: z.object({
    limit: z.coerce.number().int().max(100).default(20),
    in: z.array(z.string()).optional(),
  }),
  body: Body,
  status: 200,
  reply: z.unknown(),
  faults: [],
  handle: async ({ params, query, body, idempotencyKey }) => ({
    body: { params, query, body, idempotencyKey },
  }),
})
const bare = aRoute({ method: 'post', path: '/bare' })

/** An app that says what it understood at `/echo/:number`, and takes no body at `/bare`; bodies up to 20 000 bytes. */
export const echoApp = () => toyApp([echo, bare], { bodyLimit: 20_000 })

/** Posts JSON, or a string as it is. */
export const posting =
  (app: ReturnType<typeof echoApp>['app']) =>
  (body: unknown, path = '/echo/1') =>
    request(app)
      .post(`/api/v1${path}`)
      .type('application/json')
      .send(typeof body === 'string' ? body : JSON.stringify(body))
