import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { anonymous } from '../../../src/domain/access.ts'
import { aRoute, toyApp } from './toy.ts'

describe('who may', () => {
  const { app } = toyApp([
    aRoute({ path: '/open' }),
    aRoute({ id: 'b', path: '/reading', access: 'reader' }),
    aRoute({ id: 'c', path: '/writing', access: 'archivist', method: 'post' }),
  ])
  const get = (path: string, token?: string) => {
    const asked = request(app).get(`/api/v1${path}`)
    return token === undefined ? asked : asked.set('Authorization', `Bearer ${token}`)
  }

  test('strangers reach public routes and are asked to sign in elsewhere', async () => {
    expect((await get('/open')).status).toBe(200)
    const reply = await get('/reading')
    expect([reply.status, reply.headers['www-authenticate']]).toEqual([401, 'Bearer'])
    expect(reply.body.type).toBe('/problems/unauthenticated')
  })

  test('a token that reaches the level is let in', async () => {
    expect((await get('/reading', 'token-of-a-reader')).status).toBe(200)
  })

  test('a token that does not reach it is 403', async () => {
    const reply = await request(app).post('/api/v1/writing').set('Authorization', 'Bearer token-of-a-reader')
    expect([reply.status, reply.body.type]).toEqual([403, '/problems/forbidden'])
    expect(reply.headers['www-authenticate']).toBeUndefined()
  })

  test('a wrong token is 401 everywhere, even where none is needed', async () => {
    for (const path of ['/open', '/reading', '/nowhere']) {
      const reply = await get(path, 'wrong')
      expect([reply.status, reply.headers['www-authenticate']], path).toEqual([
        401,
        'Bearer error="invalid_token"',
      ])
    }
  })

  test('where reading is open to all, a change without a token is still 401', async () => {
    const open = toyApp([aRoute({ access: 'reader' }), aRoute({ method: 'post', access: 'archivist' })], {
      authenticate: async () => anonymous('reader'),
    })
    expect((await request(open.app).get('/api/v1/things')).status).toBe(200)
    expect((await request(open.app).post('/api/v1/things')).status).toBe(401)
  })

  test('access is decided before the body is read', async () => {
    const reply = await request(app).post('/api/v1/writing').type('text/plain').send('{')
    expect(reply.status).toBe(401)
  })
})

describe('other origins', () => {
  const { app } = toyApp([aRoute(), aRoute({ id: 'b', method: 'post' })])

  test('may read, and see the headers that reading needs', async () => {
    for (const reply of [
      await request(app).get('/api/v1/things'),
      await request(app).get('/api/v1/nothing'),
    ]) {
      expect(reply.headers['access-control-allow-origin']).toBe('*')
      for (const name of ['ETag', 'Link', 'Location', 'Content-Range', 'Accept-Ranges', 'X-Request-Id'])
        expect(reply.headers['access-control-expose-headers']).toContain(name)
    }
  })

  test('are told nothing on a change', async () => {
    const reply = await request(app).post('/api/v1/things')
    expect(reply.status).toBe(200)
    expect(reply.headers['access-control-allow-origin']).toBeUndefined()
  })

  test('a preflight is answered without credentials, for reading only', async () => {
    const reply = await request(app)
      .options('/api/v1/things')
      .set({ Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'GET' })
    expect(reply.status).toBe(204)
    expect(reply.headers['access-control-allow-origin']).toBe('*')
    expect(reply.headers['access-control-allow-methods']).toBe('GET, HEAD')
    expect(reply.headers['access-control-allow-headers']).toMatch(/Authorization.*Range/)
    expect(reply.headers.allow?.split(', ').toSorted()).toEqual(['GET', 'HEAD', 'OPTIONS', 'POST'])
  })

  test('may make a change that is declared as theirs, too', async () => {
    const shared = toyApp([aRoute(), aRoute({ id: 'b', method: 'post', anyOrigin: true })]).app
    const asked = await request(shared).options('/api/v1/things')
    expect(asked.headers['access-control-allow-methods']).toBe('GET, HEAD, POST')
    expect(asked.headers['access-control-allow-credentials']).toBeUndefined()
    const done = await request(shared).post('/api/v1/things')
    expect(done.headers['access-control-allow-origin']).toBe('*')
    expect(done.headers['access-control-expose-headers']).toContain('Location')
  })

  test('OPTIONS at an unknown address is 404', async () => {
    expect((await request(app).options('/api/v1/nothing')).status).toBe(404)
  })
})
