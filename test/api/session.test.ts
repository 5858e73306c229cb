import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adminToken } from '../support/archive.ts'
import { aServedArchive, nobody, problem, type Served } from './client.ts'
import { by, cookieIn } from './people.ts'

describe('a session of the web pages', () => {
  let it: Served
  let cookie = ''
  beforeAll(async () => {
    it = await aServedArchive()
    cookie = cookieIn(await it.post('/session', nobody).send({ token: adminToken }))
  })
  afterAll(() => it.close())

  test('begins with a token, in a cookie that holds another secret and that no script and no other site gets', async () => {
    const reply = await it.post('/session', nobody).send({ token: ` ${adminToken}\n` })
    expect([reply.status, reply.body]).toEqual([
      200,
      {
        id: 'administrator',
        role: 'administrator',
        signedIn: true,
        name: null,
        login: null,
        groups: [],
        provider: null,
      },
    ])
    expect(reply.headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^fonds_session=[\w-]{43}; Path=\/; Max-Age=15552000; HttpOnly; SameSite=Strict$/,
      ),
    ])
    expect(cookieIn(reply)).not.toBe(cookie)
  })

  test('is refused with a wrong token, and a token is no cookie', async () => {
    const reply = await it.post('/session', nobody).send({ token: 'wrong' })
    problem(reply, 401, 'unauthenticated')
    expect(reply.headers['set-cookie']).toBeUndefined()
    expect((await it.get('/session', { Cookie: `fonds_session=${adminToken}` })).body.signedIn).toBe(false)
  })

  test('says who asks', async () => {
    expect((await it.get('/session', nobody)).body).toEqual({
      id: 'anonymous',
      role: 'reader',
      signedIn: false,
      name: null,
      login: null,
      groups: [],
      provider: null,
    })
    expect((await it.get('/session', { Cookie: cookie })).body.role).toBe('administrator')
  })

  test('lets the pages of the archive change things, and none of another origin', async () => {
    const add = (headers: object) =>
      it.post('/documents', { Cookie: cookie, ...headers }).send({ title: 'By cookie' })
    expect((await add({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(201)
    for (const headers of [
      {},
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { Origin: 'http://elsewhere.example', 'Sec-Fetch-Site': 'same-origin' },
      { Origin: 'null' },
    ])
      problem(await add(headers), 403, 'forbidden')
  })

  test('a cookie that stands no more is like none, and a header goes before it', async () => {
    expect((await it.get('/session', { Cookie: 'fonds_session=old' })).body.signedIn).toBe(false)
    expect((await it.get('/session', { Cookie: 'fonds_session=%E0%A4%A' })).body.signedIn).toBe(false)
    problem(
      await it.get('/session', { ...by(cookie), Authorization: 'Bearer wrong' }),
      401,
      'unauthenticated',
    )
  })

  test('ends when it is told to, and whoever kept the cookie has nothing of it', async () => {
    const reply = await it.delete('/session', by(cookie))
    expect(reply.status).toBe(204)
    expect(reply.headers['set-cookie']).toEqual([
      'fonds_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict',
    ])
    expect((await it.get('/session', by(cookie))).body.signedIn).toBe(false)
  })
})

describe('the web pages', () => {
  let it: Served
  beforeAll(async () => {
    it = await aServedArchive()
  })
  afterAll(() => it.close())

  const asked = (path: string, accept = 'text/html,application/xhtml+xml,*/*;q=0.8') =>
    request(it.server)
      .get(path)
      .set('Accept', accept)
      .ok(() => true)

  test('are given to browsers at their addresses, without inline scripts and with a policy against them', async () => {
    for (const path of ['/', '/search?q=x', '/documents/d1/pages/2', '/help/search']) {
      const reply = await asked(path)
      expect([reply.status, reply.headers['content-type']], path).toEqual([200, 'text/html; charset=utf-8'])
      expect(reply.headers['content-security-policy']).toMatch(
        /default-src 'none'; script-src 'self'; style-src 'self'/,
      )
      expect(reply.text).not.toMatch(/<script(?![^>]*src=)|\son\w+=|https?:/)
    }
  })

  test('say to browsers, too, that nothing is at other addresses', async () => {
    expect((await asked('/no/such/page')).status).toBe(404)
  })

  test('are not given to programs, nor at addresses of the API', async () => {
    problem(await asked('/search', '*/*'), 404, 'not-found')
    problem(await asked('/api/v1/nothing'), 404, 'not-found')
    problem(await asked('/iiif/nothing'), 404, 'not-found')
  })

  test('have files that are kept for a year, compressed where the browser can, and none from outside their folder', async () => {
    const [, script = ''] = /src="(\/assets\/[^"]+\.js)"/.exec((await asked('/')).text) ?? []
    const reply = await asked(script).set('Accept-Encoding', 'br')
    expect(reply.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect(reply.headers['content-type']).toMatch(/javascript/)
    for (const path of [
      '/assets/..%2f..%2f..%2fpackage.json',
      '/%2e%2e/package.json',
      '/.built',
      '/assets/none.js',
    ])
      expect((await asked(path, '*/*')).status, path).toBe(404)
  })
})
