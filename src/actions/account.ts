import type { Actor } from '../domain/access.ts'
import { ArchiveError, notFound } from '../domain/errors.ts'
import { type Account, type GrantedRole, readLogin, readPassword } from '../domain/people/account.ts'
import { daysAfter, type EntryLink, linkDays } from '../domain/people/entry-link.ts'
import { digestOfSecret, newSecret } from './secrets.ts'
import { type Begun, type Browser, beginFor, type SessionDeps } from './session.ts'

export type AccountDeps = SessionDeps

/** A link as it is made: its secret is shown this once. */
export type MadeLink = { link: EntryLink; secret: string }

type Wish = Pick<EntryLink, 'purpose' | 'role'> & Partial<Pick<EntryLink, 'account' | 'login' | 'name'>>

/** Makes a link that lets the first administrator in; one that was made before stands no more. */
export const linkToSetUp = (deps: AccountDeps): Promise<MadeLink> =>
  makeLink(deps, 'fonds', { purpose: 'set-up', role: 'administrator' })

/** Invites somebody; what is said of them is offered when they join. ArchiveError('conflict') where the login is taken. */
export async function invite(
  deps: AccountDeps,
  actor: string,
  wish: { role: GrantedRole; login?: string | null; name?: string | null; days?: number },
): Promise<MadeLink> {
  const login = wish.login ? readLogin(wish.login) : null
  if (login !== null && (await deps.accounts.byLogin(login)) !== null)
    throw new ArchiveError('conflict', `Somebody signs in as "${login}" already.`)
  const { role, name = null, days } = wish
  return makeLink(deps, actor, { purpose: 'invitation', role, login, name }, days)
}

/** Makes a link by which somebody chooses another password; one that was made before stands no more. */
export async function linkToPassword(deps: AccountDeps, actor: string, id: string): Promise<MadeLink> {
  const account = await deps.accounts.find(id)
  if (account === null) throw notFound('account')
  if (account.disabledAt !== null)
    throw new ArchiveError('conflict', 'This account is disabled: open it again first.')
  const { login, name, role } = account
  return makeLink(deps, actor, { purpose: 'password', account: id, login, name, role })
}

async function makeLink(deps: AccountDeps, actor: string, wish: Wish, days?: number): Promise<MadeLink> {
  const [at, secret] = [deps.clock(), newSecret()]
  const link: EntryLink = {
    account: null,
    login: null,
    name: null,
    ...wish,
    id: deps.newId('l'),
    madeBy: actor,
    createdAt: at,
    expiresAt: daysAfter(at, days ?? linkDays[wish.purpose]),
  }
  await deps.accountWriter.addLink({ actor, at, link, digest: digestOfSecret(secret) })
  return { link, secret }
}

/** What a link is for. Throws `not-found` where it stands no more. */
export async function readLink(deps: AccountDeps, secret: string): Promise<EntryLink> {
  const link = await deps.accounts.linkOf(digestOfSecret(secret), deps.clock())
  if (link) return link
  throw new ArchiveError('not-found', 'This link was used already, or its time is over: ask for another.')
}

/** Makes an account by a link that invites, and begins a session for it. The link is used up by it. */
export async function join(
  deps: AccountDeps,
  wish: { secret: string; login: string; name: string; password: string },
  browser: Browser,
): Promise<Begun> {
  const link = await readLink(deps, wish.secret)
  if (link.purpose === 'password')
    throw new ArchiveError('conflict', 'This link is for another password, not for another account.')
  // A login that the archive proposes can be changed; what is said with it is theirs to say.
  const login = readLogin(wish.login)
  const password = await deps.passwords.hash(readPassword(wish.password, login))
  const id = deps.newId('n')
  const { role } = link
  const name = wish.name.trim() || login
  const account = await deps.accountWriter.add({
    actor: id,
    at: deps.clock(),
    id,
    login,
    name,
    role,
    password,
    identity: null,
    link: link.id,
  })
  return beginFor(deps, account, browser)
}

/** Takes another password by a link for that, ends all sessions of the account and begins a new one. */
export async function resetPassword(
  deps: AccountDeps,
  { secret, password }: { secret: string; password: string },
  browser: Browser,
): Promise<Begun> {
  const link = await readLink(deps, secret)
  const { account: id, login } = link
  if (id === null || login === null)
    throw new ArchiveError('conflict', 'This link is for joining: choose a name with the password.')
  const account = await deps.accountWriter.setPassword({
    actor: id,
    at: deps.clock(),
    id,
    password: await deps.passwords.hash(readPassword(password, login)),
    link: link.id,
    keep: null,
  })
  if (account.disabledAt !== null) throw new ArchiveError('forbidden', 'This account is disabled.')
  return beginFor(deps, account, browser)
}

/** An account. Throws `not-found`. */
export async function seeAccount(deps: AccountDeps, id: string): Promise<Account> {
  const account = await deps.accounts.find(id)
  if (account) return account
  throw notFound('account')
}

/** Changes what an account is called, what it may do, or whether it is open. */
export const reviseAccount = (
  deps: AccountDeps,
  actor: Actor,
  id: string,
  change: { name?: string; role?: GrantedRole; disabled?: boolean },
  expectedVersion: number | null,
): Promise<Account> =>
  deps.accountWriter.revise({ actor: actor.id, at: deps.clock(), id, ...change, expectedVersion })
