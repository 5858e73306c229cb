import { hash } from 'node:crypto'
import type { Request, Response } from 'express'
import { type Actor, isAnonymous, mayUse, mayUseSomewhere } from '../domain/access.ts'
import { ArchiveError } from '../domain/errors.ts'
import { judge } from './conditions.ts'
import { readInput } from './read-input.ts'
import type { Limits, Outcome, Route } from './route.ts'

/** What the router knows about a request before the route is asked. */
export type Asked = { requestId: string; baseUrl: string; actor: Actor; limits: Limits }

/** Answers a request on its route: access, input, handler, reply. Whatever goes wrong is thrown. */
export async function answer(route: Route, req: Request, res: Response, asked: Asked): Promise<void> {
  admit(route, asked.actor)
  const input = await readInput(route, req, res, asked.limits)
  const context = {
    ...input,
    req,
    res,
    actor: asked.actor,
    requestId: asked.requestId,
    baseUrl: asked.baseUrl,
    ifMatch: req.headers['if-match'] ?? null,
    idempotencyKey: idempotencyKeyOf(req),
  }
  if (route.respond) return route.respond(context)
  const outcome = (await route.handle?.(context)) ?? { body: undefined }
  reply(route, req, res, outcome)
}

function admit(route: Route, actor: Actor): void {
  if (mayUse(actor, route.access) || (route.there && mayUseSomewhere(actor, route.access))) return
  if (isAnonymous(actor))
    throw new ArchiveError('unauthenticated', 'Send a token that may do this, or sign in.')
  throw new ArchiveError('forbidden', `This needs the role ${route.access}; yours is ${actor.role}.`)
}

function idempotencyKeyOf(req: Request): string | null {
  const key = req.get('Idempotency-Key')
  if (key === undefined) return null
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key
  const message = 'must be 1 to 255 visible ASCII characters'
  throw new ArchiveError('invalid-input', `Idempotency-Key ${message}.`, [
    { path: 'Idempotency-Key', message },
  ])
}

function reply(route: Route, req: Request, res: Response, outcome: Outcome<unknown>): void {
  const status = outcome.status ?? route.status
  const sent = outcome.body === undefined && route.reply === null ? null : serialise(route, outcome)
  const reading = req.method === 'GET' || req.method === 'HEAD'
  const etag = outcome.etag ?? (reading && status === 200 && sent !== null ? etagOf(sent.tagged) : null)
  const verdict = reading && status === 200 ? judge(req.headers, { etag }) : 'proceed'
  if (verdict === 'failed')
    throw new ArchiveError(
      'precondition-failed',
      'It is not what If-Match names. Read it again without If-Match.',
    )
  for (const [name, value] of Object.entries(outcome.headers ?? {})) res.setHeader(name, value)
  if (route.alternatives.length > 0) res.vary('Accept')
  if (outcome.vary !== undefined) res.vary(outcome.vary)
  if (etag !== null) res.setHeader('ETag', etag)
  if (verdict === 'not-modified') return void res.status(304).end()
  res.status(status)
  if (sent === null) return void res.end()
  if (!res.hasHeader('Content-Type'))
    res.setHeader('Content-Type', contentType(outcome.instead?.mediaType ?? route.produces))
  res.setHeader('Content-Length', sent.bytes.length)
  res.end(sent.bytes)
}

const contentType = (mediaType: string) =>
  mediaType === 'application/json' ? 'application/json; charset=utf-8' : mediaType

/** Only what the reply's schema names leaves the archive; what does not fit it is a fault of ours. */
function serialise(
  route: Route,
  { body, untagged, instead }: Outcome<unknown>,
): { bytes: Buffer; tagged: Buffer } {
  if (instead) {
    const bytes = Buffer.from(instead.text)
    return { bytes, tagged: bytes }
  }
  if (route.reply === null) throw new Error(`Route ${route.id} declares no reply but returned one.`)
  const parsed = route.reply.safeParse(body)
  if (!parsed.success) {
    const places = parsed.error.issues.map(
      ({ path, code }) => `${path.map(String).join('.') || 'the body'} (${code})`,
    )
    throw new Error(`The reply of route ${route.id} does not fit its schema at ${places.join(', ')}.`)
  }
  if (untagged === undefined) {
    const bytes = Buffer.from(JSON.stringify(parsed.data))
    return { bytes, tagged: bytes }
  }
  const { [untagged]: last, ...rest } = parsed.data as Record<string, unknown>
  const tagged = Buffer.from(JSON.stringify(rest))
  const end = Buffer.from(`,${JSON.stringify(untagged)}:${JSON.stringify(last)}}`)
  return { bytes: Buffer.concat([tagged.subarray(0, -1), end]), tagged }
}

const etagOf = (bytes: Buffer) => `"${hash('sha256', bytes, 'base64url').slice(0, 27)}"`
