import { z } from 'zod'
import { type CollectionDeps, seeCollection } from '../actions/collection.ts'
import { rolesThere } from '../domain/access.ts'
import { type Route, route } from './route.ts'

const tags: [string] = ['People']
const params = z.object({ collectionId: z.string() })
const ofHolder = params.extend({
  holderId: z.string().meta({ description: 'An account, or a group: all who are in it' }),
})
const role = z.enum(rolesThere)
const GivenRoleReply = z
  .object({
    holder: z.object({ kind: z.enum(['account', 'group']), id: z.string(), name: z.string() }),
    role,
    givenBy: z.string(),
    givenAt: z.string(),
  })
  .meta({ id: 'RoleInCollection' })

/** What people and groups may do with what lies in a collection, beside what they may do everywhere. */
export const collectionRoleRoutes = (deps: CollectionDeps): Route[] => [
  route({
    id: 'listCollectionRoles',
    method: 'get',
    path: '/collections/:collectionId/roles',
    tags,
    access: 'administrator',
    summary: 'The roles that were given in this collection; they hold in those within it, too',
    params,
    status: 200,
    reply: z.object({ items: z.array(GivenRoleReply) }),
    faults: ['not-found'],
    handle: async ({ params: { collectionId }, actor }) => {
      await seeCollection(deps, actor, collectionId)
      return { body: { items: await deps.collections.roles(collectionId) } }
    },
  }),
  route({
    id: 'giveCollectionRole',
    method: 'put',
    path: '/collections/:collectionId/roles/:holderId',
    tags,
    access: 'administrator',
    summary: 'Give somebody, or a group, a role in this collection',
    params: ofHolder,
    body: z.object({ role }).meta({ id: 'NewRoleInCollection' }),
    status: 204,
    faults: ['not-found'],
    handle: ({ params, body, actor }) => give(deps, actor.id, params, body.role),
  }),
  route({
    id: 'takeCollectionRole',
    method: 'delete',
    path: '/collections/:collectionId/roles/:holderId',
    tags,
    access: 'administrator',
    summary: 'Take the role that somebody, or a group, has in this collection',
    params: ofHolder,
    status: 204,
    faults: ['not-found'],
    handle: ({ params, actor }) => give(deps, actor.id, params, null),
  }),
]

const give = (
  { collectionWriter, clock }: CollectionDeps,
  actor: string,
  { collectionId: collection, holderId: holder }: z.output<typeof ofHolder>,
  role: z.output<typeof GivenRoleReply>['role'] | null,
) => collectionWriter.giveRole({ actor, at: clock(), collection, holder, role })
