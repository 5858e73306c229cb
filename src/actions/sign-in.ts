import { timingSafeEqual } from 'node:crypto'
import { type Actor, anonymous, type RoleThere } from '../domain/access.ts'
import { isFromLater, isWorthNoting, sessionEnd } from '../domain/people/session.ts'
import type { Clock } from '../ports/identity.ts'
import type { Holder, SessionReader, SessionWriter } from '../ports/sessions.ts'
import type { TokenReader } from '../ports/tokens.ts'
import { digestOfSecret } from './secrets.ts'

export type SignInDeps = {
  tokens: TokenReader
  sessions: SessionReader
  sessionWriter: SessionWriter
  clock: Clock
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
  return (token === undefined ? null : (await byToken(deps, token))?.actor) ?? 'bad-token'
}

/** Who stands behind the secret in a browser's cookie: whoever it was, they are a stranger once the session is over. */
export async function signInByCookie(deps: SignInDeps, secret: string): Promise<Actor> {
  const at = deps.clock()
  const session = await deps.sessions.byDigest(digestOfSecret(secret), at)
  if (session === null || !isProven(session.holder, deps.adminDigest)) return stranger(deps)
  const { id, createdAt, seenAt } = session
  if (isFromLater(createdAt, at)) return stranger(deps)
  if (isWorthNoting(seenAt, at))
    await deps.sessionWriter.touch({ id, at, expiresAt: sessionEnd(createdAt, at) })
  const { actor, role, groups, there } = session
  return { id: actor, role, ...inGroups(groups), ...inCollections(there), session: id }
}

/** Who stands behind a token, and as what a session would be begun with it; null where none stands. */
export async function byToken(
  deps: Pick<SignInDeps, 'tokens' | 'adminDigest' | 'clock'>,
  token: string,
): Promise<{ actor: Actor; holder: Holder } | null> {
  const digest = digestOfSecret(token)
  if (deps.adminDigest && timingSafeEqual(digest, deps.adminDigest))
    return {
      actor: { id: 'administrator', role: 'administrator' },
      holder: { kind: 'administrator', id: 'administrator', proof: digest },
    }
  const stored = await deps.tokens.byDigest(digest, deps.clock())
  return (
    stored && {
      actor: {
        id: stored.account ?? stored.id,
        role: stored.role,
        ...inGroups(stored.groups),
        ...inCollections(stored.there),
      },
      holder: { kind: 'token', id: stored.id },
    }
  )
}

const inCollections = (there: readonly RoleThere[]) => (there.length > 0 ? { there } : {})
const inGroups = (groups: readonly string[]) => (groups.length > 0 ? { groups } : {})

const stranger = (deps: SignInDeps) => anonymous(deps.anonymous === 'reader' ? 'reader' : 'stranger')

// Another token in the environment ends the sessions that were begun with the one before.
const isProven = (holder: Holder, adminDigest: Uint8Array | null) =>
  holder.kind !== 'administrator' ||
  (adminDigest !== null &&
    holder.proof.length === adminDigest.length &&
    timingSafeEqual(holder.proof, adminDigest))
