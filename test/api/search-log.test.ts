import request from 'supertest'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { exportRoutes } from '../../src/api/export.ts'
import { createMetrics } from '../../src/api/metrics.ts'
import { searchRoutes } from '../../src/api/search.ts'
import { aServedArchive, type Served } from './client.ts'
import { toyApp } from './frame/toy.ts'

type Line = { level: 'debug' | 'info' | 'warn'; message: string; details: Record<string, unknown> }

describe('what is told of searches', () => {
  let it: Served
  let id: string
  let lines: Line[] = []
  const metrics = createMetrics()
  beforeAll(async () => {
    it = await aServedArchive()
    id = (await it.add(['Secret wagons.', 'More wagons at night.'])).id
    await it.add(['Wagons.'], { visibility: 'members' })
  })
  beforeEach(() => {
    lines = []
  })
  afterAll(() => it.close())

  const ask = async (path: string, who = 'a-reader', slowQueryMs = 0) => {
    const at = (level: Line['level']) => (details: object, message: string) =>
      void lines.push({ level, message, details: { ...details } })
    const log = { debug: at('debug'), info: at('info'), warn: at('warn') }
    const deps = { ...it.archive.deps, metrics, log, slowQueryMs }
    const { app } = toyApp([...searchRoutes(deps), ...exportRoutes(deps)])
    return request(app)
      .get(`/api/v1${path}`)
      .set({ Authorization: `Bearer token-of-${who}`, 'X-Request-Id': 'mine' })
  }
  const counted = async (of: string) =>
    Number(
      new RegExp(`fonds_search_seconds_count\\{class="${of}"\\} (\\d+)`).exec(await metrics.text())?.[1] ?? 0,
    )

  test('is a line with class, time and number found, and whether everything was looked through', async () => {
    await ask('/search?q=wagons%20night', 'an-archivist')
    expect(lines.find(({ level }) => level === 'info')).toEqual({
      level: 'info',
      message: 'search',
      details: {
        ...{ requestId: 'mine', class: 'words', ms: expect.any(Number), everything: true },
        ...{ documents: 1, pages: 1, exact: true },
      },
    })
    await ask('/search?q=wagons')
    expect(lines.findLast(({ level }) => level === 'info')?.details).toMatchObject({
      ...{ class: 'word', everything: false, documents: 2 },
    })
  })

  test('holds what was searched for at debug alone', async () => {
    for (const path of ['/search?q=secret', `/documents/${id}/search?q=secret`, '/search.csv?q=secret'])
      await ask(path)
    expect(lines.filter((line) => /secret/i.test(JSON.stringify(line)))).toEqual(
      Array(3).fill({ level: 'debug', message: 'searched for', details: { requestId: 'mine', q: 'secret' } }),
    )
    expect(lines.filter(({ level }) => level === 'info')).toHaveLength(3)
  })

  test('is a warning from as many milliseconds on as were set', async () => {
    await ask('/search?q=wagons', 'a-reader', 0.001)
    expect(lines.filter(({ level }) => level !== 'debug')).toMatchObject([
      { level: 'warn', message: 'slow search', details: { class: 'word', ms: expect.any(Number) } },
    ])
    lines = []
    await ask('/search?q=wagons', 'a-reader', 60_000)
    await ask('/search?q=wagons', 'a-reader', 0)
    expect(lines.filter(({ level }) => level === 'warn')).toEqual([])
  })

  test('is counted by class; a wrong query is not', async () => {
    const before = await counted('prefix')
    await ask('/search?q=wag*')
    await ask('/search.jsonl?q=wag*')
    await ask('/search?q=wa*')
    expect(await counted('prefix')).toBe(before + 2)
    expect((await it.get('/search?q=wag*')).status).toBe(200)
    expect((await it.get('/metrics')).text).toMatch(/fonds_search_seconds_count\{class="prefix"\} 1/)
  })
})
