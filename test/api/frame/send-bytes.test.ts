import fc from 'fast-check'
import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { rangeOf } from '../../../src/api/byte-range.ts'
import { get, httpDate, served, text } from './served.ts'

describe('a whole file', () => {
  test('comes with its length, kind, tag and date, and says that ranges are served', async () => {
    const reply = await get(served().app)
    expect([reply.status, reply.text]).toEqual([200, text])
    expect(reply.headers).toMatchObject({
      'content-length': '26',
      'content-type': 'text/plain',
      etag: '"abc"',
      'last-modified': httpDate,
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
    })
  })

  test('is never read for HEAD, which tells the same', async () => {
    const { app, opened } = served()
    const head = await request(app).head('/api/v1/things').set('Range', 'bytes=0-1')
    expect([head.status, head.headers['content-length'], head.headers['accept-ranges']]).toEqual([
      200,
      '26',
      'bytes',
    ])
    expect(opened).toEqual([])
  })

  test('may be empty', async () => {
    const { app, opened } = served({ size: 0 })
    for (const range of ['', 'bytes=0-', 'bytes=-5']) {
      const reply = await get(app, { Range: range })
      expect([reply.status, reply.headers['content-length'], reply.text]).toEqual([200, '0', ''])
    }
    expect(opened).toEqual([])
  })

  test('that is missing on the disk is a clean problem', async () => {
    const error = Object.assign(new Error('ENOENT'), { code: 'ENOENT' })
    const { app, logged } = served({ open: () => Promise.reject(error) })
    const reply = await get(app, { Range: 'bytes=0-1' })
    expect([reply.status, reply.body.type]).toEqual([500, '/problems/internal'])
    expect([reply.headers.etag, reply.headers['content-range']]).toEqual([undefined, undefined])
    expect(logged).toHaveLength(1)
  })
})

describe('a range', () => {
  test.each([
    ['bytes=0-0', 'a', 'bytes 0-0/26'],
    ['bytes=3-5', 'def', 'bytes 3-5/26'],
    ['bytes=23-', 'xyz', 'bytes 23-25/26'],
    ['bytes=-2', 'yz', 'bytes 24-25/26'],
    ['bytes=-500', text, 'bytes 0-25/26'],
    ['bytes=20-999', 'uvwxyz', 'bytes 20-25/26'],
  ])('%s gives its part', async (range, part, contentRange) => {
    const { app, opened } = served()
    const reply = await get(app, { Range: range })
    expect([reply.status, reply.text]).toEqual([206, part])
    expect(reply.headers).toMatchObject({
      'content-range': contentRange,
      'content-length': `${part.length}`,
      etag: '"abc"',
    })
    expect(opened.map(([from, to]) => to - from + 1)).toEqual([part.length])
  })

  test.each(['bytes=26-', 'bytes=99-100', 'bytes=-0'])(
    '%s lies outside: 416 with the size',
    async (range) => {
      const reply = await get(served().app, { Range: range })
      expect([reply.status, reply.body.type]).toEqual([416, '/problems/range-not-satisfiable'])
      expect(reply.headers['content-range']).toBe('bytes */26')
    },
  )

  test.each(['bytes=0-1,4-5', 'lines=0-1', 'bytes=5-2', 'bytes=a-b', 'bytes=-', 'bytes 0-1', ''])(
    '%j is ignored: the whole',
    async (range) => {
      const reply = await get(served().app, { Range: range })
      expect([reply.status, reply.text, reply.headers['content-range']]).toEqual([200, text, undefined])
    },
  )

  test('never reaches beyond the file, whatever is asked', () => {
    const header = fc.oneof(
      fc.string(),
      fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => `bytes=${a}-${b}`),
    )
    fc.assert(
      fc.property(header, fc.nat(40), (range, size) => {
        const asked = rangeOf(range, size)
        if (asked === null || asked === 'outside') return
        expect(asked.from).toBeGreaterThanOrEqual(0)
        expect(asked.to).toBeGreaterThanOrEqual(asked.from)
        expect(asked.to).toBeLessThan(size)
      }),
    )
  })

  test('parts of any cut join to the whole', async () => {
    const { app } = served()
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 25 }), async (cut) => {
        const first = await get(app, { Range: `bytes=0-${cut - 1}` })
        const second = await get(app, { Range: `bytes=${cut}-` })
        expect(first.text + second.text).toBe(text)
      }),
      { numRuns: 10 },
    )
  })
})

describe('If-Range', () => {
  test.each([['"abc"'], [httpDate]])('%s, being current, gives the part', async (condition) => {
    expect((await get(served().app, { Range: 'bytes=0-1', 'If-Range': condition })).status).toBe(206)
  })

  test.each([
    ['"old"'],
    ['W/"abc"'],
    ['Thu, 02 May 2024 09:00:00 GMT'],
    ['Thu, 02 May 2024 11:00:00 GMT'],
    ['soon'],
  ])('%s gives the whole', async (condition) => {
    const reply = await get(served().app, { Range: 'bytes=99-', 'If-Range': condition })
    expect([reply.status, reply.text]).toEqual([200, text])
  })
})

describe('conditions on a file', () => {
  test('a known one is 304 and not read, even in part', async () => {
    const { app, opened } = served()
    const known: Record<string, string>[] = [
      { 'If-None-Match': '"abc"' },
      { 'If-None-Match': 'W/"abc"', Range: 'bytes=0-1' },
      { 'If-Modified-Since': httpDate },
    ]
    for (const headers of known) {
      const reply = await get(app, headers)
      expect([reply.status, reply.text, reply.headers.etag]).toEqual([304, '', '"abc"'])
    }
    expect(opened).toEqual([])
  })

  test('another than expected is 412', async () => {
    const reply = await get(served().app, { 'If-Match': '"other"', Range: 'bytes=0-1' })
    expect([reply.status, reply.body.type]).toEqual([412, '/problems/precondition-failed'])
  })
})
