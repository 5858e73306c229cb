import express from 'express'
import { rateLimit } from 'express-rate-limit'
import request from 'supertest'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { rateLimits } from '../../src/api/rate-limit.ts'
import { createRouter } from '../../src/api/router.ts'
import { type Actor, anonymous } from '../../src/domain/access.ts'
import { aRoute } from './frame/toy.ts'

const people: Record<string, Actor> = {
  jonas: { id: 'n-jonas', role: 'reader' },
  ona: { id: 'n-ona', role: 'archivist' },
  chief: { id: 'n-chief', role: 'administrator' },
}

function limited(perMinute: number) {
  const app = express()
  app.set('trust proxy', ['loopback'])
  const secret = aRoute({
    id: 'secret',
    path: '/secret',
    method: 'post',
    access: 'public',
    takesSecret: true,
    handle: async () => ({ body: { ok: true } }),
  })
  const authenticate = async (req: express.Request) => {
    const name = req.get('Authorization')
    return name === undefined ? anonymous('reader') : (people[name] ?? 'bad-token')
  }
  app.use(createRouter([aRoute({ path: '/things' }), secret], { authenticate, limit: rateLimits(perMinute) }))
  return (as?: string, from = '192.0.2.1', path = '/things') => {
    const asked =
      path === '/secret' ? request(app).post(`/api/v1${path}`) : request(app).get(`/api/v1${path}`)
    asked.set('X-Forwarded-For', from)
    return as === undefined ? asked : asked.set('Authorization', as)
  }
}

describe('how often somebody may ask', () => {
  afterEach(() => void vi.useRealTimers())

  test('is counted anew where the clock has gone back: nobody waits for a time that is far off', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 365 * 86_400_000 })
    const ask = limited(1)
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 429])
    vi.useRealTimers()
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 429])
  })

  test('is counted by address for whoever is nobody, and told in each answer', async () => {
    const ask = limited(3)
    for (const left of [2, 1, 0]) {
      const { status, headers } = await ask()
      expect([status, headers.ratelimit]).toEqual([
        200,
        expect.stringMatching(`^"requests"; r=${left}; t=\\d+$`),
      ])
      expect(headers['ratelimit-policy']).toMatch(/^"requests"; q=3; w=60/)
    }
    const refused = await ask()
    expect([refused.status, refused.body.type]).toEqual([429, '/problems/too-many-requests'])
    expect(refused.body.detail).toMatch(/^Too many requests: go on in \d+ seconds\.$/)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask(undefined, '192.0.2.2')).status).toBe(200)
  })

  test('is told as the library that counts it would', async () => {
    const library = rateLimit({
      standardHeaders: 'draft-8',
      identifier: 'requests',
      limit: 3,
      keyGenerator: () => 'from 192.0.2.1',
      validate: false,
    })
    const theirs = express().use(library)
    const ask = limited(3)
    for (let n = 0; n < 4; n++) {
      const [{ headers }, { headers: own }] = [await request(theirs).get('/'), await ask()]
      const steady = ({ ratelimit = '' }: Record<string, string>) => ratelimit.replace(/t=\d+/, 't')
      expect(steady(own)).toBe(steady(headers))
      expect(own['ratelimit-policy']).toBe(headers['ratelimit-policy'])
    }
  })

  test('is counted by person for whoever is somebody, wherever they are, and never for an administrator', async () => {
    const ask = limited(2)
    for (const from of ['192.0.2.1', '192.0.2.2']) expect((await ask('jonas', from)).status).toBe(200)
    expect((await ask('jonas', '192.0.2.3')).status).toBe(429)
    expect((await ask('ona', '192.0.2.1')).status).toBe(200)
    for (let n = 0; n < 5; n++) expect((await ask('chief')).status).toBe(200)
    expect((await ask('chief')).headers.ratelimit).toBeUndefined()
  })

  test('is not limited where nobody wants that', async () => {
    const ask = limited(0)
    for (let n = 0; n < 5; n++) expect((await ask()).status).toBe(200)
  })
})

describe('how often somebody may guess', () => {
  test('is limited for tokens, by address, and the right one is let in from elsewhere', async () => {
    const ask = limited(0)
    for (let n = 0; n < 30; n++) expect((await ask('wrong')).status).toBe(401)
    const refused = await ask('wrong')
    expect([refused.status, refused.body.detail]).toEqual([429, 'Too many requests: go on in 15 minutes.'])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(800)
    expect((await ask('wrong', '192.0.2.2')).status).toBe(401)
    expect((await ask('jonas')).status).toBe(200)
  })

  test('is not used up by those who are right', async () => {
    const ask = limited(0)
    for (let n = 0; n < 40; n++) expect((await ask(undefined, '192.0.2.1', '/secret')).status).toBe(200)
  })
})
