import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Access, Actor } from '../domain/access.ts'
import type { Fault } from '../domain/errors.ts'

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/**
 * What a handler gets: checked input, who asks, and the conditions as sent. `baseUrl` is absolute without a
 * trailing slash; `ifMatch` is the raw header (see `expectedVersion`).
 */
export type Context<P, Q, B> = {
  params: P
  query: Q
  body: B
  actor: Actor
  req: Request
  res: Response
  requestId: string
  baseUrl: string
  ifMatch: string | null
  idempotencyKey: string | null
}

/**
 * What a handler returns: the body always under `body`; `etag` is strong and quoted, and else made from the body; `status`
 * overrides the route's. `instead` is sent in the place of the body: the same in one of the route's other media types.
 */
export type Outcome<R> = {
  body: R
  status?: number
  headers?: Record<string, string>
  /** Request headers on which it depends. */
  vary?: string
  etag?: string
  instead?: { mediaType: string; text: string }
}

/** What a handler returns that has its body by `writeReply`; the tag may leave some of it out. */
export type WrittenOutcome = { written: Buffer; etag: string }

/** What a handler gives: an outcome, or nothing at all where the reply has no body (204). */
// biome-ignore lint/suspicious/noConfusingVoidType: actions that return nothing may be returned as they are
type Answer<R> = Promise<Outcome<R> | WrittenOutcome | void>

/** The sizes in bytes that a `parse` function must keep to. */
export type Limits = { body: number }

type Parse = (req: Request, res: Response, limits: Limits) => Promise<unknown>
type NoFields = Record<never, never>
type NoShape = z.ZodObject<NoFields>

/** One endpoint as its author writes it; see `route`. */
export type Declaration<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodType,
  R extends z.ZodType,
> = {
  id: string
  method: Method
  path: `/${string}`
  prefix?: string
  summary: string
  tags?: [string]
  access: Access
  /** Is for those, too, who have the role in some collection: what they ask of has to lie in it. */
  there?: true
  /** Takes a secret that somebody could try to guess, so that wrong ones are counted. */
  takesSecret?: true
  params?: P
  query?: Q
  body?: B
  consumes?: 'application/json' | readonly string[]
  /** Reads bodies that are not JSON (multipart), once access is decided; JSON is always read by the frame. */
  parse?: Parse
  /** Most bytes of a JSON body, where it may have more than others. */
  mostBytes?: number
  /** A change that pages of other origins may make, too, by a token that they show: cookies are never taken from there. */
  anyOrigin?: true
  /** What a multipart body holds, for the OpenAPI document; `parse` brings it to the shape of `body`. */
  form?: z.ZodObject
  status: number
  reply?: R
  produces?: string
  /** Other media types that a request can have by its Accept header. */
  alternatives?: readonly string[]
  faults: readonly Fault[]
  /** What OPTIONS tells beside the methods. */
  options?: () => Record<string, string>
  /** Returns an `Outcome`, never a bare body; nothing at all where the reply has no body (204). */
  handle?: (context: Context<z.output<P>, z.output<Q>, z.output<B>>) => Answer<z.input<R>>
  /** Instead of `handle`, for streams: writes to `res` itself. A throw before the headers becomes a problem. */
  respond?: (context: Context<z.output<P>, z.output<Q>, z.output<B>>) => Promise<void>
}

/** One endpoint, its defaults filled in and its types erased, as the router and the OpenAPI document read it. */
export type Route = {
  id: string
  method: Method
  /** The whole path with its prefix. */
  path: string
  summary: string
  tags: readonly string[]
  access: Access
  there: boolean
  takesSecret: boolean
  params: z.ZodObject
  query: z.ZodObject
  body: z.ZodType | null
  consumes: readonly string[]
  parse: Parse | null
  mostBytes: number | null
  anyOrigin: boolean
  form: z.ZodObject | null
  status: number
  reply: z.ZodType | null
  produces: string
  alternatives: readonly string[]
  faults: readonly Fault[]
  options: (() => Record<string, string>) | null
  // Written as methods: their parameters are then compared bivariantly, so that handlers of any shape fit.
  handle?(context: Context<unknown, unknown, unknown>): Answer<unknown>
  respond?(context: Context<unknown, unknown, unknown>): Promise<void>
}

/**
 * Declares one endpoint once: from it come the handler, the types and the OpenAPI operation. Unknown fields and
 * query parameters are refused at every depth (unless a shape is loose); throws at start if the path and `params`
 * do not name the same things, or if it has not exactly one of `handle` and `respond`.
 */
export function route<
  P extends z.ZodObject = NoShape,
  Q extends z.ZodObject = NoShape,
  B extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodUndefined,
>(declaration: Declaration<P, Q, B, R>): Route {
  const { id, method, summary, access, status, faults, handle, respond } = declaration
  const path = `${declaration.prefix ?? '/api/v1'}${declaration.path}`
  const params = declaration.params ?? z.object({})
  const named = [...path.matchAll(/[:*](\w+)/g)].map(([, name]) => name)
  if (named.toSorted().join() !== Object.keys(params.shape).toSorted().join())
    throw new Error(`Route ${id}: the path ${path} and its params do not name the same things.`)
  if ((handle === undefined) === (respond === undefined))
    throw new Error(`Route ${id} needs either handle or respond.`)
  const consumes = declaration.consumes ?? (method === 'get' ? [] : ['application/json'])
  return {
    id,
    method,
    path,
    summary,
    tags: declaration.tags ?? [],
    access,
    there: declaration.there ?? false,
    takesSecret: declaration.takesSecret ?? false,
    params,
    query: declaration.query ?? z.object({}),
    body: declaration.body ?? null,
    consumes: typeof consumes === 'string' ? [consumes] : consumes,
    parse: declaration.parse ?? null,
    mostBytes: declaration.mostBytes ?? null,
    anyOrigin: declaration.anyOrigin ?? false,
    form: declaration.form ?? null,
    status,
    reply: declaration.reply ?? null,
    produces: declaration.produces ?? 'application/json',
    alternatives: declaration.alternatives ?? [],
    faults,
    options: declaration.options ?? null,
    handle,
    respond,
  }
}
