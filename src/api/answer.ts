import type { Request, Response } from 'express'
import { type Actor, isAnonymous, mayUse, mayUseSomewhere } from '../domain/access.ts'
import { ArchiveError } from '../domain/errors.ts'
import { judge } from './conditions.ts'
import { readInput } from './read-input.ts'
import type { Limits, Outcome, Route, WrittenOutcome } from './route.ts'
import { etagOf, writeReply } from './write-reply.ts'

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

type Told = Partial<Outcome<unknown>>

function reply(route: Route, req: Request, res: Response, outcome: Outcome<unknown> | WrittenOutcome): void {
  const { status = route.status, headers = {}, vary, instead, etag: own }: Told = outcome
  const bytes = 'written' in outcome ? outcome.written : write(route, outcome)
  const reading = req.method === 'GET' || req.method === 'HEAD'
  const etag = own ?? (reading && status === 200 && bytes !== null ? etagOf(bytes) : null)
  const verdict = reading && status === 200 ? judge(req.headers, { etag }) : 'proceed'
  if (verdict === 'failed')
    throw new ArchiveError(
      'precondition-failed',
      'It is not what If-Match names. Read it again without If-Match.',
    )
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
  if (route.alternatives.length > 0) res.vary('Accept')
  if (vary !== undefined) res.vary(vary)
  if (etag !== null) res.setHeader('ETag', etag)
  if (verdict === 'not-modified') return void res.status(304).end()
  res.status(status)
  if (bytes === null) return void res.end()
  if (!res.hasHeader('Content-Type'))
    res.setHeader('Content-Type', contentType(instead?.mediaType ?? route.produces))
  res.setHeader('Content-Length', bytes.length)
  res.end(bytes)
}

const contentType = (mediaType: string) =>
  mediaType === 'application/json' ? 'application/json; charset=utf-8' : mediaType

function write(route: Route, { body, instead }: Outcome<unknown>): Buffer | null {
  if (instead) return Buffer.from(instead.text)
  if (route.reply !== null) return writeReply(route.id, route.reply, body)
  if (body === undefined) return null
  throw new Error(`Route ${route.id} declares no reply but returned one.`)
}
