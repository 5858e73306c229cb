import type { Response } from 'express'
import { z } from 'zod'
import type { Fault, InputError } from '../domain/errors.ts'

/** The body of every error: problem details as RFC 9457 has them, with the request's id and what was wrong where. */
export const Problem = z
  .object({
    type: z.string().meta({ examples: ['/problems/not-found'] }),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().meta({ description: 'What was wrong and what to do' }),
    instance: z.string().meta({ description: 'The path of the request' }),
    requestId: z.string(),
    errors: z
      .array(z.object({ path: z.string(), message: z.string(), column: z.int().min(1).optional() }))
      .optional(),
  })
  .meta({ id: 'Problem', description: 'Problem details (RFC 9457)' })

export type Problem = z.output<typeof Problem>

/** For each fault its HTTP status, its title, and what a person should know about it. */
export const problems: Record<Fault, { status: number; title: string; about: string }> = {
  'invalid-input': {
    status: 400,
    title: 'The input is wrong',
    about:
      'A field or parameter is unknown, missing or has an impossible value. `errors` names each by its path.',
  },
  'invalid-query': {
    status: 400,
    title: 'The search query is wrong',
    about: 'The query cannot be read. `errors` gives the column, counted in code points from 1.',
  },
  'malformed-json': {
    status: 400,
    title: 'The body is not JSON',
    about: 'The body must be one JSON value in UTF-8. Check quotes, commas and the encoding.',
  },
  unauthenticated: {
    status: 401,
    title: 'Signing in is needed',
    about: 'Send a valid token as `Authorization: Bearer <token>`, or sign in to the web pages.',
  },
  forbidden: {
    status: 403,
    title: 'This is not allowed to you',
    about: 'The account is known but its role does not reach this far. Ask an administrator.',
  },
  'not-found': {
    status: 404,
    title: 'There is no such thing',
    about: 'The address names nothing, or something that you may not see.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'The method is not allowed here',
    about: 'The `Allow` header lists the methods that this address answers to.',
  },
  conflict: {
    status: 409,
    title: 'The thing has changed or stands in the way',
    about: 'The request rests on a state that is no longer so. Read the thing again, then repeat the change.',
  },
  'in-progress': {
    status: 409,
    title: 'The same request is still running',
    about: 'A request with this idempotency key has not ended yet. Repeat it a little later.',
  },
  gone: {
    status: 410,
    title: 'The thing was deleted',
    about: 'It was here and has been removed. An administrator can restore it.',
  },
  'precondition-failed': {
    status: 412,
    title: 'The thing is not as expected',
    about: 'No entity tag in `If-Match` is the current one. Read the thing again, then repeat the change.',
  },
  'too-large': {
    status: 413,
    title: 'The request is too large',
    about: 'The body or one of its files is over the limit that `detail` names.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The media type is not understood',
    about: 'Send the body in one of the media types that `detail` names.',
  },
  'range-not-satisfiable': {
    status: 416,
    title: 'The range lies outside the file',
    about: 'The `Content-Range` header gives the size of the file in bytes.',
  },
  'idempotency-mismatch': {
    status: 422,
    title: 'The idempotency key belongs to another request',
    about: 'The same key came before with another body. Use a new key for a new request.',
  },
  'checksum-mismatch': {
    status: 460,
    title: 'The bytes are not those that were meant',
    about: 'They do not match the checksum that came with them, so they were not kept. Send them again.',
  },
  'unreadable-file': {
    status: 422,
    title: 'The file cannot be read',
    about: 'The file is damaged, encrypted or of a kind that the archive does not know.',
  },
  unreached: {
    status: 502,
    title: 'Another service does not answer',
    about: 'What `detail` names could not be reached. Try again later.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    about:
      'More was asked than one person or address may ask in a while. Go on after the seconds in `Retry-After`.',
  },
  internal: {
    status: 500,
    title: 'The archive failed',
    about: 'This is a fault of the archive. The request id in the reply finds it in the log.',
  },
  locked: {
    status: 503,
    title: 'The archive is locked',
    about: 'Another process holds the archive, for a restore or a reindexing. Repeat the request later.',
  },
  busy: {
    status: 503,
    title: 'The archive is busy',
    about: 'Too much is being written at once. Repeat the request after the seconds in `Retry-After`.',
  },
  unwritable: {
    status: 503,
    title: 'The disk takes nothing',
    about: 'The disk of the archive is read-only or fails. Reading goes on; writing does once it is mended.',
  },
  damaged: {
    status: 500,
    title: 'A part of the archive is damaged',
    about:
      'Bytes of the database are not what was written. The rest is served; "fonds verify" says what to do.',
  },
  'disk-full': {
    status: 507,
    title: 'The disk is full',
    about: 'Nothing was stored. Free space where the archive lives, then repeat the request.',
  },
}

const retryAfterSeconds: Partial<Record<Fault, number>> = { busy: 1, 'in-progress': 1, locked: 5 }
const entityHeaders = [
  'ETag',
  'Last-Modified',
  'Location',
  'Content-Length',
  'Content-Disposition',
  'Content-Security-Policy',
]

/** What `sendProblem` tells: the fault, a sentence for people, and the places of the input that were wrong. */
export type Trouble = { fault: Fault; detail: string; errors?: readonly InputError[] }

/** Sends the fault as `application/problem+json`; headers that described the intended reply are taken back. */
export function sendProblem(res: Response, trouble: Trouble, request: { path: string; id: string }): void {
  const { status, title } = problems[trouble.fault]
  const retryAfter = retryAfterSeconds[trouble.fault]
  for (const name of entityHeaders) res.removeHeader(name)
  if (retryAfter !== undefined) res.setHeader('Retry-After', String(retryAfter))
  const problem: Problem = {
    type: `/problems/${trouble.fault}`,
    title,
    status,
    detail: trouble.detail,
    instance: request.path,
    requestId: request.id,
    ...(trouble.errors && trouble.errors.length > 0 ? { errors: [...trouble.errors] } : {}),
  }
  res.status(status)
  res.setHeader('Cache-Control', 'private, no-cache')
  res.setHeader('Content-Type', 'application/problem+json; charset=utf-8')
  const text = JSON.stringify(problem)
  res.setHeader('Content-Length', Buffer.byteLength(text))
  res.end(text)
}
