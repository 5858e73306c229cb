import { describe, expect, test } from 'vitest'
import { allRoutes, type ServerDeps } from '../../src/api/server.ts'
import { sources } from './sources.ts'

/** The requests that tests of the API make, as far as their text tells: a method and a path, `*` for what is filled in. */
function requestsInTests(): { method: string; path: string }[] {
  const calls = /\.(get|head|post|put|patch|delete)\(\s*[`'"]([^`'"]*)[`'"]/g
  return sources('test/api')
    .filter(({ path }) => !path.startsWith('frame/'))
    .flatMap(({ text }) => [...text.matchAll(calls)])
    .map(([, method = '', path = '']) => ({
      method,
      path: path.replace(/\$\{[^}]*\}/g, '*').replace(/\?.*$/, ''),
    }))
}

describe('every route', () => {
  const routes = allRoutes({} as ServerDeps)
  const made = requestsInTests()

  test.each(routes.map((route) => [route.id, route] as const))(
    '%s is asked for by a test of the API',
    (_, route) => {
      const pattern = route.path
        .replace(/^\/api\/v1/, '')
        .replace(/:\w+/g, '[^/]+')
        .replace(/\/$/, '/?')
      const asks = new RegExp(`^(/api/v1)?${pattern || '/'}$`)
      expect(made.some(({ method, path }) => method === route.method && asks.test(path))).toBe(true)
    },
  )

  test('has an access level; only what is about the service itself is public', () => {
    const open = routes.filter(({ access }) => access === 'public').map(({ path }) => path)
    expect(open.toSorted()).toEqual([
      '/api/v1/invitations/accept',
      '/api/v1/invitations/password',
      '/api/v1/invitations/read',
      '/api/v1/openapi.json',
      '/api/v1/session',
      '/api/v1/session',
      '/api/v1/session',
      '/api/v1/session/openid',
      '/api/v1/session/openid/callback',
      '/docs',
      '/docs/:asset',
      '/health/live',
      '/health/ready',
      '/metrics',
      '/problems/:fault',
    ])
  })

  test('that changes something in the archive is for those with a role; what one has of one’s own is for all who have it', () => {
    for (const { id, method, path, access, takesSecret } of routes)
      if (method !== 'get' && !takesSecret && !/^\/api\/v1\/(session|sessions|tokens)(\/|$)/.test(path))
        expect(['annotator', 'archivist', 'administrator'], id).toContain(access)
  })

  test('has an id and an address of its own', () => {
    expect(new Set(routes.map(({ id }) => id)).size).toBe(routes.length)
    expect(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size).toBe(routes.length)
  })
})
