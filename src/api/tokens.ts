import { z } from 'zod'
import { addToken } from '../actions/add-token.ts'
import { demandAccount, demandSignedIn, type SessionDeps } from '../actions/session.ts'
import { type Actor, lesser, mayUse } from '../domain/access.ts'
import { ArchiveError, invalid } from '../domain/errors.ts'
import type { GrantedRole } from '../domain/people/account.ts'
import type { TokenWriter } from '../ports/tokens.ts'
import { text, time } from './fields.ts'
import { grantedRole } from './invitations.ts'
import { type Route, route } from './route.ts'

export type TokenRoutesDeps = SessionDeps & { tokenWriter: TokenWriter }

const tags: [string] = ['People']

const TokenReply = z
  .object({
    id: z.string(),
    name: z.string().meta({ description: 'What it is for' }),
    role: grantedRole.meta({ description: 'The most it may do; it never may more than its account' }),
    account: z.string().nullable(),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
  })
  .meta({ id: 'Token' })

/** Tokens for programs: each of an account, which it stands for, as far as its role goes. */
export const tokenRoutes = (deps: TokenRoutesDeps): Route[] => [
  route({
    id: 'listTokens',
    method: 'get',
    path: '/tokens',
    tags,
    access: 'reader',
    summary: 'Your tokens; for administrators all of them',
    status: 200,
    reply: z.object({ items: z.array(TokenReply) }),
    faults: [],
    handle: async ({ actor }) => {
      const tokens = await deps.tokens.list(ownOnly(actor))
      return { body: { items: tokens.map((token) => ({ ...token, role: token.role as GrantedRole })) } }
    },
  }),
  route({
    id: 'addToken',
    method: 'post',
    path: '/tokens',
    tags,
    access: 'reader',
    summary: 'Make a token of your account; it is told this once',
    body: z
      .object({
        name: text(200),
        role: grantedRole.default('reader'),
        expiresAt: time.nullish(),
      })
      .meta({ id: 'NewToken' }),
    status: 201,
    reply: TokenReply.extend({ token: z.string() }).meta({ id: 'NewlyMadeToken' }),
    faults: ['forbidden'],
    handle: async ({ body, actor }) => {
      const { role, expiresAt = null } = body
      if (expiresAt !== null && expiresAt <= deps.clock()) throw invalid('expiresAt', 'lies in the past.')
      if (lesser(role, demandSignedIn(actor).role) !== role)
        throw new ArchiveError('forbidden', `You are ${actor.role}: a token of yours may do no more.`)
      const account = (await ownAccount(deps, actor))?.id ?? null
      const { token, stored } = await addToken(deps, actor.id, { ...body, account })
      return { body: { ...stored, role, token } }
    },
  }),
  route({
    id: 'revokeToken',
    method: 'delete',
    path: '/tokens/:tokenId',
    tags,
    access: 'reader',
    summary: 'Revoke a token of yours; administrators any',
    params: z.object({ tokenId: z.string() }),
    status: 204,
    faults: ['not-found'],
    handle: async ({ params, actor }) => {
      const account = ownOnly(actor)
      const command = { actor: actor.id, at: deps.clock(), id: params.tokenId }
      await deps.tokenWriter.revoke(account === undefined ? command : { ...command, account })
    },
  }),
]

const ownOnly = (actor: Actor): string | undefined =>
  mayUse(actor, 'administrator') ? undefined : demandSignedIn(actor).id

// Only a session, or whoever is an administrator, makes tokens: one that got lost makes no others.
async function ownAccount(deps: TokenRoutesDeps, actor: Actor) {
  const account = await deps.accounts.find(actor.id)
  if (account !== null && actor.session !== undefined) return account
  if (mayUse(actor, 'administrator')) return account
  return demandAccount()
}
