import type { Request } from 'express'
import { ArchiveError } from '../domain/errors.ts'

const name = 'fonds_session'
const days = 30

/** The token in the cookie that the web pages sign in with; null where there is none. */
export function tokenInCookie(req: Request): string | null {
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
 * The `Set-Cookie` that keeps a token, out of reach of scripts and never sent along by pages of other sites; null takes
 * it away. Over https it is sent over nothing else.
 */
export function sessionCookie(token: string | null, baseUrl: string): string {
  const secure = baseUrl.startsWith('https:') ? '; Secure' : ''
  const age = token === null ? 0 : days * 86_400
  return `${name}=${encodeURIComponent(token ?? '')}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Strict${secure}`
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
