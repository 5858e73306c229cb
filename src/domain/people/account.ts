import type { Role } from '../access.ts'
import { invalid } from '../errors.ts'

/** What somebody can be made; strangers are whoever is nothing else. */
export type GrantedRole = Exclude<Role, 'stranger'>

/** A person who signs in. `login` is in the form that `readLogin` gives, `name` is how their work is signed. */
export type Account = {
  id: string
  login: string
  name: string
  role: GrantedRole
  hasPassword: boolean
  /** Who they are to the OpenID provider; null where they sign in here. */
  identity: Identity | null
  disabledAt: string | null
  createdAt: string
  updatedAt: string
  version: number
}

/** Somebody as an OpenID provider knows them: its issuer, and the subject there (OpenID Connect Core, 2 `sub`). */
export type Identity = { issuer: string; subject: string }

/** The name that somebody signs in with, in the one form in which names are compared: NFKC, small letters. */
export function readLogin(text: string): string {
  const login = text.normalize('NFKC').trim().toLowerCase()
  if (/^[\p{L}\p{N}][\p{L}\p{N}\p{M}._@+-]{1,99}$/u.test(login)) return login
  throw invalid('login', 'must be 2 to 100 letters, digits or . _ @ + -, the first a letter or digit.')
}

const leastCharacters = 10

/** The password in the form that is hashed: NFC, nothing else changed (RFC 8265, 4.2). Throws where it is easily guessed. */
export function readPassword(text: string, login: string): string {
  const password = text.normalize('NFC')
  if ([...password].length < leastCharacters)
    throw invalid(
      'password',
      `must have ${leastCharacters} characters or more; a few words are easy to keep.`,
    )
  if (new Set(password.toLowerCase()).size < 4)
    throw invalid('password', 'must have at least four different characters.')
  const [local = login] = login.split('@')
  if ([login, local].includes(password.toLowerCase()))
    throw invalid('password', 'must not be the name that one signs in with.')
  return password
}
