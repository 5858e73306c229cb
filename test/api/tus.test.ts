import { createHash } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expireUploads } from '../../src/actions/finish-upload.ts'
import { aServedArchive, keeper, nobody, problem, type Served } from './client.ts'

let it: Served
beforeAll(async () => {
  it = await aServedArchive({ FONDS_MAX_FILE: '1MB' })
})
afterAll(() => it.close())

const tus = { ...keeper, 'Tus-Resumable': '1.0.0' }
const piece = { ...tus, 'Content-Type': 'application/offset+octet-stream' }
const metadata = (told: Record<string, string>) =>
  Object.entries(told)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',')

async function begun(length: number, told: Record<string, string> = {}): Promise<string> {
  const reply = await it
    .post('/uploads/tus', tus)
    .set({ 'Upload-Length': String(length), 'Upload-Metadata': metadata({ filename: 'note.txt', ...told }) })
  expect(reply.status, reply.text).toBe(201)
  expect(reply.headers['upload-expires']).toBeDefined()
  return reply.headers.location?.split('/').at(-1) ?? ''
}

const send = (id: string, offset: number, bytes: string, more: Record<string, string> = {}) =>
  it
    .patch(`/uploads/tus/${id}`, { ...piece, 'Upload-Offset': String(offset), ...more })
    .send(Buffer.from(bytes))

const sha = (text: string, algorithm = 'sha1') =>
  `${algorithm} ${createHash(algorithm).update(text).digest('base64')}`

