import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, keeper, nobody, problem, type Served, wrongPaths } from './client.ts'

describe('the API as a whole', () => {
  let it: Served
  let port = 0
  beforeAll(async () => {
    it = await aServedArchive()
    const address = it.server.address()
    if (address !== null && typeof address !== 'string') port = address.port
  })
  afterAll(() => it.close())

  test('what is not there, wrongly asked or wrongly sent is told in one form', async () => {
    problem(await it.get('/nowhere'), 404, 'not-found')
    problem(await it.get('/documents/d-none/nowhere'), 404, 'not-found')
    problem(await it.get('/DOCUMENTS'), 404, 'not-found')
    const wrongMethod = await it.put('/documents').send({})
    problem(wrongMethod, 405, 'method-not-allowed')
    expect(wrongMethod.headers.allow?.split(', ').toSorted()).toEqual(['GET', 'HEAD', 'OPTIONS', 'POST'])
    problem(await it.delete('/health/live'), 405, 'method-not-allowed')
    const send = (type: string, body: string) =>
      it.post('/documents', { ...keeper, 'Content-Type': type }).send(body)
    problem(await send('text/plain', 'title=x'), 415, 'unsupported-media-type')
    problem(await send('application/x-www-form-urlencoded', 'title=x'), 415, 'unsupported-media-type')
    problem(await send('application/json', '{"title": "x",}'), 400, 'malformed-json')
    problem(await send('application/json', '{"title": "\ud800"'), 400, 'malformed-json')
    problem(await send('application/json; charset=utf-16', '{}'), 415, 'unsupported-media-type')
    problem(
      await it.post('/documents', keeper).set('Content-Encoding', 'gzip').send({ title: 'x' }),
      415,
      'unsupported-media-type',
    )
    expect(wrongPaths(await send('application/json', '"title"'))).toEqual(['body'])
    expect(wrongPaths(await send('application/json', 'null'))).toEqual(['body'])
    expect(wrongPaths(await send('application/json', ''))).toEqual(['body'])
    expect(wrongPaths(await it.delete('/documents/d-none').send({ really: true }))).toEqual(['really'])
    problem(await it.get('/documents/%ff'), 400, 'invalid-input')
  })

  test('ids that do not exist are 404, whatever they are made of', async () => {
    const ids = ['d-none', '0', 'null', '%00', '..%2f..', "'%20or%201=1--", 'd'.repeat(3000), '%F0%9F%93%9C']
    for (const id of ids) {
      for (const path of [
        `/documents/${id}`,
        `/files/${id}`,
        `/jobs/${id}`,
        `/annotations/${id}`,
        `/documents/${id}/pages/1`,
      ])
        problem(await it.get(path), 404, 'not-found')
      problem(await it.patch(`/documents/${id}`).send({ title: 'x' }), 404, 'not-found')
      problem(await it.delete(`/documents/${id}`), 404, 'not-found')
      problem(
        await it.put(`/annotations/${id}`).send({ type: 'Annotation', target: 'urn:x' }),
        404,
        'not-found',
      )
      problem(await it.put(`/documents/${id}/pages/1/text`).send({ content: 'x' }), 404, 'not-found')
    }
  })

  test('a token that is wrong, revoked or no bearer token is 401 even where reading is open', async () => {
    for (const authorization of ['Bearer wrong', 'Basic dXNlcjpwYXNz', 'Bearer', 'x'])
      problem(await it.get('/documents', { Authorization: authorization }), 401, 'unauthenticated')
    const lowerCase = { Authorization: keeper.Authorization.replace('Bearer', 'bearer') }
    expect((await it.get('/jobs', lowerCase)).status).toBe(200)
  })

  test('lists hold at most a hundred, name what is wrong, and begin without a cursor', async () => {
    for (let n = 0; n < 3; n++) await it.post('/documents').send({ title: `${n}` })
    for (const path of ['/documents', '/jobs']) {
      for (const limit of ['0', '101', '-1', 'all', '1.5', ''])
        expect(wrongPaths(await it.get(`${path}?limit=${limit}`)), limit).toEqual(['limit'])
      expect(wrongPaths(await it.get(`${path}?cursor=nonsense`))).toEqual(['cursor'])
      expect(wrongPaths(await it.get(`${path}?page=2`))).toEqual(['page'])
      expect((await it.get(`${path}?cursor=`)).body).toEqual((await it.get(path)).body)
    }
    const seen: string[] = []
    for (let cursor = ''; ; ) {
      const { items, next } = (await it.get('/documents').query({ limit: 2, cursor })).body
      seen.push(...items.map(({ id }: { id: string }) => id))
      if (next === null) break
      cursor = next
      await it.post('/documents').send({ title: 'meanwhile' })
    }
    expect(new Set(seen).size).toBe(3)
    expect(seen).toHaveLength(3)
  })

  test('pages of any origin may read, and may not write', async () => {
    for (const path of ['/documents', '/search?q=x', '/documents/d-none']) {
      const { headers } = await it.get(path, nobody).set('Origin', 'https://example.org')
      expect(headers['access-control-allow-origin'], path).toBe('*')
      for (const name of ['ETag', 'Link', 'Location'])
        expect(headers['access-control-expose-headers']?.split(', ')).toContain(name)
      expect(headers['access-control-allow-credentials']).toBeUndefined()
    }
    const preflight = await it.options('/documents', nobody).set('Origin', 'https://example.org')
    expect(preflight.status).toBe(204)
    expect(preflight.headers['access-control-allow-methods']).toBe('GET, HEAD')
    const written = await it.post('/documents').set('Origin', 'https://example.org').send({ title: 'x' })
    expect(written.headers['access-control-allow-origin']).toBeUndefined()
  })

  test('absolute addresses are those of the request, or of the public address', async () => {
    const location = async (served: Served, host?: string) => {
      const sent = served.post('/documents').send({ title: 'x' })
      return (await (host ? sent.set('Host', host) : sent)).headers.location
    }
    expect(await location(it)).toMatch(new RegExp(`^http://127.0.0.1:${port}/api/v1/documents/d`))
    expect(await location(it, 'archive.example:8080')).toMatch(/^http:\/\/archive\.example:8080\/api/)
    for (const evil of [{ Host: 'a/b@c' }, { Host: 'a:99999' }, { 'X-Forwarded-Proto': 'javascript' }])
      problem(await it.post('/documents').set(evil).send({ title: 'x' }), 400, 'invalid-input')
    const behind = await aServedArchive({ FONDS_BASE_URL: 'https://fonds.example/archive/' })
    expect(await location(behind, 'inner')).toMatch(
      /^https:\/\/fonds\.example\/archive\/api\/v1\/documents\/d/,
    )
    const annotation = await behind.post('/annotations/').send({ type: 'Annotation', target: 'urn:x' })
    expect(annotation.body.id).toMatch(/^https:\/\/fonds\.example\/archive\/annotations\/a/)
    await behind.close()
  })

  test('a request id is answered with, and made where none came', async () => {
    expect((await it.get('/documents').set('X-Request-Id', 'mine-1')).headers['x-request-id']).toBe('mine-1')
    const made = (await it.get('/documents')).headers['x-request-id']
    expect(made).toMatch(/^[\w-]{20,}$/)
    expect((await it.get('/documents').set('X-Request-Id', 'a b<c>')).headers['x-request-id']).not.toContain(
      '<',
    )
  })

  test('a thousand requests at once are all answered', async () => {
    const { id } = await it.add(['A thousand wagons.'])
    const paths = [
      `/api/v1/documents/${id}`,
      '/api/v1/search?q=wagons',
      `/api/v1/documents/${id}/pages/1`,
      '/api/v1/documents?limit=5',
      '/health/live',
    ]
    const ask = (path: string) =>
      new Promise<number>((resolve, reject) => {
        const sent = httpRequest(
          { port, host: '127.0.0.1', path, headers: keeper, agent: false },
          (reply) => {
            reply.resume().once('end', () => resolve(reply.statusCode ?? 0))
          },
        )
        sent.once('error', reject).end()
      })
    const answers = await Promise.all(
      Array.from({ length: 1000 }, (_, n) => ask(paths[n % paths.length] ?? '')),
    )
    expect(answers.filter((status) => status !== 200)).toEqual([])
  })

  test('many writes at once are all kept', async () => {
    const before = (await it.get('/documents').query({ type: 'written' })).body.items.length
    const replies = await Promise.all(
      Array.from({ length: 60 }, (_, n) => it.post('/documents').send({ title: `${n}`, type: 'written' })),
    )
    expect(replies.map(({ status }) => status)).toEqual(Array(60).fill(201))
    expect((await it.get('/documents').query({ type: 'written', limit: 100 })).body.items).toHaveLength(
      before + 60,
    )
  })
})
