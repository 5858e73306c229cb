import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { route } from '../../../src/api/route.ts'
import { etagOf, withFields, writeReply } from '../../../src/api/write-reply.ts'
import { aRoute, toyApp } from './toy.ts'

describe('what leaves the archive', () => {
  test('is only what the reply declares, at every depth', async () => {
    const reader = { name: 'A reader', passwordHash: 'secret' }
    const { app } = toyApp([
      aRoute({
        reply: z.object({ id: z.string(), by: z.array(z.object({ name: z.string() })) }),
        handle: async () => ({ body: { id: 'a', by: [reader], hidden: 'secret' } }),
      }),
    ])
    const { body } = await request(app).get('/api/v1/things')
    expect(body).toEqual({ id: 'a', by: [{ name: 'A reader' }] })
  })

  test('never is a reply that does not fit: 500, logged by place, saying nothing private to anyone', async () => {
    const { app, logged } = toyApp([
      aRoute({
        id: 'broken',
        reply: z.object({ items: z.array(z.object({ name: z.string() })) }),
        handle: async () => ({ body: { items: [{ name: { secret: 'hunter2' } }] } }),
      }),
    ])
    const reply = await request(app).get('/api/v1/things')
    expect([reply.status, reply.body.type]).toEqual([500, '/problems/internal'])
    expect(reply.text).not.toMatch(/items|hunter2|schema/)
    expect(logged).toHaveLength(1)
    expect(String(Object.values(logged[0]?.details ?? {}))).toMatch(/broken.*items\.0\.name/)
    expect(String(Object.values(logged[0]?.details ?? {}))).not.toContain('hunter2')
  })

  test('is in UTF-8, whatever it holds and however long it is', async () => {
    const reply = z.object({ text: z.string() })
    for (const text of [
      '',
      'Šiauliai',
      'Приказ № 001223',
      '𐍈 \ud800 \u2028',
      'ж'.repeat(65_500),
      'ж'.repeat(70_000),
    ])
      expect(JSON.parse(writeReply('toy', reply, { text }).toString()), text.slice(0, 20)).toEqual({ text })
  })

  test('may be written before, with a tag that leaves out the fields that are added', async () => {
    let took = 0
    const reply = z.object({ found: z.string() })
    const written = writeReply('toy', reply, { found: 'Šiauliai', secret: 'hunter2' })
    const handle = async () => ({
      written: withFields(written, { tookMs: ++took }),
      etag: etagOf(written),
    })
    const { app } = toyApp([aRoute({ reply, handle })])
    const [first, second] = [
      await request(app).get('/api/v1/things'),
      await request(app).get('/api/v1/things'),
    ]
    expect(first.text).toBe('{"found":"Šiauliai","tookMs":1}')
    expect(second.body).toEqual({ found: 'Šiauliai', tookMs: 2 })
    expect(first.headers.etag).toBe(second.headers.etag)
    const again = await request(app).get('/api/v1/things').set('If-None-Match', String(first.headers.etag))
    expect(again.status).toBe(304)
  })

  test('is not a body on a route that declares none', async () => {
    const { app } = toyApp([aRoute({ reply: undefined, handle: async () => ({ body: { leak: 1 } }) })])
    expect((await request(app).get('/api/v1/things')).status).toBe(500)
  })

  test('has the status of the route unless the handler says another, and its headers', async () => {
    const handle = async () => ({
      body: { ok: true },
      status: 200,
      headers: { Location: '/api/v1/things/1' },
    })
    const { app } = toyApp([
      aRoute({ id: 'add', method: 'post', status: 201 }),
      aRoute({ id: 'set', method: 'put', status: 201, handle }),
      aRoute({ id: 'drop', method: 'delete', status: 204, reply: undefined, handle: async () => {} }),
    ])
    expect((await request(app).post('/api/v1/things')).status).toBe(201)
    const set = await request(app).put('/api/v1/things')
    expect([set.status, set.headers.location]).toEqual([200, '/api/v1/things/1'])
    const dropped = await request(app).delete('/api/v1/things')
    expect([dropped.status, dropped.text, dropped.headers['content-type']]).toEqual([204, '', undefined])
  })

  test('is JSON in UTF-8, or the kind of JSON that the route declares', async () => {
    const profile = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
    const { app } = toyApp([aRoute(), aRoute({ id: 'b', path: '/linked', produces: profile })])
    const plain = await request(app).get('/api/v1/things')
    expect(plain.headers['content-type']).toBe('application/json; charset=utf-8')
    expect((await request(app).get('/api/v1/linked')).headers['content-type']).toBe(profile)
  })

  test('is never kept by shared caches, nor mixed up between people', async () => {
    const { app } = toyApp([aRoute()])
    for (const path of ['/api/v1/things', '/api/v1/nothing']) {
      const { headers } = await request(app).get(path)
      expect([headers['cache-control'], headers.vary]).toEqual(['private, no-cache', 'Authorization, Cookie'])
    }
  })
})

