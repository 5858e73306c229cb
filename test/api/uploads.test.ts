import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encode, encodeUtf16 } from '../support/encode.ts'
import { aPdf } from '../support/pdf.ts'
import { aServedArchive, keeper, nobody, problem, type Served, wrongPaths } from './client.ts'

const boundary = 'a-boundary'
const form = { 'Content-Type': `multipart/form-data; boundary=${boundary}` }

describe('uploads', () => {
  let it: Served
  beforeAll(async () => {
    it = await aServedArchive({ FONDS_MAX_FILE: '1MB' })
  })
  afterAll(() => it.close())

  const count = async () => (await it.get('/jobs').query({ limit: 100 })).body.items.length
  const incoming = () => readdir(join(it.home, 'incoming')).catch(() => [])
  /** Expects that nothing is left of a refused upload. */
  async function nothingLeft() {
    for (let tries = 0; tries < 50 && (await incoming()).length > 0; tries++) await sleep(20)
    expect(await incoming()).toEqual([])
  }
  const fileOf = async (reply: { body: { id: string } }) => {
    await it.idle()
    return (await it.get(`/documents/${reply.body.id}`)).body.witnesses[0].files[0]
  }

  test('several files make one document, in the order in which they came, in the shape of the contract', async () => {
    const files = ['b.txt', 'a.txt', 'c.txt'].map((name) => ({ name, bytes: `text of ${name}` }))
    const reply = await it.upload({ title: 'Three' }, files)
    expect(reply.status).toBe(201)
    expect(reply.body.job).toEqual({ id: expect.any(String) })
    expect(reply.body.witnesses[0].files[0]).toEqual({
      ...{
        id: expect.any(String),
        name: 'b.txt',
        mediaType: 'text/plain',
        bytes: 13,
        sha256: expect.any(String),
      },
      ...{ role: 'transcription', state: 'queued', error: null, remark: null, duplicateOf: null },
    })
    await it.idle()
    expect((await it.get(`/documents/${reply.body.id}/text`)).text).toBe(
      'text of b.txt\ftext of a.txt\ftext of c.txt',
    )
    const { id } = reply.body.witnesses[0].files[1]
    const { body } = await it.get(`/files/${id}`)
    expect(body).toMatchObject({
      id,
      name: 'a.txt',
      state: 'done',
      document: reply.body.id,
      witness: expect.any(String),
    })
  })

  test('the description may be a file part, and the title the first file’s name', async () => {
    const reply = await it
      .post('/documents')
      .attach('description', Buffer.from('{"creator":"Šilas"}'), {
        filename: 'blob',
        contentType: 'application/json',
      })
      .attach('files', Buffer.from('x'), 'Šiauliai – Инструкция.txt')
    expect([reply.status, reply.body.title, reply.body.creator]).toEqual([
      201,
      'Šiauliai – Инструкция.txt',
      'Šilas',
    ])
    expect((await it.upload({}, [{ name: 'a.txt', bytes: 'y' }])).body.title).toBe('a.txt')
  })

  test('the same bytes again are kept once and told as a duplicate', async () => {
    const first = await it.upload({ title: 'One' }, [{ name: 'one.txt', bytes: 'twice the same' }])
    const again = await it.upload({ title: 'Two' }, [{ name: 'two.txt', bytes: 'twice the same' }])
    const { id, sha256 } = first.body.witnesses[0].files[0]
    expect(again.body.witnesses[0].files[0]).toMatchObject({ duplicateOf: id, sha256, name: 'two.txt' })
    const folder = join(it.home, 'originals', sha256.slice(0, 2), sha256.slice(2, 4))
    expect(await readdir(folder)).toEqual([sha256])
  })

  test('files are added to a document, and it has the job that reads them', async () => {
    const { id, witnesses } = await it.add(['first'])
    const more = () => it.post(`/documents/${id}/files`).attach('files', Buffer.from('second'), 'b.txt')
    const reply = await more().field('role', 'translation').field('witness', witnesses[0].id)
    expect([reply.status, reply.body.id]).toEqual([201, id])
    expect(reply.body.witnesses[0].files[1]).toMatchObject({ name: 'b.txt', role: 'translation' })
    await it.idle()
    expect((await it.get(`/jobs/${reply.body.job.id}`)).body).toMatchObject({ document: id, state: 'done' })
    expect((await it.get(`/documents/${id}/text`)).text).toBe('first\fsecond')
    expect(wrongPaths(await more().field('role', 'forgery'))).toEqual(['role'])
    problem(await more().field('witness', 'w-none'), 404, 'not-found')
    expect(wrongPaths(await it.post(`/documents/${id}/files`).field('role', 'scan'))).toEqual(['files'])
    expect(wrongPaths(await it.post(`/documents/${id}/files`).send({}))).toEqual(['files'])
    const text = it.post(`/documents/${id}/files`).type('text/plain').send('x')
    problem(await text, 415, 'unsupported-media-type')
    problem(await it.post('/documents/d-none/files').attach('files', Buffer.from('x'), 'x'), 404, 'not-found')
    await nothingLeft()
  })

  test('names lose their paths and what cannot be seen, and keep their script and extension', async () => {
    const names = async (given: string) => {
      const { body } = await it.upload({ title: 'x' }, [{ name: given, bytes: `of ${given}` }])
      return body.witnesses[0].files[0].name as string
    }
    expect(await names('../../etc/passwd')).toBe('passwd')
    expect(await names('C:\\temp\\Инструкция.pdf')).toBe('Инструкция.pdf')
    expect(await names('a\tb\u202etxt.exe')).toBe('abtxt.exe')
    expect(await names('..')).toBe('file')
    const long = await names(`${'ž'.repeat(300)}.pdf`)
    expect([[...long].length, long.endsWith('ž.pdf')]).toEqual([255, true])
  })

  test('an empty file is kept and says that it is empty', async () => {
    const reply = await it.upload({ title: 'Empty' }, [{ name: 'empty.txt', bytes: '' }])
    expect(reply.status).toBe(201)
    const file = await fileOf(reply)
    expect([file.state, file.bytes]).toEqual(['failed', 0])
    expect(file.error).toMatch(/empty/)
    const content = await it.get(`/files/${file.id}/content`)
    expect([content.status, content.headers['content-length']]).toEqual([200, '0'])
  })

  test('what is no PDF though it is called one is kept and says so; good files beside it are read', async () => {
    const page = '<!doctype html><html><body><script>alert(1)</script>Night</body></html>'
    const files = [
      { name: 'page.pdf', bytes: page, type: 'application/pdf' },
      { name: 'cut.pdf', bytes: Buffer.from(await aPdf(['whole'])).subarray(0, 300) },
      { name: 'good.pdf', bytes: Buffer.from(await aPdf(['Wagons by night'])) },
      { name: 'zip.pdf', bytes: Buffer.from('504b0304140000000800', 'hex') },
    ]
    const reply = await it.upload({ title: 'Odd ones' }, files)
    await it.idle()
    const read = (await it.get(`/documents/${reply.body.id}`)).body.witnesses[0].files
    const good = read.find(({ name }: { name: string }) => name === 'good.pdf')
    expect([good.state, good.mediaType]).toEqual(['done', 'application/pdf'])
    for (const { name, state, error } of read)
      if (name === 'cut.pdf' || name === 'zip.pdf')
        expect([state, typeof error], name).toEqual(['failed', 'string'])
    const html = read[0]
    const why = expect.stringMatching(/text\/html/)
    expect(html).toMatchObject({ mediaType: 'text/html', state: 'failed', error: why })
    const { headers, text } = await it.get(`/files/${html.id}/content`)
    expect(text).toBe(page)
    expect(headers['content-security-policy']).toContain('sandbox')
    expect(headers['content-disposition']).toMatch(/^attachment/)
    expect((await it.get('/search?q="wagons by night"')).body.total.documents).toBe(1)
  })

  test('a picture is kept and waits for recognition', async () => {
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    const reply = await it.upload({ title: 'Stamp' }, [
      { name: 'stamp.png', bytes: Buffer.from(png, 'base64') },
    ])
    const file = await fileOf(reply)
    expect(file).toMatchObject({ state: 'waiting', error: null, mediaType: 'image/png', role: 'scan' })
    expect((await it.get(`/jobs/${reply.body.job.id}`)).body.state).toBe('done')
    const { pages } = { pages: (await it.get(`/documents/${reply.body.id}/pages`)).body.items }
    expect(pages).toMatchObject([{ number: 1, layers: [] }])
    expect((await it.get(`/documents/${reply.body.id}/pages/1`)).body.text).toBe(null)
  })

  test('texts are read in whatever encoding they came, and keep their bytes', async () => {
    const russian = 'Инструкция о порядке проведения операции по выселению.'
    const texts: [string, Uint8Array, string][] = [
      ['utf8.txt', Buffer.from(russian), russian],
      ['cp1251.txt', encode(russian, 'windows-1251'), russian],
      ['utf16.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), encodeUtf16(russian, 'le')]), russian],
      ['nul.txt', Buffer.from('Order\u0000 No. 001223\r\nNight'), 'Order No. 001223\nNight'],
      ['invalid.txt', Buffer.concat([Buffer.from('Vežimai '), Buffer.from([0xff, 0xfe, 0xc3])]), 'Vežimai'],
    ]
    for (const [name, bytes, content] of texts) {
      const file = await fileOf(await it.upload({ title: name }, [{ name, bytes: Buffer.from(bytes) }]))
      expect([file.state, file.bytes], `${name}: ${file.error}`).toEqual(['done', bytes.length])
      const { text } = (
        await it.get(`/documents/${(await it.get(`/files/${file.id}`)).body.document}/pages/1`)
      ).body
      if (name === 'invalid.txt') expect(text.content.isWellFormed()).toBe(true)
      else expect(text.content, name).toBe(content)
    }
  })

  test('a form that says nothing, or the wrong things, is refused with the place', async () => {
    const before = await count()
    const raw = (body: string) => it.post('/documents', { ...keeper, ...form }).send(body)
    expect(wrongPaths(await raw(`--${boundary}--\r\n`))).toEqual(['description'])
    expect(wrongPaths(await it.post('/documents', { ...keeper, ...form }))).toEqual(['body'])
    expect(wrongPaths(await raw('no form at all'))).toEqual(['body'])
    expect(
      wrongPaths(await raw(`--${boundary}\r\nContent-Disposition: form-data; name="description"\r\n\r\n{}`)),
    ).toEqual(['body'])
    expect(
      wrongPaths(await it.post('/documents', { ...keeper, 'Content-Type': 'multipart/form-data' }).send('x')),
    ).toEqual(['body'])
    expect(wrongPaths(await it.post('/documents').attach('files', Buffer.from('x'), 'x.txt'))).toEqual([
      'description',
    ])
    expect(wrongPaths(await it.upload({ titel: 'x' }, [{ name: 'x', bytes: 'x' }]))).toEqual(['titel'])
    expect(wrongPaths(await it.upload([], [{ name: 'x', bytes: 'x' }]))).toEqual(['body'])
    expect(wrongPaths(await it.upload({}, []))).toEqual(['title'])
    const described = () => it.post('/documents').field('description', '{"title":"x"}')
    expect(wrongPaths(await described().attach('scan', Buffer.from('x'), 'x.txt'))).toEqual(['scan'])
    expect(wrongPaths(await described().field('title', 'y'))).toEqual(['title'])
    expect(wrongPaths(await described().field('files', 'y'))).toEqual(['files'])
    expect(wrongPaths(await described().field('description', '{"title":"y"}'))).toEqual(['description'])
    const twice = described().attach('description', Buffer.from('{"title":"y"}'), 'd.json')
    expect(wrongPaths(await twice)).toEqual(['description'])
    expect(wrongPaths(await it.post('/documents').field('description[title]', 'x'))).toEqual(['description'])
    problem(await it.upload('{"title": "x"', [{ name: 'x', bytes: 'x' }]), 400, 'malformed-json')
    expect(await count()).toBe(before)
    await nothingLeft()
  })

  test('too much is 413 and leaves nothing behind', async () => {
    const before = await count()
    const large = { name: 'large.txt', bytes: Buffer.alloc(1_048_577, 'a') }
    const reply = await it.upload({ title: 'x' }, [{ name: 'small.txt', bytes: 'a' }, large])
    expect(problem(reply, 413, 'too-large').detail).toMatch(/large\.txt.*FONDS_MAX_FILE/)
    problem(await it.upload({ title: 'x', abstract: 'a'.repeat(10_000_000) }, []), 413, 'too-large')
    const part = it.post('/documents').attach('description', Buffer.alloc(10_000_000, ' '), 'd.json')
    problem(await part, 413, 'too-large')
    problem(await it.post('/documents').send({ title: 'a'.repeat(10_000_000) }), 413, 'too-large')
    const exactly = { name: 'exactly.txt', bytes: Buffer.alloc(1_048_576, 'a b ') }
    expect((await it.upload({ title: 'x' }, [exactly])).status).toBe(201)
    expect(await count()).toBe(before + 1)
    await it.idle()
    await nothingLeft()
  })

  test('who may not add is told before anything is received', async () => {
    const reply = await it.upload({ title: 'x' }, [{ name: 'x', bytes: 'x' }], nobody)
    problem(reply, 401, 'unauthenticated')
    expect(reply.headers['www-authenticate']).toMatch(/^Bearer/)
    await nothingLeft()
  })

  test('who goes away in the middle leaves nothing', async () => {
    const before = await count()
    const address = it.server.address()
    if (address === null || typeof address === 'string') throw new Error('The server listens on a port.')
    const socket = connect(address.port, '127.0.0.1')
    const part = `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n${'a'.repeat(70_000)}`
    socket.write(
      `POST /api/v1/documents HTTP/1.1\r\nHost: x\r\nAuthorization: ${keeper.Authorization}\r\n` +
        `Content-Type: ${form['Content-Type']}\r\nContent-Length: 900000\r\n\r\n${part}`,
    )
    for (let tries = 0; tries < 50 && (await incoming()).length === 0; tries++) await sleep(20)
    expect(await incoming()).toHaveLength(1)
    socket.destroy()
    await nothingLeft()
    expect(await count()).toBe(before)
  })
})
