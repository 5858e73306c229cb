import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { Problem, problems } from '../../../src/api/problem.ts'
import { problemRoute } from '../../../src/api/problem-page.ts'
import { ArchiveError, faults } from '../../../src/domain/errors.ts'
import { aRoute, toyApp } from './toy.ts'

const failing = (error: unknown) =>
  toyApp([
    aRoute({
      handle: async () => {
        throw error
      },
    }),
  ])
const coded = (code: string) => Object.assign(new Error(`secret ${code}`), { code })

describe('problems', () => {
  test('each fault has its own status, and every error the same form', async () => {
    for (const fault of faults) {
      const { app } = failing(
        new ArchiveError(fault, 'Say what to do.', [{ path: 'q', message: 'is odd', column: 3 }]),
      )
      const reply = await request(app).get('/api/v1/things?')
      expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8')
      expect(Problem.strict().parse(reply.body)).toEqual({
        type: `/problems/${fault}`,
        title: problems[fault].title,
        status: reply.status,
        detail: 'Say what to do.',
        instance: '/api/v1/things',
        requestId: reply.headers['x-request-id'],
        errors: [{ path: 'q', message: 'is odd', column: 3 }],
      })
    }
  })

  test('statuses are those of the contract', () => {
    const statusOf = Object.fromEntries(faults.map((fault) => [fault, problems[fault].status]))
    expect(statusOf).toEqual({
      'invalid-input': 400,
      'invalid-query': 400,
      'malformed-json': 400,
      unauthenticated: 401,
      forbidden: 403,
      'not-found': 404,
      'method-not-allowed': 405,
      conflict: 409,
      'in-progress': 409,
      gone: 410,
      'precondition-failed': 412,
      'too-large': 413,
      'unsupported-media-type': 415,
      'range-not-satisfiable': 416,
      'idempotency-mismatch': 422,
      'unreadable-file': 422,
      'checksum-mismatch': 460,
      'too-many-requests': 429,
      internal: 500,
      damaged: 500,
      unwritable: 503,
      unreached: 502,
      busy: 503,
      locked: 503,
      'disk-full': 507,
    })
  })

  test('without places that were wrong, none are listed', async () => {
    const { app } = failing(new ArchiveError('gone', 'It was deleted.'))
    expect((await request(app).get('/api/v1/things')).body).not.toHaveProperty('errors')
  })

  test('expected faults are not logged', async () => {
    const { app, logged } = failing(new ArchiveError('conflict', 'It has changed.'))
    await request(app).get('/api/v1/things')
    expect(logged).toEqual([])
  })

  test('what is unexpected is 500, logged under the request id, and told to nobody', async () => {
    for (const error of [new Error('secret'), 'secret', { secret: 1 }]) {
      const { app, logged } = failing(error)
      const reply = await request(app).get('/api/v1/things')
      expect([reply.status, reply.body.type]).toEqual([500, '/problems/internal'])
      expect(reply.text).not.toContain('secret')
      expect(logged).toMatchObject([{ details: { err: error, requestId: reply.body.requestId } }])
    }
  })

  test('a full disk is 507', async () => {
    for (const code of ['ENOSPC', 'EDQUOT', 'SQLITE_FULL']) {
      const reply = await request(failing(coded(code)).app).get('/api/v1/things')
      expect([reply.status, reply.body.type], code).toEqual([507, '/problems/disk-full'])
      expect(reply.text).not.toContain('secret')
    }
  })

  test('a disk that takes nothing is 503, a damaged database 500: both are said, logged and counted', async () => {
    const kinds = {
      unwritable: ['EROFS', 'SQLITE_READONLY', 'SQLITE_IOERR_WRITE'],
      damaged: ['SQLITE_CORRUPT_VTAB'],
    }
    for (const [kind, codes] of Object.entries(kinds))
      for (const code of codes) {
        const { app, logged } = failing(coded(code))
        const reply = await request(app).get('/api/v1/things')
        expect([reply.status, reply.body.type]).toEqual([kind === 'damaged' ? 500 : 503, `/problems/${kind}`])
        expect(reply.text).not.toContain('secret')
        expect(logged).toMatchObject([{ details: { requestId: reply.body.requestId } }])
      }
  })

  test('a busy database is 503 and says when to come back', async () => {
    for (const code of ['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_LOCKED']) {
      const reply = await request(failing(coded(code)).app).get('/api/v1/things')
      expect([reply.status, reply.body.type, reply.headers['retry-after']]).toEqual([
        503,
        '/problems/busy',
        '1',
      ])
    }
  })

  test('headers of the reply that was meant are taken back', async () => {
    const { app } = toyApp([
      aRoute({
        respond: async ({ res }) => {
          res.set({
            ETag: '"a"',
            'Content-Disposition': 'attachment',
            'Content-Length': '5',
            'Content-Type': 'image/png',
          })
          throw new ArchiveError('not-found', 'It is gone from the disk.')
        },
      }),
    ])
    const { headers, body } = await request(app).get('/api/v1/things')
    expect([headers.etag, headers['content-disposition']]).toEqual([undefined, undefined])
    expect([headers['content-type'], body.status]).toEqual(['application/problem+json; charset=utf-8', 404])
  })

  test('a failure of whoever authenticates is a problem too', async () => {
    const { app } = toyApp([aRoute()], { authenticate: () => Promise.reject(coded('SQLITE_BUSY')) })
    expect((await request(app).get('/api/v1/things')).status).toBe(503)
  })
})

describe('the page of a problem', () => {
  const { app } = toyApp([problemRoute])

  test('explains every fault, as JSON or to browsers', async () => {
    for (const fault of faults) {
      const { body } = await request(app).get(`/problems/${fault}`)
      expect(body).toEqual({ type: `/problems/${fault}`, ...problems[fault] })
      const page = await request(app)
        .get(`/problems/${fault}`)
        .set('Accept', 'text/html,application/xhtml+xml,*/*;q=0.8')
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
      expect(page.text).toContain(`<h1>${problems[fault].title}</h1>`)
      expect(page.text).not.toMatch(/`|Bearer <token>/)
    }
  })

  test('that is none is 404', async () => {
    expect((await request(app).get('/problems/toString')).status).toBe(404)
  })
})