describe('conditions', () => {
  let name = 'first'
  const { app } = toyApp([
    aRoute({ reply: z.object({ name: z.string() }), handle: async () => ({ body: { name } }) }),
    aRoute({ id: 'b', path: '/versioned', handle: async () => ({ body: { ok: true }, etag: '"3-abc"' }) }),
    aRoute({
      id: 'c',
      path: '/versioned',
      method: 'patch',
      handle: async () => ({ body: { ok: true }, etag: '"4-abc"' }),
    }),
    aRoute({ id: 'd', path: '/made', method: 'post', status: 201 }),
  ])
  const get = (path: string, headers: Record<string, string> = {}) =>
    request(app).get(`/api/v1${path}`).set(headers)

  test('a reading has a strong tag that changes with what it says', async () => {
    const before = (await get('/things')).headers.etag ?? ''
    expect(before).toMatch(/^"[\w-]{20,}"$/)
    expect((await get('/things')).headers.etag).toBe(before)
    name = 'second'
    expect((await get('/things')).headers.etag).not.toBe(before)
  })

  test('If-None-Match with the tag gives 304 with the tag and without a body', async () => {
    const { etag = '' } = (await get('/things')).headers
    for (const header of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const reply = await get('/things', { 'If-None-Match': header })
      expect([reply.status, reply.text, reply.headers.etag], header).toEqual([304, '', etag])
      expect(reply.headers['cache-control']).toBe('private, no-cache')
    }
    expect((await get('/things', { 'If-None-Match': '"other"' })).status).toBe(200)
  })

  test('If-Match without the tag gives 412, weak tags included', async () => {
    expect((await get('/versioned', { 'If-Match': '"3-abc"' })).status).toBe(200)
    for (const header of ['"2-abc"', 'W/"3-abc"']) {
      const reply = await get('/versioned', { 'If-Match': header })
      expect([reply.status, reply.body.type], header).toEqual([412, '/problems/precondition-failed'])
      expect(reply.headers.etag).toBeUndefined()
    }
  })

  test('a change hands If-Match to its handler and tells the new tag', async () => {
    const reply = await request(app).patch('/api/v1/versioned').set('If-Match', '"3-abc"')
    expect([reply.status, reply.headers.etag]).toEqual([200, '"4-abc"'])
    expect((await request(app).post('/api/v1/made')).headers.etag).toBeUndefined()
  })

  test('HEAD equals GET without the body', async () => {
    const whole = await get('/versioned')
    const head = await request(app).head('/api/v1/versioned')
    const without = ({ 'x-request-id': _id, date: _date, ...rest }: Record<string, string>) => rest
    expect([head.status, head.text ?? '']).toEqual([200, ''])
    expect(without(head.headers)).toEqual(without(whole.headers))
    expect((await request(app).head('/api/v1/versioned').set('If-None-Match', '"3-abc"')).status).toBe(304)
    expect((await request(app).head('/api/v1/nothing')).status).toBe(404)
  })
})

describe('replies that a route writes itself', () => {
  test('get the checked input, and may be of any kind', async () => {
    const { app } = toyApp([
      route({
        id: 'text',
        method: 'get',
        path: '/text/:page',
        summary: 'Text',
        access: 'public',
        params: z.object({ page: z.coerce.number() }),
        status: 200,
        produces: 'text/plain',
        faults: [],
        respond: async ({ params, res }) => void res.type('text/plain').send(`page ${params.page + 1}`),
      }),
    ])
    expect((await request(app).get('/api/v1/text/1')).text).toBe('page 2')
  })
})
