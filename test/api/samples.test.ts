import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadSamples } from '../../src/samples/load-samples.ts'
import { aServedArchive, nobody, problem, type Served } from './client.ts'

describe('the sample archive over HTTP', () => {
  let it: Served
  beforeAll(async () => {
    it = await aServedArchive()
  })
  afterAll(() => it.close())
  const loaded = () =>
    expect.poll(async () => (await it.get('/samples')).body).toMatchObject({ state: 'loaded' })

  test('is for archivists', async () => {
    problem(await it.get('/samples', nobody), 401, 'unauthenticated')
    problem(await it.post('/samples', nobody), 401, 'unauthenticated')
  })

  test('goes on where a loading was interrupted, is loaded once however many ask, and then leads to its case', async () => {
    expect((await it.get('/samples')).body).toEqual({
      state: 'absent',
      loadable: true,
      done: 0,
      total: 0,
      document: null,
      error: null,
    })
    const ended = new AbortController()
    const interrupted = loadSamples(it.archive.deps, { onRead: () => ended.abort(), signal: ended.signal })
    await expect(interrupted).rejects.toThrow()
    expect((await it.get('/samples')).body).toMatchObject({ state: 'partly', loadable: true })

    const replies = await Promise.all([it.post('/samples'), it.post('/samples')])
    for (const reply of replies) {
      expect(reply.status, reply.text).toBe(202)
      expect(reply.headers.location).toMatch(/\/api\/v1\/samples$/)
      expect(reply.body).toMatchObject({ state: 'loading', document: null })
    }
    await loaded()
    const again = await it.post('/samples')
    expect([again.status, again.body.state, again.body.loadable]).toEqual([200, 'loaded', false])
    expect((await it.get(`/documents/${again.body.document}/dating`)).body.edtf).toBe(
      '[1941-02-03..1941-06-07]',
    )
    const { items } = (await it.get('/documents?limit=100')).body
    const titles = items.map(({ title }: { title: string }) => title)
    expect(new Set(titles).size).toBe(titles.length)
  })

  test('is not mixed with what somebody keeps', async () => {
    const other = await aServedArchive()
    try {
      const { body } = await other.post('/documents').send({ title: 'A paper of mine' }).expect(201)
      expect((await other.get('/samples')).body).toMatchObject({ state: 'absent', loadable: false })
      const { detail } = problem(await other.post('/samples'), 409, 'conflict')
      expect(detail).toContain('npm run demo')
      await other.delete(`/documents/${body.id}`).expect(204)
      expect((await other.get('/samples')).body.loadable).toBe(true)
      await other
        .post('/agents')
        .send({ kind: 'person', names: ['Somebody'] })
        .expect(201)
      problem(await other.post('/samples'), 409, 'conflict')
      expect((await other.get('/documents')).body.items).toEqual([])
    } finally {
      await other.close()
    }
  })
})
