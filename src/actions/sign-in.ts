import { createHash, timingSafeEqual } from 'node:crypto'
import { type Actor, anonymous } from '../domain/access.ts'
import type { TokenReader } from '../ports/tokens.ts'

export type SignInDeps = {
  tokens: TokenReader
  /** The digest of the administrator's token from the environment; null where it is kept in the archive. */
  adminDigest: Uint8Array | null
  /** What strangers may do. */
  anonymous: 'none' | 'reader'
}

/** Who stands behind an `Authorization` header; `bad-token` where it names none that stands. */
export async function signIn(
  deps: SignInDeps,
  authorization: string | undefined,
): Promise<Actor | 'bad-token'> {
  if (authorization === undefined) return stranger(deps)
  const token = /^Bearer +(\S+) *$/i.exec(authorization)?.[1]
  return token === undefined ? 'bad-token' : ofToken(deps, token)
}

/** Who stands behind the token that a browser keeps: whoever it was, they are a stranger once it stands no more. */
export async function signInByCookie(deps: SignInDeps, token: string): Promise<Actor> {
  const actor = await ofToken(deps, token)
  return actor === 'bad-token' ? stranger(deps) : actor
}

const stranger = (deps: SignInDeps) => anonymous(deps.anonymous === 'reader' ? 'reader' : 'stranger')

async function ofToken(deps: SignInDeps, token: string): Promise<Actor | 'bad-token'> {
  const digest = digestOfToken(token)
  if (deps.adminDigest && timingSafeEqual(digest, deps.adminDigest))
    return { id: 'administrator', role: 'administrator' }
  const stored = await deps.tokens.byDigest(digest)
  return stored ? { id: stored.id, role: stored.role } : 'bad-token'
}

/** What is kept of a token: its SHA-256. Tokens are long and random, so that nothing slower is needed. */
export const digestOfToken = (token: string): Uint8Array => createHash('sha256').update(token).digest()
