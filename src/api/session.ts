import { z } from 'zod'
import { type SignInDeps, signIn } from '../actions/sign-in.ts'
import { type Actor, isAnonymous, roles } from '../domain/access.ts'
import { ArchiveError } from '../domain/errors.ts'
import { type Route, route } from './route.ts'
import { sessionCookie } from './session-cookie.ts'

const SessionReply = z
  .object({
    id: z.string().meta({ description: 'The account or token; `anonymous` for who showed none' }),
    role: z.enum(roles).meta({ description: 'A stranger may not even read' }),
    signedIn: z.boolean(),
  })
  .meta({ id: 'Session' })

/** Signing in on the web pages: a cookie that holds a token. */
export const sessionRoutes = (deps: SignInDeps): Route[] => [
  route({
    id: 'readSession',
    method: 'get',
    path: '/session',
    tags: ['Session'],
    access: 'public',
    summary: 'Who asks, and what they may do',
    status: 200,
    reply: SessionReply,
    faults: [],
    handle: async ({ actor }) => ({ body: told(actor) }),
  }),
  route({
    id: 'beginSession',
    method: 'post',
    path: '/session',
    tags: ['Session'],
    access: 'public',
    summary: 'Sign in: a cookie keeps the token for the web pages',
    body: z.object({ token: z.string().max(1000) }).meta({ id: 'NewSession' }),
    status: 200,
    reply: SessionReply,
    faults: ['unauthenticated'],
    handle: async ({ body, baseUrl }) => {
      const actor = await signIn(deps, `Bearer ${body.token.trim()}`)
      if (actor === 'bad-token')
        throw new ArchiveError(
          'unauthenticated',
          'This token is not valid. The first start of the server shows one; "fonds token" makes others.',
        )
      return { body: told(actor), headers: { 'Set-Cookie': sessionCookie(body.token.trim(), baseUrl) } }
    },
  }),
  route({
    id: 'endSession',
    method: 'delete',
    path: '/session',
    tags: ['Session'],
    access: 'public',
    summary: 'Sign out: the cookie is taken away',
    status: 204,
    faults: [],
    respond: async ({ res, baseUrl }) => {
      res.setHeader('Set-Cookie', sessionCookie(null, baseUrl))
      res.status(204).end()
    },
  }),
]

const told = (actor: Actor) => ({ ...actor, signedIn: !isAnonymous(actor) })
