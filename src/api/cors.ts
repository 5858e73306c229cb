import type { Request, Response } from 'express'

const exposed =
  'ETag, Link, Location, Content-Location, Allow, Accept-Post, Vary, Content-Range, Accept-Ranges, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id'
const allowedHeaders =
  'Authorization, Content-Type, Accept, Prefer, Range, If-Range, If-Match, If-None-Match, If-Modified-Since, Slug, Idempotency-Key, Last-Event-ID, X-Request-Id'

/** Lets pages of any origin read: `*` never carries cookies, and nothing is said on requests that change things. */
export function allowReading(req: Request, res: Response): void {
  if (req.method === 'GET' || req.method === 'HEAD' || req.method === 'OPTIONS') allowAnyOrigin(res)
}

/** Lets pages of any origin have the answer. What they may do without cookies they do by the token that they show. */
export function allowAnyOrigin(res: Response): void {
  res.setHeader('Access-Control-Allow-Origin', '*')
  res.setHeader('Access-Control-Expose-Headers', exposed)
}

/** Answers OPTIONS, preflight or not: what the address takes, and that other origins may only read, or else do what is `shared`. */
export function sendOptions(res: Response, allow: readonly string[], shared: readonly string[]): void {
  res.setHeader('Allow', allow.join(', '))
  res.setHeader('Access-Control-Allow-Methods', ['GET', 'HEAD', ...shared].join(', '))
  res.setHeader('Access-Control-Allow-Headers', allowedHeaders)
  res.setHeader('Access-Control-Max-Age', '600')
  res.status(204).end()
}
