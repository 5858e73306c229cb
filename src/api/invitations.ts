import { z } from 'zod'
import {
  type AccountDeps,
  invite,
  join,
  linkToPassword,
  type MadeLink,
  readLink,
  resetPassword,
} from '../actions/account.ts'
import { roles } from '../domain/access.ts'
import type { GrantedRole } from '../domain/people/account.ts'
import { joinAddress } from '../domain/people/join-address.ts'
import { browserOf } from './browser.ts'
import { text } from './fields.ts'
import { type Route, route } from './route.ts'
import { password, SessionReply, sessionBegun } from './session.ts'

const tags: [string] = ['People']

/** A role that somebody can be given. */
export const grantedRole = z.enum(roles.slice(1) as [GrantedRole, ...GrantedRole[]])

const purpose = z.enum(['set-up', 'invitation', 'password'])
const proposed = {
  login: z
    .string()
    .nullable()
    .meta({ description: 'The name to sign in with that is proposed, or that stands' }),
  name: z.string().nullable(),
  role: grantedRole,
  expiresAt: z.string(),
}
const InvitationReply = z
  .object({
    id: z.string(),
    purpose,
    ...proposed,
    account: z.string().nullable(),
    madeBy: z.string(),
    createdAt: z.string(),
  })
  .meta({ id: 'Invitation' })
const MadeReply = InvitationReply.extend({
  address: z.string().meta({ description: 'Give it to whom it is for; it is told this once and works once' }),
}).meta({ id: 'NewlyMadeInvitation' })

const secret = z.string().max(100).meta({ description: 'What stands behind # in the address' })
const params = z.object({ invitationId: z.string() })

/** Links that let somebody in once: to join, or to choose another password. */
export const invitationRoutes = (deps: AccountDeps): Route[] => [
  route({
    id: 'listInvitations',
    method: 'get',
    path: '/invitations',
    tags,
    access: 'administrator',
    summary: 'The links that stand: invitations, and those to choose another password',
    status: 200,
    reply: z.object({ items: z.array(InvitationReply) }),
    faults: [],
    handle: async () => ({ body: { items: await deps.accounts.links(deps.clock()) } }),
  }),
  route({
    id: 'invite',
    method: 'post',
    path: '/invitations',
    tags,
    access: 'administrator',
    summary: 'Invite somebody: the answer holds the address to give them',
    body: z
      .object({
        role: grantedRole,
        login: text(100).nullish(),
        name: text(200).nullish(),
        days: z.int().min(1).max(90).optional().meta({ description: 'How long it stands; 14 unless told' }),
      })
      .meta({ id: 'NewInvitation' }),
    status: 201,
    reply: MadeReply,
    faults: ['conflict'],
    handle: async ({ body, actor, baseUrl }) => ({ body: made(await invite(deps, actor.id, body), baseUrl) }),
  }),
  route({
    id: 'withdrawInvitation',
    method: 'delete',
    path: '/invitations/:invitationId',
    tags,
    access: 'administrator',
    summary: 'Withdraw a link, so that it lets nobody in',
    params,
    status: 204,
    faults: ['not-found'],
    handle: ({ params, actor }) =>
      deps.accountWriter.withdrawLink({ actor: actor.id, at: deps.clock(), id: params.invitationId }),
  }),
  route({
    id: 'readInvitation',
    method: 'post',
    path: '/invitations/read',
    tags,
    access: 'public',
    takesSecret: true,
    summary: 'What the link is for, told to whoever holds it',
    body: z.object({ secret }).meta({ id: 'HeldInvitation' }),
    status: 200,
    reply: z.object({ purpose, ...proposed }).meta({ id: 'OpenInvitation' }),
    faults: ['not-found', 'too-many-requests'],
    handle: async ({ body }) => {
      const { purpose, login, name, role, expiresAt } = await readLink(deps, body.secret)
      return { body: { purpose, login, name, role, expiresAt } }
    },
  }),
  route({
    id: 'join',
    method: 'post',
    path: '/invitations/accept',
    tags,
    access: 'public',
    takesSecret: true,
    summary: 'Join by an invitation: an account is made, and a cookie keeps the session',
    body: z
      .object({ secret, login: text(100), name: z.string().max(200).default(''), password })
      .meta({ id: 'Joining' }),
    status: 201,
    reply: SessionReply,
    faults: ['not-found', 'conflict', 'too-many-requests', 'busy'],
    handle: async ({ body, req, baseUrl }) =>
      sessionBegun(deps, await join(deps, body, browserOf(req)), baseUrl),
  }),
  route({
    id: 'resetPassword',
    method: 'put',
    path: '/invitations/password',
    tags,
    access: 'public',
    takesSecret: true,
    summary:
      'Choose another password by a link for that: all sessions of the account end, and a new one begins',
    body: z.object({ secret, password }).meta({ id: 'PasswordReset' }),
    status: 200,
    reply: SessionReply,
    faults: ['not-found', 'conflict', 'forbidden', 'too-many-requests', 'busy'],
    handle: async ({ body, req, baseUrl }) =>
      sessionBegun(deps, await resetPassword(deps, body, browserOf(req)), baseUrl),
  }),
  route({
    id: 'offerPassword',
    method: 'post',
    path: '/accounts/:accountId/password',
    tags,
    access: 'administrator',
    summary: 'Make the link by which somebody chooses another password',
    params: z.object({ accountId: z.string() }),
    status: 201,
    reply: MadeReply,
    faults: ['not-found', 'conflict'],
    handle: async ({ params, actor, baseUrl }) => ({
      body: made(await linkToPassword(deps, actor.id, params.accountId), baseUrl),
    }),
  }),
]

const made = ({ link, secret }: MadeLink, baseUrl: string) => ({
  ...link,
  address: joinAddress(baseUrl, secret),
})
