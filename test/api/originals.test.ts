import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, nobody, problem, type Served } from './client.ts'

const bytes = Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 31) % 256))

describe('the original of a file', () => {
  let it: Served
  let path: string
  let etag: string
  beforeAll(async () => {
    it = await aServedArchive()
    const { body } = await it.upload({ title: 'Bytes' }, [{ name: 'Šiauliai 1941.bin', bytes }])
    await it.idle()
    const file = body.witnesses[0].files[0]
    path = `/files/${file.id}/content`
    etag = `"${file.sha256}"`
  })
  afterAll(() => it.close())
  /** Asks for the original; the body is always bytes. */
  const get = (headers: Record<string, string> = {}) =>
    it
      .get(path, nobody)
      .set(headers)
      .buffer(true)
      .parse((res, done) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)))
      })
  const asJson = async (headers: Record<string, string>) => it.get(path, nobody).set(headers)

  test('comes whole, with its name, its strong tag and ranges on offer', async () => {
    const { status, headers, body } = await get()
    expect([status, body.equals(bytes)]).toEqual([200, true])
    expect(headers).toMatchObject({ etag, 'accept-ranges': 'bytes', 'content-length': '5000' })
    expect(headers['content-disposition']).toContain(
      `filename*=UTF-8''${encodeURIComponent('Šiauliai 1941.bin')}`,
    )
    expect(headers['access-control-allow-origin']).toBe('*')
    const saved = await it.get(`${path}?download=true`)
    expect(saved.headers['content-disposition']).toMatch(/^attachment/)
  })

  test('comes in any range as asked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(4999), fc.nat(6000), async (from, length) => {
        const { status, headers, body } = await get({ Range: `bytes=${from}-${from + length}` })
        const to = Math.min(from + length, 4999)
        expect(status).toBe(206)
        expect(headers).toMatchObject({
          'content-range': `bytes ${from}-${to}/5000`,
          'content-length': `${to - from + 1}`,
        })
        expect(body.equals(bytes.subarray(from, to + 1))).toBe(true)
      }),
      { numRuns: 30 },
    )
    expect((await get({ Range: 'bytes=-7' })).body.equals(bytes.subarray(-7))).toBe(true)
    expect((await get({ Range: 'bytes=4990-' })).body.equals(bytes.subarray(4990))).toBe(true)
    for (const odd of ['pages=1-2', 'bytes=a-b', 'bytes=5-2', 'bytes=0-1,4-5'])
      expect((await get({ Range: odd })).status).toBe(200)
    const outside = await asJson({ Range: 'bytes=5000-' })
    problem(outside, 416, 'range-not-satisfiable')
    expect(outside.headers['content-range']).toBe('bytes */5000')
  })

  test('goes on in a range only where it is still the same', async () => {
    const range = { Range: 'bytes=0-9' }
    const lastModified = (await get()).headers['last-modified'] ?? ''
    for (const same of [etag, lastModified])
      expect((await get({ ...range, 'If-Range': same })).status).toBe(206)
    for (const other of ['"other"', `W/${etag}`, 'Thu, 01 Jan 1970 00:00:00 GMT']) {
      const { status, body } = await get({ ...range, 'If-Range': other })
      expect([status, body.length]).toEqual([200, 5000])
    }
  })

  test('is not sent again to who has it, nor to who wants another', async () => {
    for (const tags of [etag, `"x", ${etag}`, `W/${etag}`, '*']) {
      const { status, headers, body } = await get({ 'If-None-Match': tags })
      expect([status, headers.etag, body.length]).toEqual([304, etag, 0])
    }
    expect((await get({ 'If-None-Match': '"x"' })).status).toBe(200)
    expect((await get({ 'If-Match': etag })).status).toBe(200)
    problem(await asJson({ 'If-Match': '"x"' }), 412, 'precondition-failed')
    problem(await asJson({ 'If-Match': '"x"', Range: 'bytes=0-1' }), 412, 'precondition-failed')
  })

  test('has a HEAD that equals its GET', async () => {
    const [head, whole] = [await it.head(path, nobody), await get()]
    expect(head.status).toBe(200)
    for (const name of [
      'etag',
      'content-length',
      'content-type',
      'content-disposition',
      'last-modified',
      'accept-ranges',
    ])
      expect(head.headers[name], name).toBe(whole.headers[name])
    expect((await it.head(path, nobody).set('If-None-Match', etag)).status).toBe(304)
  })

  test('of nothing is 404', async () => {
    for (const none of ['/files/f-none', '/files/f-none/content', '/files/..%2f..%2fetc%2fpasswd/content'])
      problem(await it.get(none), 404, 'not-found')
  })
})
