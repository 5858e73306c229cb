import { invite, linkToPassword, linkToSetUp, type MadeLink } from '../actions/account.ts'
import type { Archive } from '../app.ts'
import { type Role, roles, rolesThere } from '../domain/access.ts'
import { ArchiveError, invalid } from '../domain/errors.ts'
import { type Account, type GrantedRole, readLogin } from '../domain/people/account.ts'
import { joinAddress } from '../domain/people/join-address.ts'
import type { AccountReader } from '../ports/accounts.ts'
import type { Opening } from './serve.ts'
import { commandLine, withArchive } from './with-archive.ts'

type Invited = { role: string; login?: string; name?: string }

/** `fonds user …`: people and what they may do. */
export const user = {
  /** Prints a line for each account: id, role, name to sign in with, whether it is disabled, name. */
  async list({ accounts, close }: { accounts: AccountReader; close: () => void }): Promise<number> {
    try {
      for (let cursor: string | null = null; ; ) {
        const { items, next } = await accounts.list({ limit: 100, cursor })
        for (const { id, role, login, disabledAt, name } of items)
          console.log([id, role, login, disabledAt === null ? '-' : 'disabled', name].join('\t'))
        if (next === null) return 0
        cursor = next
      }
    } finally {
      close()
    }
  },

  /** Prints a link by which somebody joins, alone on its line. */
  invite(opening: Opening, { role, login, name }: Invited) {
    const wish = { role: granted(role), login: login ?? null, name: name ?? null }
    return withArchive(opening, async ({ deps }) =>
      tell(opening, await invite(deps, commandLine, wish), `An invitation (${role})`),
    )
  },

  /** Prints a link by which somebody chooses another password, alone on its line. */
  password: (opening: Opening, login: string) =>
    withArchive(opening, async ({ deps }) => {
      const account = await accountOf(deps, login)
      tell(
        opening,
        await linkToPassword(deps, commandLine, account.id),
        `Another password for "${account.login}"`,
      )
    }),

  /** Prints a link by which the first administrator joins. */
  setUp: (opening: Opening) =>
    withArchive(opening, async ({ deps }) => tell(opening, await linkToSetUp(deps), 'The first account')),

  /** Gives an account another role; in a collection, one beside it (`none` takes that). */
  role: (opening: Opening, login: string, role: string, { in: collection }: { in?: string } = {}) =>
    collection === undefined
      ? revise(opening, login, { role: granted(role) })
      : giveThere(opening, login, role, collection),

  /** Shuts an account and ends its sessions, or opens it again. */
  disable: (opening: Opening, login: string) => revise(opening, login, { disabled: true }),
  enable: (opening: Opening, login: string) => revise(opening, login, { disabled: false }),
}

function revise(opening: Opening, login: string, change: { role?: GrantedRole; disabled?: boolean }) {
  return withArchive(opening, async ({ deps }) => {
    const { id } = await accountOf(deps, login)
    const { accountWriter, clock } = deps
    const now = await accountWriter.revise({ actor: commandLine, at: clock(), id, ...change })
    console.error(`"${now.login}" is ${now.role}${now.disabledAt === null ? '' : ', and disabled'}.`)
  })
}

function giveThere(opening: Opening, login: string, text: string, collection: string) {
  const role = rolesThere.find((one) => one === text) ?? null
  if (role === null && text !== 'none')
    throw invalid('role', `"${text}" is no role in a collection: write ${rolesThere.join(', ')}, or none.`)
  return withArchive(opening, async ({ deps }) => {
    const { id: holder, login: known } = await accountOf(deps, login)
    await deps.collectionWriter.giveRole({ actor: commandLine, at: deps.clock(), collection, holder, role })
    console.error(`"${known}" is ${role ?? 'nothing more'} in ${collection}.`)
  })
}

async function accountOf({ accounts }: Pick<Archive['deps'], 'accounts'>, text: string): Promise<Account> {
  const login = readLogin(text)
  const account = await accounts.byLogin(login)
  if (account) return account
  throw new ArchiveError('not-found', `Nobody signs in as "${login}": "fonds user list" lists the accounts.`)
}

function tell({ config }: Opening, { link, secret }: MadeLink, what: string) {
  const { baseUrl, host, port } = config
  console.error(`${what}: open this before ${link.expiresAt}; it works once.`)
  console.log(joinAddress(baseUrl ?? `http://${host}:${port}`, secret))
}

/** The role that a word names. Throws where it names none that somebody can be given. */
export function granted(role: string): GrantedRole {
  if (role !== 'stranger' && (roles as readonly string[]).includes(role))
    return role as Exclude<Role, 'stranger'>
  throw invalid('role', `"${role}" is not a role: write one of ${roles.slice(1).join(', ')}.`)
}
