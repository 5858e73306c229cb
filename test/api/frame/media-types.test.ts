import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { route } from '../../../src/api/route.ts'
import { ArchiveError } from '../../../src/domain/errors.ts'
import { echoApp } from './echo.ts'
import { toyApp } from './toy.ts'

const { app } = echoApp()

describe('media types', () => {
  test('other than those taken are 415, and the taken ones are named', async () => {
    for (const type of [
      'text/plain',
      'application/xml',
      'application/json; charset=latin1',
      'multipart/form-data; boundary=x',
    ]) {
      const reply = await request(app).post('/api/v1/echo/1').set('Content-Type', type).send('{}')
      expect([reply.status, reply.body.type], type).toEqual([415, '/problems/unsupported-media-type'])
      expect(reply.body.detail).toContain('application/json')
    }
  })

  test('a body of no named type and a compressed one are 415', async () => {
    const asked = request(app).post('/api/v1/echo/1')
    asked.write('{}')
    expect((await asked.unset('Content-Type')).status).toBe(415)
    const gzip = await request(app)
      .post('/api/v1/echo/1')
      .set('Content-Encoding', 'gzip')
      .send({ title: 'x' })
    expect(gzip.status).toBe(415)
  })

  test('names are compared without regard to case and parameters', async () => {
    const reply = await request(app)
      .post('/api/v1/echo/1')
      .set('Content-Type', 'Application/JSON; charset="UTF-8"')
      .send('{}')
    expect(reply.status).toBe(200)
  })

  test('a route reads its own kinds by parse, after access is decided, and JSON as ever', async () => {
    const read: number[] = []
    const upload = (access: 'public' | 'archivist') =>
      route({
        id: `upload-${access}`,
        method: 'post',
        path: `/${access}`,
        summary: 'Upload',
        access,
        body: z.object({ title: z.string() }),
        consumes: ['application/ld+json', 'text/csv'],
        parse: async (req, _res, limits) => {
          read.push(limits.body)
          const text = (await req.toArray()).join('')
          if (text === '') throw new ArchiveError('unreadable-file', 'The table is empty.')
          return { title: text }
        },
        status: 201,
        reply: z.object({ title: z.string() }),
        faults: ['unreadable-file'],
        handle: async ({ body }) => ({ body }),
      })
    const uploads = toyApp([upload('public'), upload('archivist')], { bodyLimit: 5000 })
    const send = (path: string, type: string, body: string) =>
      request(uploads.app).post(`/api/v1/${path}`).set('Content-Type', type).send(body)
    expect((await send('public', 'text/csv', 'a,b')).body).toEqual({ title: 'a,b' })
    expect((await send('public', 'application/ld+json; profile="x"', '{"title":"y"}')).body).toEqual({
      title: 'y',
    })
    expect(read).toEqual([5000])
    expect((await send('archivist', 'text/csv', 'a,b')).status).toBe(401)
    expect(read).toEqual([5000])
  })
})