describe('an upload in pieces', () => {
  test('is told of by OPTIONS, grows by PATCH and becomes a file of a document, or of several', async () => {
    const told = await it.options('/uploads/tus', nobody)
    expect(told.headers).toMatchObject({
      'tus-version': '1.0.0',
      'tus-max-size': '1048576',
      'tus-checksum-algorithm': 'sha1,sha256',
    })
    for (const extension of ['creation', 'termination', 'checksum', 'expiration'])
      expect(told.headers['tus-extension']).toContain(extension)
    const id = await begun(22, { filename: 'Šiauliai.txt' })
    expect((await send(id, 0, 'The harbour ')).headers['upload-offset']).toBe('12')
    const head = await it.head(`/uploads/tus/${id}`, tus)
    expect(head.headers).toMatchObject({
      'upload-offset': '12',
      'upload-length': '22',
      'cache-control': 'no-store',
    })
    const early = await it.post('/documents').send({ uploads: [id] })
    expect(problem(early, 400, 'invalid-input').errors).toMatchObject([{ path: 'uploads.0' }])
    expect((await send(id, 12, 'of Tallinn')).status).toBe(204)
    expect((await it.get(`/uploads/tus/${id}`)).body).toMatchObject({ bytes: 22, sha256: expect.any(String) })
    expect((await it.head(`/uploads/tus/${id}`, tus)).headers['upload-offset']).toBe('22')

    const added = await it.post('/documents').send({ title: 'Harbour', uploads: [id] })
    expect(added.status, added.text).toBe(201)
    const more = await it
      .post(`/documents/${added.body.id}/files`)
      .send({ uploads: [id], role: 'translation' })
    expect(more.status, more.text).toBe(201)
    await it.idle()
    const { witnesses } = (await it.get(`/documents/${added.body.id}`)).body
    expect(witnesses[0].files).toMatchObject([
      { name: 'Šiauliai.txt', state: 'done', role: 'transcription' },
      { name: 'Šiauliai.txt', state: 'done', role: 'translation' },
    ])
    expect((await it.get('/search?q=harbour+tallinn')).body.total.documents).toBe(1)
    expect(await readdir(join(it.home, 'uploads'))).toEqual([])
  })

  test('comes with its creation, whole, and belongs to a batch', async () => {
    const batch = (await it.post('/uploads').send({ name: 'Drop' })).body.id
    const told = metadata({ relativePath: 'box/a.txt', batch })
    const reply = await it
      .post('/uploads/tus', piece)
      .set({ 'Upload-Length': '9', 'Upload-Metadata': told })
      .send(Buffer.from('A cistern'))
    expect([reply.status, reply.headers['upload-offset']]).toEqual([201, '9'])
    expect((await it.get(`/uploads/${batch}`)).body.report.items).toMatchObject([
      { path: 'box/a.txt', state: 'received' },
    ])
    const id = reply.headers.location?.split('/').at(-1)
    problem(await it.delete(`/uploads/tus/${id}`, tus), 409, 'conflict')
    const named = await it.post('/documents').send({ title: 'By itself', uploads: [id] })
    expect(problem(named, 400, 'invalid-input').detail).toContain(`belongs to the uploads ${batch}`)
    await it.post(`/uploads/${batch}/commit`).send({})
    await it.idle()
    expect((await it.get('/search?q=cistern')).body.total.documents).toBe(1)
  })

  test('comes by way of several proxies, under the address that the first of them had', async () => {
    const reply = await it
      .post('/uploads/tus', tus)
      .set({ 'Upload-Length': '4', 'Upload-Metadata': metadata({ filename: 'a.txt' }) })
      .set('X-Forwarded-Proto', 'https, http')
    expect(reply.status, reply.text).toBe(201)
    expect(reply.headers.location).toMatch(/^https:/)
    const id = reply.headers.location?.split('/').at(-1) ?? ''
    expect((await send(id, 0, 'text', { 'X-Forwarded-Proto': 'https,http' })).status).toBe(204)
  })

  test('refuses a piece that does not match its checksum, and takes it when it does', async () => {
    const id = await begun(10)
    problem(await send(id, 0, 'hello', { 'Upload-Checksum': sha('hullo') }), 460, 'checksum-mismatch')
    expect((await it.head(`/uploads/tus/${id}`, tus)).headers['upload-offset']).toBe('0')
    expect((await send(id, 0, 'hello', { 'Upload-Checksum': sha('hello') })).status).toBe(204)
    expect((await send(id, 5, 'world', { 'Upload-Checksum': sha('world', 'sha256') })).status).toBe(204)
    problem(await send(await begun(5), 0, 'hello', { 'Upload-Checksum': 'crc32 AAAA' }), 400, 'invalid-input')
    const other = await begun(5, { sha256: createHash('sha256').update('other').digest('hex') })
    problem(await send(other, 0, 'hello'), 460, 'checksum-mismatch')
    problem(await it.get(`/uploads/tus/${other}`), 404, 'not-found')
  })

  test('that is whole takes an empty piece, and no other', async () => {
    const id = await begun(5)
    expect((await send(id, 0, 'whole')).status).toBe(204)
    const again = await send(id, 5, '')
    expect([again.status, again.headers['upload-offset']]).toEqual([204, '5'])
    expect((await send(id, 5, 'more')).status).toBe(413)
    expect((await it.get(`/uploads/tus/${id}`)).body).toMatchObject({
      bytes: 5,
      received: 5,
      sha256: expect.any(String),
    })
  })

  test('is given up, and expires', async () => {
    const id = await begun(10)
    await send(id, 0, 'hello')
    expect((await it.delete(`/uploads/tus/${id}`, tus)).status).toBe(204)
    problem(await it.head(`/uploads/tus/${id}`, tus).then(() => send(id, 5, 'x')), 404, 'not-found')
    const [kept, late] = [await begun(10), await begun(10)]
    const { deps } = it.archive
    const ageClock = () => new Date(Date.now() + deps.uploadExpiryMs + 1000).toISOString()
    await send(kept, 0, 'hello')
    expect(await expireUploads({ ...deps, ageClock })).toBeGreaterThanOrEqual(2)
    problem(await it.get(`/uploads/tus/${late}`), 404, 'not-found')
    expect(await readdir(join(it.home, 'uploads'))).toEqual([])
  })

  test('of which the pieces are gone, as in an archive that was restored, is begun anew', async () => {
    const id = await begun(10)
    await rm(join(it.home, 'uploads', id))
    expect((await it.head(`/uploads/tus/${id}`, tus)).status).toBe(404)
    expect((await it.delete(`/uploads/tus/${id}`, tus)).status).toBe(204)
  })

  test('that is wrong is a problem like any other', async () => {
    problem(await it.post('/uploads/tus', nobody).set('Tus-Resumable', '1.0.0'), 401, 'unauthenticated')
    problem(await it.post('/uploads/tus', keeper).set('Upload-Length', '1'), 412, 'precondition-failed')
    problem(await it.post('/uploads/tus', tus).set('Upload-Length', '2000000'), 413, 'too-large')
    problem(await it.post('/uploads/tus', tus), 400, 'invalid-input')
    const id = await begun(5)
    problem(await send(id, 3, 'xx'), 409, 'conflict')
    problem(await send(id, 0, 'too long'), 413, 'too-large')
    problem(
      await it.patch(`/uploads/tus/${id}`, { ...tus, 'Upload-Offset': '0' }).send({}),
      415,
      'unsupported-media-type',
    )
    for (const name of ['../../etc/passwd', 'u1', '%2e%2e%2fx'])
      expect(
        (await it.patch(`/uploads/tus/${name}`, { ...piece, 'Upload-Offset': '0' }).send('x')).status,
      ).toBe(404)
    const outside = { 'Upload-Length': '1', 'Upload-Metadata': metadata({ relativePath: '../../etc/x' }) }
    problem(await it.post('/uploads/tus', tus).set(outside), 400, 'invalid-input')
    const twice = { 'Upload-Length': '1', 'Upload-Metadata': 'name YQ==,name Yg==' }
    problem(await it.post('/uploads/tus', tus).set(twice), 400, 'invalid-input')
    const nowhere = { 'Upload-Length': '1', 'Upload-Metadata': metadata({ batch: 'b0' }) }
    problem(await it.post('/uploads/tus', tus).set(nowhere), 404, 'not-found')
    problem(await it.post('/documents').send({ uploads: ['u0'] }), 400, 'invalid-input')
  })

  test('is written by one request at a time, and the later one takes over', async () => {
    const id = await begun(10)
    const address = it.server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    let started = () => {}
    const hasStarted = new Promise<void>((resolve) => {
      started = resolve
    })
    const stuck = new ReadableStream({
      start(controller) {
        controller.enqueue(Buffer.from('abc'))
        started()
      },
    })
    const gone = new AbortController()
    const first = fetch(`http://127.0.0.1:${port}/api/v1/uploads/tus/${id}`, {
      method: 'PATCH',
      headers: { ...piece, 'Upload-Offset': '0' },
      body: stuck,
      duplex: 'half',
      signal: gone.signal,
    } as RequestInit).catch(() => null)
    await hasStarted
    await sleep(200)
    problem(await send(id, 0, 'hello'), 409, 'conflict')
    expect((await it.head(`/uploads/tus/${id}`, tus)).headers['upload-offset']).toBe('3')
    expect((await send(id, 3, 'defghij')).status).toBe(204)
    gone.abort()
    await first
  })
})
