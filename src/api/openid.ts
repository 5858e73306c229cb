import { z } from 'zod'
import { comeFromProvider, goToProvider, type ProviderDeps } from '../actions/enter-by-provider.ts'
import { ArchiveError } from '../domain/errors.ts'
import { browserOf } from './browser.ts'
import { type Route, route } from './route.ts'
import { cookieOf, sessionCookie } from './session-cookie.ts'

const tags: [string] = ['Session']
const cookie = 'fonds_entry'
const path = '/session/openid/callback'

/** Signing in by an OpenID provider: there, and back. */
export const openIdRoutes = (deps: ProviderDeps): Route[] => [
  route({
    id: 'beginOpenId',
    method: 'post',
    path: '/session/openid',
    tags,
    access: 'public',
    takesSecret: true,
    summary:
      'Where to send a browser that signs in by the OpenID provider; who is signed in signs in there from then on',
    body: z
      .object({
        next: z
          .string()
          .max(2000)
          // Browsers pass over control characters, so that one after the slash would lead to another host.
          .regex(/^\/(?![/\\])\P{Cc}*$/u, 'is a path of this archive')
          .default('/'),
        secret: z
          .string()
          .max(100)
          .optional()
          .meta({ description: 'Of the invitation, what stands behind # in its address' }),
      })
      .meta({ id: 'OpenIdWish' }),
    status: 200,
    reply: z.object({ address: z.string() }),
    faults: ['not-found', 'conflict', 'unreached', 'too-many-requests'],
    handle: async ({ actor, body, baseUrl }) => {
      const { address, keep } = await goToProvider(deps, actor, redirectOf(baseUrl), body)
      return { body: { address }, headers: { 'Set-Cookie': entryCookie(keep, baseUrl) } }
    },
  }),
  route({
    id: 'endOpenId',
    method: 'get',
    path,
    tags,
    access: 'public',
    takesSecret: true,
    summary: 'Where the OpenID provider sends a browser back (OpenID Connect Core, 3.1.2.5)',
    query: z.looseObject({}),
    status: 303,
    faults: [],
    respond: async ({ req, res, baseUrl }) => {
      const redirect = redirectOf(baseUrl)
      const came = new URL(req.originalUrl, redirect)
      res.append('Set-Cookie', entryCookie(null, baseUrl))
      res.setHeader('Referrer-Policy', 'no-referrer')
      try {
        const entered = await comeFromProvider(
          deps,
          came,
          redirect,
          cookieOf(req, cookie) ?? '',
          browserOf(req),
        )
        res.append('Set-Cookie', sessionCookie(entered.secret, baseUrl))
        res.redirect(303, new URL(entered.next, `${baseUrl}/`).href)
      } catch (error) {
        // A person sits before it, whom a problem in JSON would not help.
        if (!(error instanceof ArchiveError) || error.fault === 'internal') throw error
        res.redirect(303, `${baseUrl}/sign-in?trouble=${encodeURIComponent(error.fault)}`)
      }
    },
  }),
]

const redirectOf = (baseUrl: string) => `${baseUrl}/api/v1${path}`

// Lax, for the provider sends the browser back from another site.
function entryCookie(value: string | null, baseUrl: string): string {
  const secure = baseUrl.startsWith('https:') ? '; Secure' : ''
  return `${cookie}=${value ?? ''}; Path=/api/v1/session/openid; Max-Age=${value === null ? 0 : 600}; HttpOnly; SameSite=Lax${secure}`
}
