import { randomBytes } from 'node:crypto'
import type { Role } from '../domain/access.ts'
import type { Clock, NewId } from '../ports/identity.ts'
import type { StoredToken, TokenWriter } from '../ports/tokens.ts'
import { digestOfToken } from './sign-in.ts'

/** Makes a token of 256 random bits; it is returned this once and kept only as a digest. */
export async function addToken(
  deps: { tokenWriter: TokenWriter; newId: NewId; clock: Clock },
  actor: string,
  name: string,
  role: Role,
): Promise<{ token: string; stored: StoredToken }> {
  const token = `fonds_${randomBytes(32).toString('base64url')}`
  const digest = digestOfToken(token)
  const stored = await deps.tokenWriter.add({
    actor,
    at: deps.clock(),
    id: deps.newId('t'),
    name,
    role,
    digest,
  })
  return { token, stored }
}
