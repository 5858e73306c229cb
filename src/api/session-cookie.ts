import type { Request } from 'express'
import { ArchiveError } from '../domain/errors.ts'
import { cookieSeconds } from '../domain/people/session.ts'

const name = 'fonds_session'

/** The secret of the session in the cookie of the web pages; null where there is none. */
export const secretInCookie = (req: Request): string | null => cookieOf(req, name)

/** A cookie of the request by its name; null where there is none or it cannot be read. */
export function cookieOf(req: Request, name: string): string | null {
  const pairs = (req.get('Cookie') ?? '').split(';').map((pair) => pair.trim())
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
  if (!value) return null
  try {
    return decodeURIComponent(value)
  } catch {
    return null
  }
}

/**
 * The `Set-Cookie` that keeps the secret of a session, out of reach of scripts and never sent along by pages of other
 * sites; null takes it away. Over https it is sent over nothing else.
 */
export function sessionCookie(secret: string | null, baseUrl: string): string {
  const secure = baseUrl.startsWith('https:') ? '; Secure' : ''
  const age = secret === null ? 0 : cookieSeconds
  return `${name}=${encodeURIComponent(secret ?? '')}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Strict${secure}`
}
/** Throws `forbidden` where a page of another origin would change something by the cookie of who looks at it. */
export function demandOwnOrigin(req: Request, baseUrl: string | undefined): void {
  if (req.method === 'GET' || req.method === 'HEAD' || req.method === 'OPTIONS') return
  const site = req.get('Sec-Fetch-Site')
  const origin = req.get('Origin')
  const own = [baseUrl ?? '', `${req.protocol}://${req.get('Host') ?? ''}`].map(originOf)
  if (origin === undefined ? site === 'same-origin' : own.includes(origin)) return
  throw new ArchiveError(
    'forbidden',
    'Changes by cookie are taken from the archive’s own pages only; other programs send a token.',
  )
}

const originOf = (url: string) => (URL.canParse(url) ? new URL(url).origin : '')
