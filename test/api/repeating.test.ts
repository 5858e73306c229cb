import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addToken } from '../../src/actions/add-token.ts'
import { aServedArchive, keeper, problem, type Served, wrongPaths } from './client.ts'

describe('a request with an Idempotency-Key', () => {
  let it: Served
  let keys = 0
  beforeAll(async () => {
    it = await aServedArchive()
  })
  afterAll(() => it.close())
  const aKey = () => ({ 'Idempotency-Key': `key-${++keys}` })
  const count = async (type: string) =>
    (await it.get('/documents').query({ type, limit: 100 })).body.items.length

  test('makes one document, however often it comes, and answers alike', async () => {
    const headers = { ...keeper, ...aKey() }
    const send = (title: string, bytes: string) =>
      it.upload({ title, type: 'once' }, [{ name: 'a.txt', bytes }], headers)
    const first = await send('Once', 'bytes')
    const again = await send('Once', 'bytes')
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body).toEqual(first.body)
    expect(again.headers.location).toBe(first.headers.location)
    problem(await send('Twice', 'bytes'), 422, 'idempotency-mismatch')
    problem(await send('Once', 'other bytes'), 422, 'idempotency-mismatch')
    problem(
      await it.post('/documents', headers).send({ title: 'Once', type: 'once' }),
      422,
      'idempotency-mismatch',
    )
    expect(await count('once')).toBe(1)
    expect((await it.get('/jobs').query({ document: first.body.id })).body.items).toHaveLength(1)
  })

  test('is one when many come at once: done, still running or answered, never twice', async () => {
    const headers = { ...keeper, ...aKey() }
    const send = () => it.post('/documents', headers).send({ title: 'Race', type: 'race' })
    const replies = await Promise.all(Array.from({ length: 20 }, send))
    for (const reply of replies) if (reply.status !== 201) problem(reply, 409, 'in-progress')
    const ids = replies.filter(({ status }) => status === 201).map(({ body }) => body.id)
    expect(new Set(ids).size).toBe(1)
    expect((await send()).body.id).toBe(ids[0])
    expect(await count('race')).toBe(1)
  })

  test('is forgotten where it failed, so that it can be mended', async () => {
    const headers = { ...keeper, ...aKey() }
    expect(wrongPaths(await it.post('/documents', headers).send({ titel: 'x' }))).toEqual(['titel'])
    problem(
      await it.post('/documents/d-none/files', headers).attach('files', Buffer.from('x'), 'x'),
      404,
      'not-found',
    )
    expect((await it.post('/documents', headers).send({ title: 'Mended' })).status).toBe(201)
  })

  test('of somebody else is theirs', async () => {
    const { token } = await addToken(it.archive.deps, 'test', { name: 'an archivist', role: 'archivist' })
    const key = aKey()
    const send = (as: Record<string, string>) =>
      it.post('/documents', { ...as, ...key }).send({ title: 'Mine', type: 'mine' })
    const [mine, theirs] = [await send(keeper), await send({ Authorization: `Bearer ${token}` })]
    expect(theirs.status).toBe(201)
    expect(theirs.body.id).not.toBe(mine.body.id)
  })

  test('is answered as before, whatever has become of the thing since', async () => {
    const { id, job } = await it.add(['The town of Šiauliai.'])
    const annotation = {
      type: 'Annotation',
      target: {
        source: `/api/v1/documents/${id}/pages/1`,
        selector: { type: 'TextQuoteSelector', exact: 'Šiauliai' },
      },
    }
    const [forFiles, forAnnotation, forRestore, forRetry] = [aKey(), aKey(), aKey(), aKey()]
    const addFiles = () =>
      it
        .post(`/documents/${id}/files`, { ...keeper, ...forFiles })
        .attach('files', Buffer.from('more'), 'b.txt')
    const annotate = () => it.post('/annotations/', { ...keeper, ...forAnnotation }).send(annotation)
    const restore = () => it.post(`/documents/${id}/restore`, { ...keeper, ...forRestore })
    const [added, said] = [await addFiles(), await annotate()]
    expect([added.status, said.status]).toEqual([201, 201])
    await it.idle()
    await it.put(`/documents/${id}/pages/1/text`).send({ content: 'Another town.' })
    const again = await annotate()
    expect([again.status, again.body.id]).toEqual([201, said.body.id])
    await it.delete(`/documents/${id}`)
    expect(await addFiles()).toMatchObject({ status: 201, body: added.body })
    const restored = await restore()
    await it.delete(`/documents/${id}`)
    expect((await restore()).body).toEqual(restored.body)
    problem(await it.get(`/documents/${id}`), 410, 'gone')
    problem(await it.post(`/jobs/${job.id}/retry`, { ...keeper, ...forRetry }), 410, 'gone')
    problem(
      await it.post('/documents', { ...keeper, ...forRestore }).send({ title: 'x' }),
      422,
      'idempotency-mismatch',
    )
  })

  test('a key is visible ASCII of at most 255 characters', async () => {
    for (const key of ['a b', 'x'.repeat(256)]) {
      const reply = await it.post('/documents', { ...keeper, 'Idempotency-Key': key }).send({ title: 'x' })
      expect(wrongPaths(reply)).toEqual(['Idempotency-Key'])
    }
    const long = createHash('sha512').update('x').digest('hex').padEnd(255, '~')
    expect(
      (await it.post('/documents', { ...keeper, 'Idempotency-Key': long }).send({ title: 'x' })).status,
    ).toBe(201)
  })
})
