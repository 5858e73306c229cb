import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addToken } from '../../src/actions/add-token.ts'
import { allRoutes, type ServerDeps } from '../../src/api/server.ts'
import { type Role, roles } from '../../src/domain/access.ts'
import { aServedArchive, type Served } from './client.ts'
import { aPerson } from './people.ts'

const levels = ['public', ...roles.slice(1)]

/** What of every route is answered to every role, before anything else is looked at: no more than its level says. */
describe('every route is for those whom its level lets in', () => {
  let it: Served
  let address = ''
  const headers = new Map<Role | 'there', Record<string, string>>([['stranger', {}]])
  beforeAll(async () => {
    it = await aServedArchive({ FONDS_ANONYMOUS: 'none' })
    const at = it.server.address()
    address = typeof at === 'object' && at !== null ? `http://127.0.0.1:${at.port}` : ''
    for (const role of roles.slice(1)) {
      const { token } = await addToken(it.archive.deps, 'test', { name: role, role })
      headers.set(role, { Authorization: `Bearer ${token}` })
    }
  })
  afterAll(() => it.close())

  test('a role in a collection opens those routes alone that say so', async () => {
    const { id, as } = await aPerson(it, 'reader', 'somebody')
    const { id: collection } = (await it.post('/collections').send({ level: 'fonds', title: 'A fonds' })).body
    await it.put(`/collections/${collection}/roles/${id}`).send({ role: 'annotator' })
    headers.set('there', as)
    const wrong: string[] = []
    const closed = routes.filter(({ access }) => !['public', 'reader'].includes(access))
    for (const { id, method, path, there } of closed) {
      const got = await status(method, path, 'there')
      if ((got === 403) === there || got === 401 || got >= 500) wrong.push(`${id} ${got}`)
    }
    expect(wrong).toEqual([])
    expect(closed.filter(({ there }) => there)).toHaveLength(5)
  })

  /** The status alone: some answers would never end. */
  async function status(method: string, path: string, role: Role | 'there'): Promise<number> {
    const over = new AbortController()
    const filled = path.replace(/[:*]\w+/g, 'none')
    try {
      const reply = await fetch(address + filled, {
        method: method.toUpperCase(),
        headers: headers.get(role) ?? {},
        redirect: 'manual',
        signal: over.signal,
      })
      return reply.status
    } finally {
      over.abort()
    }
  }

  const routes = allRoutes({} as ServerDeps).filter(({ id }) => id !== 'endSession')
  test.each(Object.entries(Object.groupBy(routes, ({ access }) => access)))(
    '%s',
    async (access, routes = []) => {
      const wrong: string[] = []
      for (const { id, method, path, takesSecret, faults } of routes)
        for (const role of roles) {
          const mayAsk = roles.indexOf(role) >= levels.indexOf(access)
          const got = await status(method, path, role)
          const isShut = got === 401 || got === 403
          // Some ask for more than the level tells: that it is one's own, or the secret.
          const mayBeShut = takesSecret || faults.includes('forbidden')
          if (mayAsk ? isShut && !mayBeShut : got !== (role === 'stranger' ? 401 : 403))
            wrong.push(`${role}: ${id} ${got}`)
          if (got >= 500) wrong.push(`${role}: ${id} ${got}`)
        }
      expect(wrong).toEqual([])
    },
  )
})
