import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { requestIdFor } from '../../../src/api/request-id.ts'
import { route } from '../../../src/api/route.ts'
import { aRoute, toyApp } from './toy.ts'

describe('request ids and the record of requests', () => {
  test('each reply has a fresh id, ordered by time', async () => {
    const { app } = toyApp([aRoute()])
    const first = (await request(app).get('/api/v1/things')).headers['x-request-id'] ?? ''
    const second = (await request(app).get('/api/v1/things')).headers['x-request-id'] ?? ''
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
    expect(second > first).toBe(true)
  })

  test('ids of one moment are ordered, too, and no two are alike', () => {
    const nobody = { get: () => undefined } as unknown as Parameters<typeof requestIdFor>[0]
    const ids = Array.from({ length: 1000 }, () => requestIdFor(nobody))
    expect(ids.toSorted()).toEqual(ids)
    expect(new Set(ids).size).toBe(1000)
    expect(new Set(ids.map((id) => id.slice(-12))).size).toBe(1000)
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  test('a sane inbound id is kept, any other replaced', async () => {
    const { app } = toyApp([aRoute()])
    const idFor = async (id: string) =>
      (await request(app).get('/api/v1/things').set('X-Request-Id', id)).headers['x-request-id']
    expect(await idFor('trace-1.2:3')).toBe('trace-1.2:3')
    for (const id of ['two words', '<script>', 'x'.repeat(129)])
      expect(await idFor(id)).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('each request is told with its pattern, status and time', async () => {
    const { app, finished } = toyApp([
      aRoute({ path: '/things/:thing', params: z.object({ thing: z.string() }) }),
    ])
    await request(app).get('/api/v1/things/a').set('X-Request-Id', 'one')
    await request(app).get('/nowhere').set('X-Request-Id', 'two')
    expect(finished).toMatchObject([
      { requestId: 'one', method: 'GET', route: '/api/v1/things/:thing', status: 200, aborted: false },
      { requestId: 'two', method: 'GET', route: null, status: 404, aborted: false },
    ])
    expect(finished.every(({ ms }) => ms >= 0 && ms < 5000)).toBe(true)
  })
})

describe('the public address', () => {
  const tell = route({
    id: 'tell',
    method: 'get',
    path: '/tell',
    summary: 'Tell',
    access: 'public',
    status: 200,
    reply: z.object({ baseUrl: z.string() }),
    faults: [],
    handle: async ({ baseUrl }) => ({ body: { baseUrl } }),
  })

  test('is the one set, else that of the request', async () => {
    const set = toyApp([tell], { baseUrl: 'https://archive.example' })
    expect((await request(set.app).get('/api/v1/tell')).body.baseUrl).toBe('https://archive.example')
    const own = await request(toyApp([tell]).app)
      .get('/api/v1/tell')
      .set('Host', 'reading-room.example:81')
    expect(own.body.baseUrl).toBe('http://reading-room.example:81')
  })

  test('a Host that is none is refused', async () => {
    expect(
      (
        await request(toyApp([tell]).app)
          .get('/api/v1/tell')
          .set('Host', 'a"b')
      ).status,
    ).toBe(400)
  })
})
