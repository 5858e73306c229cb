import type { Role } from '../domain/access.ts'
import type { Clock, NewId } from '../ports/identity.ts'
import type { StoredToken, TokenWriter } from '../ports/tokens.ts'
import { digestOfSecret, newSecret } from './secrets.ts'

/** Makes a token of 256 random bits; it is returned this once and kept only as a digest. */
export async function addToken(
  deps: { tokenWriter: TokenWriter; newId: NewId; clock: Clock },
  actor: string,
  wish: { name: string; role: Role; expiresAt?: string | null; account?: string | null },
): Promise<{ token: string; stored: StoredToken }> {
  const token = `fonds_${newSecret()}`
  const { name, role, expiresAt = null, account = null } = wish
  const stored = await deps.tokenWriter.add({
    actor,
    at: deps.clock(),
    id: deps.newId('t'),
    name,
    role,
    expiresAt,
    account,
    digest: digestOfSecret(token),
  })
  return { token, stored }
}
