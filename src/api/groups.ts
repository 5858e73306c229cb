import { z } from 'zod'
import { notFound } from '../domain/errors.ts'
import type { Group } from '../domain/people/group.ts'
import type { GroupReader, GroupWriter } from '../ports/groups.ts'
import type { Clock, NewId } from '../ports/identity.ts'
import { demandedVersion } from './demanded-version.ts'
import { versionedTag } from './document-shape.ts'
import { text } from './fields.ts'
import { type Route, route } from './route.ts'

export type GroupRoutesDeps = { groups: GroupReader; groupWriter: GroupWriter; newId: NewId; clock: Clock }

const tags: [string] = ['People']
const params = z.object({ groupId: z.string() })
const ofMember = params.extend({ accountId: z.string() })
const Named = z.object({ name: text(200) }).meta({ id: 'GroupName' })
const group = { id: z.string(), name: z.string(), createdAt: z.string(), updatedAt: z.string() }
const GroupReply = z
  .object({
    ...group,
    members: z.array(z.object({ id: z.string(), name: z.string(), login: z.string() })),
  })
  .meta({ id: 'Group' })

/** Groups of people: to whom documents can be shown that are restricted. */
export const groupRoutes = (deps: GroupRoutesDeps): Route[] => [
  route({
    id: 'listGroups',
    method: 'get',
    path: '/groups',
    tags,
    access: 'archivist',
    summary: 'All groups, by their names',
    status: 200,
    reply: z.object({
      items: z.array(
        z
          .object({ ...group, members: z.int().meta({ description: 'How many' }) })
          .meta({ id: 'GroupInList' }),
      ),
    }),
    faults: [],
    handle: async () => ({
      body: { items: (await deps.groups.list()).map(({ version: _, ...listed }) => listed) },
    }),
  }),
  route({
    id: 'addGroup',
    method: 'post',
    path: '/groups',
    tags,
    access: 'administrator',
    summary: 'Make a group, in which nobody is yet',
    body: Named,
    status: 201,
    reply: GroupReply,
    faults: ['conflict'],
    handle: async ({ body: { name }, actor, baseUrl }) => {
      const command = { actor: actor.id, at: deps.clock(), id: deps.newId('g'), name }
      const added = await deps.groupWriter.add(command)
      return {
        ...(await presented(deps, added)),
        headers: { Location: `${baseUrl}/api/v1/groups/${added.id}` },
      }
    },
  }),
  route({
    id: 'readGroup',
    method: 'get',
    path: '/groups/:groupId',
    tags,
    access: 'archivist',
    summary: 'A group, and who is in it',
    params,
    status: 200,
    reply: GroupReply,
    faults: ['not-found'],
    handle: ({ params }) => presented(deps, { id: params.groupId }),
  }),
  route({
    id: 'renameGroup',
    method: 'patch',
    path: '/groups/:groupId',
    tags,
    access: 'administrator',
    summary: 'Call a group something else',
    params,
    body: Named,
    status: 200,
    reply: GroupReply,
    faults: ['not-found', 'conflict', 'precondition-failed'],
    handle: async ({ params, body, actor, ifMatch }) => {
      const expectedVersion = demandedVersion(ifMatch)
      const command = {
        actor: actor.id,
        at: deps.clock(),
        id: params.groupId,
        name: body.name,
        expectedVersion,
      }
      return presented(deps, await deps.groupWriter.rename(command))
    },
  }),
  route({
    id: 'removeGroup',
    method: 'delete',
    path: '/groups/:groupId',
    tags,
    access: 'administrator',
    summary: 'Remove a group for which there is no document',
    params,
    status: 204,
    faults: ['not-found', 'conflict'],
    handle: ({ params, actor }) =>
      deps.groupWriter.remove({ actor: actor.id, at: deps.clock(), id: params.groupId }),
  }),
  ...(['put', 'delete'] as const).map((method) =>
    route({
      id: method === 'put' ? 'addMember' : 'removeMember',
      method,
      path: '/groups/:groupId/members/:accountId',
      tags,
      access: 'administrator',
      summary: method === 'put' ? 'Take somebody into a group' : 'Take somebody out of a group',
      params: ofMember,
      status: 204,
      faults: ['not-found'],
      handle: ({ params, actor }) => {
        const { groupId: id, accountId: account } = params
        const isIn = method === 'put'
        return deps.groupWriter.setMember({ actor: actor.id, at: deps.clock(), id, account, isIn })
      },
    }),
  ),
]

async function presented({ groups }: GroupRoutesDeps, { id }: Pick<Group, 'id'>) {
  const found = await groups.find(id)
  if (!found) throw notFound('group')
  const { version, ...body } = found
  return { body, etag: versionedTag(version, body) }
}
