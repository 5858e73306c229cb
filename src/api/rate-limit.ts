import { hash } from 'node:crypto'
import type { Request, Response } from 'express'
import {
  type AugmentedRequest,
  ipKeyGenerator,
  MemoryStore,
  type Options,
  rateLimit,
} from 'express-rate-limit'
import { type Actor, isAnonymous } from '../domain/access.ts'
import { ArchiveError } from '../domain/errors.ts'
import { remembered } from './remembered.ts'

const minute = 60_000

/** Wrong secrets that an address may send in a quarter of an hour: many people may sit behind one, and mistype. */
const mostGuesses = 30

/** Counts a request, and throws `too-many-requests` where there were too many. */
export type Limit = (
  req: Request,
  res: Response,
  asks: { actor: Actor | null; mayGuess: boolean },
) => Promise<void>

/**
 * Limits how often a person (else an address) asks in a minute, and how often an address sends secrets that prove wrong. Answers carry `RateLimit` and `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers-8).
 * What an administrator's token asks is never limited; `perMinute` 0 limits guesses only.
 */
export function rateLimits(perMinute: number): Limit {
  const actors = new WeakMap<Request, Actor>()
  const addressOf = remembered((ip) => `from ${ipKeyGenerator(ip)}`)
  const address = (req: Request) => addressOf(req.ip ?? '')
  const each = limiter({
    windowMs: minute,
    limit: perMinute,
    keyGenerator: (req) => actors.get(req)?.id ?? address(req),
    tell: toldLimit(perMinute),
  })
  const guesses = limiter({
    windowMs: 15 * minute,
    limit: mostGuesses,
    skipSuccessfulRequests: true,
    keyGenerator: address,
  })
  return async (req, res, { actor, mayGuess }) => {
    if (actor?.role === 'administrator') return
    if (mayGuess) await guesses(req, res)
    if (perMinute === 0) return
    if (actor !== null && !isAnonymous(actor)) actors.set(req, actor)
    await each(req, res)
  }
}

/** Counts that end with their window also where the clock has gone back since. */
function storeByAnyClock(windowMs: number): MemoryStore {
  const store = new MemoryStore()
  const count = store.increment.bind(store)
  store.increment = async (key) => {
    const counted = await count(key)
    if ((counted.resetTime?.getTime() ?? 0) - Date.now() <= windowMs) return counted
    await store.resetKey(key)
    return count(key)
  }
  return store
}

type Counted = { key: string; remaining: number; resetTime: Date | undefined }

/** Tells of requests a minute as the library does, which digests the key for each anew. */
function toldLimit(perMinute: number) {
  const policy = remembered((key) => {
    const part = Buffer.from(hash('sha256', key).slice(0, 12)).toString('base64')
    return `"requests"; q=${perMinute}; w=${minute / 1000}; pk=:${part}:`
  })
  return (res: Response, { key, remaining, resetTime }: Counted) => {
    const left = Math.ceil(((resetTime?.getTime() ?? 0) - Date.now()) / 1000)
    res.setHeader('RateLimit', `"requests"; r=${remaining}; t=${Math.max(0, left)}`)
    res.setHeader('RateLimit-Policy', policy(key))
  }
}

type Limiting = Partial<Options> & { tell?: (res: Response, counted: Counted) => void }

function limiter({ tell, ...options }: Limiting) {
  const counts = rateLimit({
    standardHeaders: false,
    legacyHeaders: false,
    // What it would check of the wiring is tested here.
    validate: false,
    store: storeByAnyClock(options.windowMs ?? minute),
    ...options,
    handler: (req, res, next) => {
      // The library tells it only beside its other headers.
      const until = (req as AugmentedRequest).rateLimit?.resetTime?.getTime() ?? 0
      const seconds = Math.max(1, Math.ceil((until - Date.now()) / 1000))
      res.setHeader('Retry-After', String(seconds))
      next(
        new ArchiveError(
          'too-many-requests',
          `Too many requests: go on in ${seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`}.`,
        ),
      )
    },
  })
  return (req: Request, res: Response) =>
    new Promise<void>((resolve, reject) => {
      void counts(req, res, (error?: unknown) => {
        const counted = (req as AugmentedRequest).rateLimit
        if (counted) tell?.(res, counted)
        if (error) reject(error)
        else resolve()
      })
    })
}
