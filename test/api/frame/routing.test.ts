import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { route } from '../../../src/api/route.ts'
import { aRoute, toyApp } from './toy.ts'

const named = (id: string, path: `/${string}`, part: object = {}) =>
  route({
    id,
    method: 'get',
    path,
    summary: id,
    access: 'public',
    status: 200,
    reply: z.object({ id: z.string(), params: z.record(z.string(), z.string()) }),
    faults: [],
    params: z.object(
      Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, name]) => [name ?? '', z.string()])),
    ),
    handle: async ({ params }) => ({ body: { id, params } }),
    ...part,
  })

describe('finding the route', () => {
  const routes = [
    named('byId', '/things/:thing'),
    named('list', '/things'),
    named('special', '/things/special'),
    named('tile', '/tiles/:region/:quality.:format', { prefix: '/iiif' }),
    named('add', '/things', { method: 'post', access: 'archivist', status: 201 }),
    named('merge', '/things/merge', { method: 'post' }),
    named('remove', '/things/:id', { method: 'delete' }),
  ]
  const { app } = toyApp(routes)

  test('fixed segments win over parameters, whatever the order of declaration', async () => {
    expect((await request(app).get('/api/v1/things/special')).body.id).toBe('special')
    expect((await request(app).get('/api/v1/things/other')).body).toEqual({
      id: 'byId',
      params: { thing: 'other' },
    })
  })

  test('a route may lie under another prefix and divide a segment by a dot', async () => {
    const { body } = await request(app).get('/iiif/tiles/0,0,10,10/default.jpg')
    expect(body).toEqual({ id: 'tile', params: { region: '0,0,10,10', quality: 'default', format: 'jpg' } })
  })

  test('a path that begins with a parameter matches at every place, but after fixed ones', async () => {
    const { app } = toyApp([
      ...routes,
      named('any', '/:any'),
      named('deep', '/:any/:thing/more'),
      named('root', '/:a', { prefix: '' }),
    ])
    const asked = async (path: string) => (await request(app).get(path)).body.id
    expect(await asked('/api/v1/things')).toBe('list')
    expect(await asked('/api/v1/things/')).toBe('list')
    expect(await asked('/api/v1/Things')).toBe('any')
    expect(await asked('/api/v1/th%69ngs')).toBe('any')
    expect(await asked('/api/v1/things/x/more')).toBe('deep')
    expect(await asked('/api/v1/other/x/more')).toBe('deep')
    expect(await asked('/other')).toBe('root')
    for (const path of ['/api/v1//things', '//api/v1/things', '/api/v1/th%69ngs/x', '/'])
      expect([path, await asked(path)]).toEqual([path, undefined])
  })

  test('parameters are percent-decoded and keep every script', async () => {
    const { body } = await request(app).get(`/api/v1/things/${encodeURIComponent('Šiauliai/Шяуляй')}`)
    expect(body.params.thing).toBe('Šiauliai/Шяуляй')
  })

  test('an unknown address is a 404 problem', async () => {
    const reply = await request(app).get('/api/v1/nothing?x=1')
    expect(reply.status).toBe(404)
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(reply.body).toMatchObject({
      type: '/problems/not-found',
      status: 404,
      instance: '/api/v1/nothing',
      requestId: reply.headers['x-request-id'],
    })
  })

  test('a wrong method is a 405 that lists all methods of all routes at the address', async () => {
    const reply = await request(app).put('/api/v1/things/a')
    expect(reply.status).toBe(405)
    expect(reply.headers.allow?.split(', ').toSorted()).toEqual(['DELETE', 'GET', 'HEAD', 'OPTIONS'])
    expect(reply.body.type).toBe('/problems/method-not-allowed')
  })

  test('where two patterns match, each serves its own methods', async () => {
    expect((await request(app).delete('/api/v1/things/merge')).body.id).toBe('remove')
    expect((await request(app).get('/api/v1/things/merge')).body.id).toBe('byId')
  })

  test('what changes something is not asked by an address that ends in an empty name', async () => {
    expect((await request(app).delete('/api/v1/things/a/')).status).toBe(404)
    expect((await request(app).post('/api/v1/things/').send()).status).toBe(404)
    expect((await request(app).get('/api/v1/things/')).body.id).toBe('list')
  })

  test('what no route has goes to the pages, and is 404 where these pass on', async () => {
    const pages = toyApp(routes, {
      otherwise: (req, res, next) => (req.path === '/' ? res.send('<h1>Fonds</h1>') : next()),
    })
    const page = await request(pages.app).get('/')
    expect([page.text, page.headers['cache-control']]).toEqual(['<h1>Fonds</h1>', undefined])
    expect((await request(pages.app).get('/other')).body.type).toBe('/problems/not-found')
    expect((await request(pages.app).put('/api/v1/things')).status).toBe(405)
  })

  test('an address that cannot be decoded is a 400 problem, in the path as in the query', async () => {
    for (const path of ['/api/v1/things/%E0%A4%A', '/api/v1/things?q=%E0%A4%A', '/api/v1/things?q=%ff']) {
      const reply = await request(app).get(path)
      expect([reply.status, reply.body.type], path).toEqual([400, '/problems/invalid-input'])
    }
  })
})

describe('declaring', () => {
  test('a path and params that name different things are refused at start', () => {
    expect(() => aRoute({ path: '/things/:thing' })).toThrow(/do not name the same things/)
    expect(() => aRoute({ params: z.object({ thing: z.string() }) })).toThrow(/do not name the same things/)
  })

  test('a route needs exactly one of handle and respond', () => {
    expect(() => aRoute({ handle: undefined })).toThrow(/either handle or respond/)
    const both = { handle: async () => ({ body: undefined }), respond: async () => {} }
    expect(() => aRoute(both)).toThrow(/either handle or respond/)
  })
})
