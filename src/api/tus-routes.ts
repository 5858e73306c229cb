import { z } from 'zod'
import { notFound } from '../domain/errors.ts'
import { type Route, route } from './route.ts'
import { tusServer } from './tus-server.ts'
import type { TusDeps } from './tus-store.ts'

const tags: [string] = ['Uploads']
const params = z.object({ tusId: z.string() })
const pieces = 'application/offset+octet-stream'
// The protocol's own server reads the body.
const parse = async () => undefined
const faults = [
  'not-found',
  'gone',
  'conflict',
  'precondition-failed',
  'too-large',
  'unsupported-media-type',
  'checksum-mismatch',
  'disk-full',
] as const

/** Uploads in pieces that can go on after anything: the tus protocol, 1.0. */
export function tusRoutes(deps: TusDeps): Route[] {
  // Made with the first request: what only describes the routes needs none.
  let made: ReturnType<typeof tusServer> | null = null
  const tus = () => {
    made ??= tusServer(deps)
    return made
  }
  const respond: Route['respond'] = async ({ req, res, actor, baseUrl }) =>
    tus().handle({ req, res, actor, baseUrl })
  const common = { tags, access: 'archivist', faults, options: () => tus().options() } as const
  return [
    route({
      ...common,
      id: 'beginUpload',
      method: 'post',
      path: '/uploads/tus',
      summary: 'Begin an upload in pieces (tus 1.0: creation, creation-with-upload)',
      consumes: [pieces],
      parse,
      status: 201,
      respond,
    }),
    route({
      ...common,
      id: 'readUpload',
      method: 'get',
      path: '/uploads/tus/:tusId',
      summary: 'How far an upload is; HEAD as tus has it',
      params,
      status: 200,
      respond: async (context) => {
        const { req, res, params } = context
        if (req.method === 'HEAD') return respond(context)
        const found = await deps.uploads.find(params.tusId, deps.ageClock())
        if (!found) throw notFound('upload')
        const { metadata: _, ...told } = found
        res.setHeader('Cache-Control', 'no-store')
        // What is whole is noted as such, and no more as what came last.
        res.json({ ...told, received: found.sha256 === null ? found.received : found.bytes })
      },
    }),
    route({
      ...common,
      id: 'continueUpload',
      method: 'patch',
      path: '/uploads/tus/:tusId',
      summary: 'Send the next piece of an upload',
      params,
      consumes: [pieces],
      parse,
      status: 204,
      respond,
    }),
    route({
      ...common,
      id: 'endUpload',
      method: 'delete',
      path: '/uploads/tus/:tusId',
      summary: 'Give an upload up',
      params,
      status: 204,
      respond,
    }),
  ]
}
