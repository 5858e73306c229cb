import { type Actor, isAnonymous } from '../domain/access.ts'
import { ArchiveError } from '../domain/errors.ts'
import { type Account, readLogin, readPassword } from '../domain/people/account.ts'
import { sessionEnd } from '../domain/people/session.ts'
import type { AccountReader, AccountWriter } from '../ports/accounts.ts'
import type { GroupReader } from '../ports/groups.ts'
import type { NewId } from '../ports/identity.ts'
import type { Passwords } from '../ports/passwords.ts'
import type { Provider } from '../ports/provider.ts'
import type { Holder, ListedSession } from '../ports/sessions.ts'
import { digestOfSecret, newSecret } from './secrets.ts'
import { byToken, type SignInDeps } from './sign-in.ts'

export type SessionDeps = SignInDeps & {
  accounts: AccountReader
  groups: GroupReader
  accountWriter: AccountWriter
  passwords: Passwords
  /** Where people may sign in elsewhere; null where nowhere. */
  provider: Pick<Provider, 'name'> | null
  newId: NewId
}

/** The browser that asks: what it calls itself, whence it comes, and the secret of the session it had until now. */
export type Browser = { agent: string | null; address: string | null; former: string | null }

/** A session that has begun; the secret goes into the cookie and is kept nowhere else. */
export type Begun = { secret: string; actor: Actor }

/** Begins a session with a token. Throws `unauthenticated` where it does not stand. */
export async function beginByToken(deps: SessionDeps, token: string, browser: Browser): Promise<Begun> {
  const found = await byToken(deps, token)
  if (found) return begin(deps, found.actor, found.holder, browser)
  throw new ArchiveError(
    'unauthenticated',
    'This token is not valid. The first start of the server shows one; "fonds token" makes others.',
  )
}

/** Begins a session with a name and a password. Who is refused is not told which of them was wrong. */
export async function beginByPassword(
  deps: SessionDeps,
  { login, password }: { login: string; password: string },
  browser: Browser,
): Promise<Begun> {
  const account = await deps.accounts.byLogin(loginIn(login))
  const matches = await deps.passwords.matches(password.normalize('NFC'), account?.password ?? null)
  if (account && matches && account.disabledAt === null) return beginFor(deps, account, browser)
  if (account) noteRefusal(deps, account, browser)
  throw new ArchiveError('unauthenticated', 'The name or the password is wrong.')
}

// Nobody waits for it: else the time that an answer takes would tell which names there are.
function noteRefusal({ accountWriter, clock }: SessionDeps, { id }: Account, { address }: Browser): void {
  accountWriter.noteRefusal({ actor: 'anonymous', at: clock(), id, address }).catch(() => {})
}

/** Begins a session for an account that has proven itself. */
export const beginFor = (deps: SessionDeps, { id, role }: Account, browser: Browser): Promise<Begun> =>
  begin(deps, { id, role }, { kind: 'account', id }, browser)

async function begin(deps: SessionDeps, actor: Actor, holder: Holder, browser: Browser): Promise<Begun> {
  await endSession(deps, browser.former)
  const [at, id, secret] = [deps.clock(), deps.newId('q'), newSecret()]
  await deps.sessionWriter.begin({
    actor: actor.id,
    at,
    id,
    digest: digestOfSecret(secret),
    holder,
    agent: browser.agent?.slice(0, 300) ?? null,
    expiresAt: sessionEnd(at, at),
  })
  return { secret, actor: { ...actor, session: id } }
}

/** Ends the session with this secret, if there is one that stands. */
export async function endSession(deps: SessionDeps, secret: string | null): Promise<void> {
  if (secret === null) return
  const at = deps.clock()
  const session = await deps.sessions.byDigest(digestOfSecret(secret), at)
  if (session === null) return
  await deps.sessionWriter.end({ actor: session.actor, at, id: session.id, holder: session.holder.id })
}

/** The sessions that somebody has begun and not ended, the newest first. */
export const listSessions = (deps: SessionDeps, actor: Actor): Promise<ListedSession[]> =>
  deps.sessions.of(demandSignedIn(actor).id, deps.clock())

/** Ends one of one's own sessions. */
export const endOneSession = (deps: SessionDeps, actor: Actor, id: string): Promise<void> =>
  deps.sessionWriter.end({ actor: actor.id, at: deps.clock(), id, holder: demandSignedIn(actor).id })

/** Ends all of one's own sessions but the one that asks. */
export const endOtherSessions = (deps: SessionDeps, actor: Actor): Promise<number> =>
  deps.sessionWriter.endOthers({
    actor: actor.id,
    at: deps.clock(),
    holder: demandSignedIn(actor).id,
    keep: actor.session ?? null,
  })

/** Takes another password in the place of one's own, and ends all other sessions. */
export async function changePassword(
  deps: SessionDeps,
  actor: Actor,
  { current, password }: { current: string; password: string },
): Promise<void> {
  const { login } = (await deps.accounts.find(demandSignedIn(actor).id)) ?? demandAccount()
  const account = await deps.accounts.byLogin(login)
  if (!account || !(await deps.passwords.matches(current.normalize('NFC'), account.password)))
    throw new ArchiveError('forbidden', 'The password that you gave as yours is wrong.')
  await deps.accountWriter.setPassword({
    actor: actor.id,
    at: deps.clock(),
    id: account.id,
    password: await deps.passwords.hash(readPassword(password, login)),
    link: null,
    keep: actor.session ?? null,
  })
}

/** The actor, where somebody is signed in; readers of an open archive who are nobody throw `unauthenticated`. */
export function demandSignedIn(actor: Actor): Actor {
  if (!isAnonymous(actor)) return actor
  throw new ArchiveError('unauthenticated', 'Sign in first.')
}

/** Throws `forbidden`: what is asked belongs to an account. */
export function demandAccount(): never {
  throw new ArchiveError('forbidden', 'A token has none of this: sign in with the name of an account.')
}

// A name that nobody can have is refused as slowly as one that nobody has.
function loginIn(text: string): string {
  try {
    return readLogin(text)
  } catch {
    return ''
  }
}
