import fc from 'fast-check'
import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { echoApp, posting } from './echo.ts'

const { app, logged } = echoApp()
const post = posting(app)

describe('JSON', () => {
  const malformed = async (body: string | Buffer) => {
    const asked = request(app).post('/api/v1/echo/1').type('application/json')
    asked.write(body)
    const reply = await asked
    expect([reply.status, reply.body.type], reply.text).toEqual([400, '/problems/malformed-json'])
    return reply.body
  }

  test('that is malformed is told with its place, in code points', async () => {
    expect((await malformed('{"title": "😀", oops}')).errors).toEqual([
      { path: 'body', message: 'is not JSON at line 1, column 16', column: 16 },
    ])
    expect((await malformed('{\n  "title": "x"\n  "kind": "y"}')).detail).toContain('line 3, column 3')
    expect((await malformed('{"title": "x"')).errors[0].column).toBe(14)
  })

  test('that is malformed is never quoted back', async () => {
    expect(JSON.stringify(await malformed('{"password": hunter2}'))).not.toContain('hunter2')
  })

  test('must be UTF-8, with or without a byte order mark', async () => {
    expect((await malformed(Buffer.from([0x22, 0xff, 0xfe, 0x22]))).detail).toContain('UTF-8')
    expect((await post('\ufeff{"title": "x"}')).body.body.title).toBe('x')
  })

  test('over the limit is 413, whether its length is told or not', async () => {
    const told = await post({ title: 'x'.repeat(20_000) })
    expect([told.status, told.body.type]).toEqual([413, '/problems/too-large'])
    expect(told.body.detail).toContain('20000 bytes')
    const chunked = request(app)
      .post('/api/v1/echo/1')
      .set({ 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' })
    chunked.write(`"${'x'.repeat(15_000)}`)
    chunked.write(`${'x'.repeat(15_000)}"`)
    expect((await chunked).status).toBe(413)
  })

  test('exactly at the limit is read', async () => {
    const body = JSON.stringify({ title: '' })
    const title = 'x'.repeat(20_000 - body.length)
    expect((await post({ title })).status).toBe(200)
    expect((await post({ title: `${title}x` })).status).toBe(413)
  })

  test('nested without end is refused, not suffered', async () => {
    expect((await post(`${'['.repeat(9000)}${']'.repeat(9000)}`)).body.type).toBe('/problems/invalid-input')
    expect((await post(`{"csl":{"type":"a","x":${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}}}`)).status).toBe(
      400,
    )
  })

  test('any text is answered with 200 or 400, never a failure of ours', async () => {
    const sent = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((text) => text.slice(1)),
      fc.json().map((text) => `{"csl":${text}}`),
    )
    await fc.assert(
      fc.asyncProperty(sent, async (text) => {
        expect([200, 400]).toContain((await post(text)).status)
      }),
      { numRuns: 150 },
    )
    expect(logged).toEqual([])
  })
})
