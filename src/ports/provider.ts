import type { Identity } from '../domain/people/account.ts'

/** Somebody as an OpenID provider tells of them (OpenID Connect Core, 5.1); `email` only where the provider has verified it. */
export type Told = Identity & { name: string | null; email: string | null; username: string | null }

/** What somebody meant to do who went to sign in elsewhere. */
export type Errand = {
  /** The page to which they come back. */
  next: string
  /** The link by which they were invited. */
  link: string | null
  /** The account that is to sign in there from now on. */
  account: string | null
}

/** Where people sign in who do not do so here: an OpenID provider. */
export type Provider = {
  /** How it is called on the pages. */
  name: string
  /** The role of whoever was not invited; null where they are refused. */
  role: 'reader' | 'annotator' | 'archivist' | null
  /** The address to send a browser to, and what it has to show when it comes back. ArchiveError('unreached') where the provider does not answer. */
  begin(redirect: string, errand: Errand): Promise<{ address: string; keep: string }>
  /** Who came back, once; null where the browser shows nothing that was begun, or the provider refused. */
  finish(came: URL, redirect: string, kept: string): Promise<{ told: Told; errand: Errand } | null>
}
