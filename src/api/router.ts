import express, {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express'
import { type Actor, mayUse } from '../domain/access.ts'
import { ArchiveError, type Fault } from '../domain/errors.ts'
import { answer } from './answer.ts'
import { byPlace } from './by-place.ts'
import { allowAnyOrigin, allowReading, sendOptions } from './cors.ts'
import { saysDeparture, troubleOf } from './fault-of.ts'
import { sendProblem } from './problem.ts'
import type { Limit } from './rate-limit.ts'
import { requestIdFor } from './request-id.ts'
import type { Route } from './route.ts'
import type { UploadQuota } from './upload-quota.ts'

const megabyte = 1024 * 1024

/** What was asked and how it ended, told once the reply has gone or the client has; `route` is the path's pattern. */
export type Finished = {
  requestId: string
  method: string
  route: string | null
  status: number
  ms: number
  aborted: boolean
}

export type RouterOptions = {
  /** Who asks: an actor, `anonymous(…)` without credentials, `bad-token` with wrong ones. */
  authenticate: (req: Request) => Promise<Actor | 'bad-token'>
  /** The public address without a trailing slash; without it the request's scheme and Host are used. */
  baseUrl?: string
  /** Most bytes of a JSON body; 1 MB unless told. */
  bodyLimit?: number
  /** Counts every request that finds a route or sends wrong credentials. */
  limit?: Limit
  /** Counts what is uploaded by routes that read bodies by themselves. */
  quota?: UploadQuota
  log?: { error: (details: object, message: string) => void }
  onRequest?: (finished: Finished) => void
  onFault?: (fault: Fault) => void
  /** Asked for addresses that no route has (the web pages); where it passes on, the answer is 404. */
  otherwise?: RequestHandler
}

/**
 * Serves the routes: request ids, CORS, authentication, 404, 405, OPTIONS, and every error as a problem. Where two
 * paths match, fixed segments win over parameters, whatever the order of the routes.
 */
export function createRouter(routes: readonly Route[], options: RouterOptions): Router {
  const router = express.Router({ caseSensitive: true })
  const methods = new WeakMap<Request, Set<string>>()
  const patterns = new WeakMap<Request, string>()
  const shared = new WeakMap<Request, string[]>()

  router.use((req, res, next) => {
    const started = performance.now()
    const requestId = requestIdFor(req)
    res.setHeader('X-Request-Id', requestId)
    allowReading(req, res)
    res.once('close', () =>
      options.onRequest?.({
        requestId,
        method: req.method,
        route: patterns.get(req) ?? null,
        status: res.statusCode,
        ms: performance.now() - started,
        aborted: !res.writableFinished,
      }),
    )
    next()
  })

  const handlers = byPath(routes).map(([path, group]): [string, RequestHandler] => {
    const allow = allowedBy(group)
    const handle: RequestHandler = async (req, res, next) => {
      const route = group.find(
        ({ method }) => method === (req.method === 'HEAD' ? 'get' : req.method.toLowerCase()),
      )
      if (route !== undefined && route.method !== 'get' && addsSlash(req, path)) {
        await ask(req, res)
        throw new ArchiveError('not-found', 'There is nothing at this address: a name is missing at its end.')
      }
      patterns.set(req, path)
      if (route === undefined) {
        methods.set(req, new Set([...(methods.get(req) ?? []), ...allow]))
        const open = group.filter(({ anyOrigin }) => anyOrigin).map(({ method }) => method.toUpperCase())
        shared.set(req, [...(shared.get(req) ?? []), ...open])
        if (req.method === 'OPTIONS')
          for (const { options } of group) res.setHeaders(new Map(Object.entries(options?.() ?? {})))
        return next()
      }
      if (route.anyOrigin) allowAnyOrigin(res)
      const asked = await ask(req, res, route)
      if (route.parse !== null && mayUse(asked.actor, route.access)) options.quota?.(req, res, asked.actor)
      await answer(route, req, res, asked)
    }
    return [path, handle]
  })
  router.use(byPlace(handlers))

  if (options.otherwise) {
    const { otherwise } = options
    router.use((req, res, next) => (methods.has(req) ? next() : otherwise(req, res, next)))
  }

  router.use(async (req, res) => {
    const allow = methods.get(req)
    if (allow && req.method === 'OPTIONS') return sendOptions(res, [...allow], shared.get(req) ?? [])
    await ask(req, res)
    if (allow === undefined) throw new ArchiveError('not-found', 'There is nothing at this address.')
    res.setHeader('Allow', [...allow].join(', '))
    throw new ArchiveError('method-not-allowed', `This address answers to ${[...allow].join(', ')} only.`)
  })

  async function ask(req: Request, res: Response, route?: Route) {
    res.setHeader('Cache-Control', 'private, no-cache')
    res.vary('Authorization, Cookie')
    const actor = await options.authenticate(req)
    const known = actor === 'bad-token' ? null : actor
    await options.limit?.(req, res, { actor: known, mayGuess: known === null || route?.takesSecret === true })
    if (actor === 'bad-token') {
      res.setHeader('WWW-Authenticate', 'Bearer error="invalid_token"')
      throw new ArchiveError(
        'unauthenticated',
        'The token is not valid. Send another, or none to read openly.',
      )
    }
    const limits = { body: options.bodyLimit ?? megabyte }
    return {
      requestId: String(res.getHeader('X-Request-Id')),
      baseUrl: options.baseUrl ?? originOf(req),
      actor,
      limits,
    }
  }

  const onError: ErrorRequestHandler = (error, req, res, _next) => {
    const requestId = String(res.getHeader('X-Request-Id'))
    const trouble = troubleOf(error)
    if (req.socket.destroyed && saysDeparture(error)) return void res.destroy()
    options.onFault?.(trouble.fault)
    if (trouble.fault in logged) options.log?.error({ err: error, requestId }, logged[trouble.fault] ?? '')
    if (res.headersSent) return void res.destroy()
    if (trouble.fault === 'unauthenticated' && !res.hasHeader('WWW-Authenticate'))
      res.setHeader('WWW-Authenticate', 'Bearer')
    sendProblem(res, trouble, { path: pathOf(req), id: requestId })
  }
  router.use(onError)
  return router
}

/** What is no fault of who asks. */
const logged: Partial<Record<Fault, string>> = {
  internal: 'A request failed',
  unwritable: 'The disk of the archive takes nothing',
  damaged: 'The database is damaged: run "fonds verify"',
}

const pathOf = (req: Request) => req.originalUrl.split('?')[0] ?? ''

function originOf(req: Request): string {
  const host = req.get('Host') ?? ''
  const { protocol } = req
  const origin = `${protocol}://${host}`
  if (!/^https?$/.test(protocol))
    throw new ArchiveError('invalid-input', 'X-Forwarded-Proto names neither http nor https.')
  if (/^[\w.:[\]-]+$/.test(host) && URL.canParse(origin)) return origin
  throw new ArchiveError('invalid-input', 'The Host header names no host.')
}

// Whose last part is empty, such as `/sessions/`, was to name one thing: it must not be taken for all of them.
const addsSlash = ({ path }: Request, pattern: string) => path.endsWith('/') && !pattern.endsWith('/')

const allowedBy = (group: readonly Route[]) => [
  ...group.flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()])),
  'OPTIONS',
]

function byPath(routes: readonly Route[]): [string, Route[]][] {
  const rank = (path: string) => path.replace(/\*\w+/g, '\u{10ffff}').replace(/:\w+/g, '\u{10fffe}')
  const groups = [...Map.groupBy(routes, ({ path }) => path)]
  return groups.sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1))
}
