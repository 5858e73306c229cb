import type { Actor } from '../domain/access.ts'
import { ArchiveError } from '../domain/errors.ts'
import { type Account, type GrantedRole, readLogin } from '../domain/people/account.ts'
import type { EntryLink } from '../domain/people/entry-link.ts'
import type { Errand, Provider, Told } from '../ports/provider.ts'
import { type AccountDeps, readLink } from './account.ts'
import { type Begun, type Browser, beginFor } from './session.ts'

export type ProviderDeps = AccountDeps & { provider: Provider | null }

/** Where to send a browser to sign in. Throws `not-found` where there is no provider, or the link stands no more. */
export async function goToProvider(
  deps: ProviderDeps,
  actor: Actor,
  redirect: string,
  wish: { next: string; secret?: string },
): Promise<{ address: string; keep: string }> {
  const link = wish.secret === undefined ? null : await readLink(deps, wish.secret)
  if (link?.purpose === 'password') throw new ArchiveError('conflict', 'This link is for another password.')
  // Whoever is signed in with an account signs in there from then on.
  const account = actor.session === undefined ? null : await deps.accounts.find(actor.id)
  const errand = { next: wish.next, link: link?.id ?? null, account: account?.id ?? null }
  return providerOf(deps).begin(redirect, errand)
}

/**
 * Begins a session for whoever comes back from the provider: their account, else one by the invitation that they hold or that
 * waits for their verified address, else one with the role that everybody there gets. Throws `forbidden` where there is
 * none of these, `unauthenticated` where the provider did not let them in.
 */
export async function comeFromProvider(
  deps: ProviderDeps,
  came: URL,
  redirect: string,
  kept: string,
  browser: Browser,
): Promise<Begun & { next: string }> {
  const provider = providerOf(deps)
  const back = await provider.finish(came, redirect, kept)
  if (back === null)
    throw new ArchiveError(
      'unauthenticated',
      `${provider.name} did not let you in, or it took too long: try again.`,
    )
  const account = await accountOf(deps, back.told, back.errand)
  if (account.disabledAt !== null) throw new ArchiveError('forbidden', 'This account is disabled.')
  return { ...(await beginFor(deps, account, browser)), next: back.errand.next }
}

async function accountOf(deps: ProviderDeps, told: Told, errand: Errand): Promise<Account> {
  const { accounts, accountWriter, clock } = deps
  const identity = { issuer: told.issuer, subject: told.subject }
  if (errand.account !== null)
    return accountWriter.setIdentity({ actor: errand.account, at: clock(), id: errand.account, identity })
  const known = await accounts.byIdentity(identity)
  if (known) return known
  const link = linkFor(await accounts.links(clock()), told, errand)
  const role: GrantedRole | null = link?.role ?? providerOf(deps).role
  if (role === null)
    throw new ArchiveError('forbidden', 'Nobody has invited you yet: ask an administrator of the archive.')
  const login = await freeLogin(deps, told)
  const id = deps.newId('n')
  return accountWriter.add({
    actor: id,
    at: clock(),
    id,
    login,
    name: told.name ?? link?.name ?? login,
    role,
    password: null,
    identity,
    link: link?.id ?? null,
  })
}

const linkFor = (links: readonly EntryLink[], { email }: Told, errand: Errand): EntryLink | undefined =>
  links.find(({ id }) => id === errand.link) ??
  links.find(
    ({ purpose, login }) => purpose === 'invitation' && login !== null && login === email?.toLowerCase(),
  )

/** The first name to sign in with that nobody has: their address, what they are called there, who they are there. */
async function freeLogin({ accounts }: ProviderDeps, { email, username, subject }: Told): Promise<string> {
  for (const wish of [email, username, subject]) {
    const login = wish === null ? null : loginOrNull(wish)
    if (login !== null && (await accounts.byLogin(login)) === null) return login
  }
  throw new ArchiveError(
    'conflict',
    'Somebody signs in by your name here already. If it is you, sign in as until now, and from your own page let this sign you in too.',
  )
}

function loginOrNull(text: string): string | null {
  try {
    return readLogin(text)
  } catch {
    return null
  }
}

function providerOf({ provider }: ProviderDeps): Provider {
  if (provider) return provider
  throw new ArchiveError('not-found', 'This archive lets nobody in from elsewhere (FONDS_OIDC_ISSUER).')
}
