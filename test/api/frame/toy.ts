import express from 'express'
import { z } from 'zod'
import { type Route, route } from '../../../src/api/route.ts'
import { createRouter, type Finished, type RouterOptions } from '../../../src/api/router.ts'
import { type Actor, anonymous } from '../../../src/domain/access.ts'

const people: Record<string, Actor> = {
  'token-of-a-reader': { id: 'u1', role: 'reader' },
  'token-of-an-archivist': { id: 'u2', role: 'archivist' },
}

/** Whom a request comes from: its bearer token, else a stranger. */
const authenticate: RouterOptions['authenticate'] = async (req) => {
  const token = req.get('Authorization')?.replace('Bearer ', '')
  return token === undefined ? anonymous('stranger') : (people[token] ?? 'bad-token')
}

/** An app of the given routes, with everything that it logged and finished. */
export function toyApp(routes: readonly Route[], options: Partial<RouterOptions> = {}) {
  const logged: { details: object; message: string }[] = []
  const finished: Finished[] = []
  const log = { error: (details: object, message: string) => void logged.push({ details, message }) }
  const app = express()
  app.use(
    createRouter(routes, { authenticate, log, onRequest: (one) => void finished.push(one), ...options }),
  )
  return { app, logged, finished }
}

type GetPart = Partial<Parameters<typeof route>[0]>

/** A public GET of `/things` that replies `{ok: true}`, changed as told. */
export const aRoute = (part: GetPart = {}): Route =>
  route({
    id: 'toy',
    method: 'get',
    path: '/things',
    summary: 'A toy',
    access: 'public',
    status: 200,
    reply: z.object({ ok: z.boolean() }),
    faults: [],
    ...(part.respond ? {} : { handle: async () => ({ body: { ok: true } }) }),
    ...part,
  })
