import { z } from 'zod'
import { type AccountDeps, reviseAccount, seeAccount } from '../actions/account.ts'
import { notFound } from '../domain/errors.ts'
import type { Account } from '../domain/people/account.ts'
import { demandedVersion } from './demanded-version.ts'
import { versionedTag } from './document-shape.ts'
import { slice, text } from './fields.ts'
import { grantedRole } from './invitations.ts'
import { type Route, route } from './route.ts'

const tags: [string] = ['People']
const params = z.object({ accountId: z.string() })

const AccountReply = z
  .object({
    id: z.string(),
    login: z.string().meta({ description: 'The name they sign in with' }),
    name: z.string().meta({ description: 'How their work is signed' }),
    role: grantedRole,
    hasPassword: z.boolean(),
    identity: z
      .object({ issuer: z.string(), subject: z.string() })
      .nullable()
      .meta({ description: 'Who they are to the OpenID provider' }),
    disabledAt: z.string().nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Account' })

/** The accounts of people, and how whoever did something is called. */
export const accountRoutes = (deps: AccountDeps): Route[] => [
  route({
    id: 'listAccounts',
    method: 'get',
    path: '/accounts',
    tags,
    access: 'administrator',
    summary: 'The accounts, in the order in which they were made',
    query: z.object(slice),
    status: 200,
    reply: z.object({ items: z.array(AccountReply), next: z.string().nullable() }),
    faults: ['invalid-input'],
    handle: async ({ query }) => {
      const { items, next } = await deps.accounts.list(query)
      return { body: { items: items.map(presented), next } }
    },
  }),
  route({
    id: 'readAccount',
    method: 'get',
    path: '/accounts/:accountId',
    tags,
    access: 'administrator',
    summary: 'An account: who it is and what they may do',
    params,
    status: 200,
    reply: AccountReply,
    faults: ['not-found'],
    handle: async ({ params }) => tagged(await seeAccount(deps, params.accountId)),
  }),
  route({
    id: 'reviseAccount',
    method: 'patch',
    path: '/accounts/:accountId',
    tags,
    access: 'administrator',
    summary: 'Change the name or the role of an account, disable it or open it again',
    params,
    body: z
      .object({ name: text(200).optional(), role: grantedRole.optional(), disabled: z.boolean().optional() })
      .meta({ id: 'AccountChange' }),
    status: 200,
    reply: AccountReply,
    faults: ['not-found', 'conflict', 'precondition-failed'],
    handle: async ({ params, body, actor, ifMatch }) =>
      tagged(await reviseAccount(deps, actor, params.accountId, body, demandedVersion(ifMatch))),
  }),
  route({
    id: 'readPerson',
    method: 'get',
    path: '/people/:personId',
    tags,
    access: 'reader',
    summary: 'How an account or a token is called that did something',
    params: z.object({ personId: z.string() }),
    status: 200,
    reply: z.object({ id: z.string(), name: z.string() }).meta({ id: 'Person' }),
    faults: ['not-found'],
    handle: async ({ params: { personId: id } }) => {
      const name = await deps.accounts.nameOf(id)
      if (name === null) throw notFound('person')
      return { body: { id, name } }
    },
  }),
]

const presented = ({ version: _, ...account }: Account) => account

const tagged = (account: Account) => ({
  body: presented(account),
  etag: versionedTag(account.version, presented(account)),
})
