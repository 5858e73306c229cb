import { z } from 'zod'
import {
  type Begun,
  beginByPassword,
  beginByToken,
  changePassword,
  endOneSession,
  endOtherSessions,
  endSession,
  listSessions,
  type SessionDeps,
} from '../actions/session.ts'
import { type Actor, isAnonymous, roles } from '../domain/access.ts'
import { browserOf } from './browser.ts'
import { type Route, route } from './route.ts'
import { secretInCookie, sessionCookie } from './session-cookie.ts'

export const SessionReply = z
  .object({
    id: z.string().meta({ description: 'The account or token; `anonymous` for who showed none' }),
    role: z.enum(roles).meta({ description: 'A stranger may not even read' }),
    signedIn: z.boolean(),
    name: z.string().nullable().meta({ description: 'How their work is signed' }),
    login: z
      .string()
      .nullable()
      .meta({ description: 'The name they sign in with; null of who has no account' }),
    groups: z.array(z.object({ id: z.string(), name: z.string() })).meta({ description: 'Those one is in' }),
    provider: z
      .string()
      .nullable()
      .meta({ description: 'How it is called where one may sign in elsewhere; null where nowhere' }),
  })
  .meta({ id: 'Session' })

/** A password as it is sent; what it has to be is told when one is chosen. */
export const password = z.string().max(1000)

const ByToken = z.object({ token: password })
const ByPassword = z.object({ login: z.string().max(200), password })
const tags: [string] = ['Session']

/** Signing in on the web pages: a cookie that holds the secret of a session, which the archive can end. */
export const sessionRoutes = (deps: SessionDeps): Route[] => [
  route({
    id: 'readSession',
    method: 'get',
    path: '/session',
    tags,
    access: 'public',
    summary: 'Who asks, and what they may do',
    status: 200,
    reply: SessionReply,
    faults: [],
    handle: async ({ actor }) => ({ body: await toldSession(deps, actor) }),
  }),
  route({
    id: 'beginSession',
    method: 'post',
    path: '/session',
    tags,
    access: 'public',
    takesSecret: true,
    summary: 'Sign in, by name and password or with a token: a cookie keeps the session for the web pages',
    body: z.union([ByPassword, ByToken]).meta({ id: 'NewSession' }),
    status: 200,
    reply: SessionReply,
    faults: ['unauthenticated', 'too-many-requests', 'busy'],
    handle: async ({ body, req, baseUrl }) => {
      const browser = browserOf(req)
      const begun =
        'token' in body
          ? await beginByToken(deps, body.token.trim(), browser)
          : await beginByPassword(deps, body, browser)
      return sessionBegun(deps, begun, baseUrl)
    },
  }),
  route({
    id: 'endSession',
    method: 'delete',
    path: '/session',
    tags,
    access: 'public',
    summary: 'Sign out: the session ends, and the cookie is taken away',
    status: 204,
    faults: [],
    respond: async ({ req, res, baseUrl }) => {
      await endSession(deps, secretInCookie(req))
      res.setHeader('Set-Cookie', sessionCookie(null, baseUrl))
      res.status(204).end()
    },
  }),
  route({
    id: 'changePassword',
    method: 'put',
    path: '/session/password',
    tags,
    access: 'reader',
    takesSecret: true,
    summary: 'Choose another password; all your other sessions end',
    body: z.object({ current: password, password }).meta({ id: 'PasswordChange' }),
    status: 204,
    faults: ['forbidden', 'too-many-requests', 'busy'],
    handle: ({ actor, body }) => changePassword(deps, actor, body),
  }),
  route({
    id: 'listSessions',
    method: 'get',
    path: '/sessions',
    tags,
    access: 'reader',
    summary: 'Your sessions that stand',
    status: 200,
    reply: z.object({
      items: z.array(
        z
          .object({
            id: z.string(),
            agent: z.string().nullable().meta({ description: 'What the browser calls itself' }),
            createdAt: z.string(),
            seenAt: z.string().meta({ description: 'When it was in use, to a day' }),
            current: z.boolean().meta({ description: 'Whether it is the one that asks' }),
          })
          .meta({ id: 'ListedSession' }),
      ),
    }),
    faults: [],
    handle: async ({ actor }) => {
      const items = await listSessions(deps, actor)
      return { body: { items: items.map((item) => ({ ...item, current: item.id === actor.session })) } }
    },
  }),
  route({
    id: 'endOtherSessions',
    method: 'delete',
    path: '/sessions',
    tags,
    access: 'reader',
    summary: 'End all your sessions but the one that asks',
    status: 200,
    reply: z.object({ ended: z.int() }),
    faults: [],
    handle: async ({ actor }) => ({ body: { ended: await endOtherSessions(deps, actor) } }),
  }),
  route({
    id: 'endOneSession',
    method: 'delete',
    path: '/sessions/:sessionId',
    tags,
    access: 'reader',
    summary: 'End one of your sessions',
    params: z.object({ sessionId: z.string() }),
    status: 204,
    faults: ['not-found'],
    handle: ({ actor, params }) => endOneSession(deps, actor, params.sessionId),
  }),
]

/** The answer to whoever has just signed in: who they are, and the cookie. */
export async function sessionBegun(deps: SessionDeps, { secret, actor }: Begun, baseUrl: string) {
  return { body: await toldSession(deps, actor), headers: { 'Set-Cookie': sessionCookie(secret, baseUrl) } }
}

async function toldSession({ accounts, groups, provider }: SessionDeps, actor: Actor) {
  const { id, role } = actor
  const account = isAnonymous(actor) ? null : await accounts.find(id)
  const name = account?.name ?? (await accounts.nameOf(id))
  return {
    id,
    role,
    signedIn: !isAnonymous(actor),
    name,
    login: account?.login ?? null,
    groups: account === null ? [] : await groups.of(account.id),
    provider: provider?.name ?? null,
  }
}
