import type { Request } from 'express'
import { type SignInDeps, signIn, signInByCookie } from '../actions/sign-in.ts'
import type { Actor } from '../domain/access.ts'
import { demandOwnOrigin, secretInCookie } from './session-cookie.ts'

/**
 * Who asks: by the `Authorization` header, and only without one by the cookie of the web pages. Throws `forbidden` where
 * a page of another origin would change something by that cookie.
 */
export async function authenticate(
  deps: SignInDeps,
  req: Request,
  baseUrl: string | undefined,
): Promise<Actor | 'bad-token'> {
  const { authorization } = req.headers
  const secret = authorization === undefined ? secretInCookie(req) : null
  if (secret === null) return signIn(deps, authorization)
  demandOwnOrigin(req, baseUrl)
  return signInByCookie(deps, secret)
}
