import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMetrics } from '../../src/api/metrics.ts'
import { createHttpServer } from '../../src/api/server.ts'
import { aServedArchive, nobody, problem, type Served } from './client.ts'

describe('health', () => {
  let it: Served
  beforeAll(async () => {
    it = await aServedArchive()
  })
  afterAll(() => it.close())

  test('the process lives, and its parts are ready', async () => {
    expect((await it.get('/health/live', nobody)).body).toEqual({ live: true })
    const { status, body } = await it.get('/health/ready', nobody)
    expect([status, body.ready]).toEqual([200, true])
    expect(Object.keys(body.parts)).toEqual(expect.arrayContaining(['database', 'index', 'files']))
  })

  test('a part that does not work is named, and the archive not ready', async () => {
    const parts = { database: async () => {}, files: async () => Promise.reject(new Error('secret path')) }
    const deps = { ...it.archive.deps, metrics: createMetrics(), parts }
    const server = createHttpServer(deps, { baseUrl: undefined })
    const { status, body } = await request(server).get('/health/ready')
    expect([status, body]).toEqual([503, { ready: false, parts: { database: 'ok', files: 'failed' } }])
  })

  test('figures are told in the manner of Prometheus, without what was asked or by whom', async () => {
    await it.add(['A verysecretword in a text.'])
    await it.get('/search?q=verysecretword')
    await it.get('/search?q=verysecretword')
    const { text, headers } = await it.get('/metrics', nobody)
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/)
    expect(text).toMatch(
      /fonds_http_request_seconds_count\{method="GET",route="\/api\/v1\/search",status="200"\} 2/,
    )
    expect(text).toMatch(/fonds_search_lists_misses [1-9]/)
    expect(text).toMatch(/fonds_search_replies_bytes [1-9]/)
    expect(text).toMatch(/fonds_search_replies_hits 1/)
    expect(text).not.toMatch(/verysecretword|token/)
  })

  test('the API describes itself, and can be browsed with nothing from elsewhere', async () => {
    const { body } = await it.get('/openapi.json', nobody)
    expect(body.openapi).toBe('3.1.0')
    expect(Object.keys(body.paths)).toContain('/api/v1/documents/{documentId}/pages/{number}/text')
    const page = await it.get('/docs', nobody)
    expect(page.text).not.toMatch(/(src|href)="(https?:)?\/\//)
    for (const [, asset] of page.text.matchAll(/(?:src|href)="(\/docs\/[^"]+)"/g))
      expect((await it.get(asset ?? '', nobody)).status, asset).toBe(200)
    expect((await it.get('/docs/swagger-ui.css', nobody)).headers['content-type']).toMatch(/^text\/css/)
    problem(await it.get('/docs/..%2fpackage.json', nobody), 404, 'not-found')
    expect((await it.get('/', nobody)).text).toContain('/docs')
  })

  test('every kind of problem has a page that says what to do', async () => {
    const { status, text } = await it.get('/problems/precondition-failed', nobody)
    expect([status, text]).toEqual([200, expect.stringContaining('Read the thing again')])
    problem(await it.get('/problems/none', nobody), 404, 'not-found')
  })
})
