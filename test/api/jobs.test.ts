import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPdf } from '../support/pdf.ts'
import { aPng } from '../support/tiny-images.ts'
import { aServedArchive, keeper, nobody, problem, type Served, wrongPaths } from './client.ts'

/** The data of the events that a client listening for messages hears. */
const messagesIn = (text: string): Record<string, unknown>[] =>
  text
    .split('\n\n')
    .filter((block) => block.includes('data: ') && !/^event:/m.test(block))
    .map((block) => JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? 'null'))

describe('jobs', () => {
  let it: Served
  beforeAll(async () => {
    it = await aServedArchive({ FONDS_INGEST_WORKERS: '1' })
  })
  afterAll(() => it.close())
  const job = async (id: string) => (await it.get(`/jobs/${id}`)).body
  const broken = { name: 'broken.pdf', bytes: '%PDF-1.7\nnothing more' }

  test('a job tells how far it is in the shape of the contract', async () => {
    const { id, job: of } = await it.add(['one', 'two'])
    expect(await job(of.id)).toEqual({
      ...{
        id: of.id,
        kind: 'ingest',
        state: 'done',
        document: id,
        title: 'A paper',
        file: null,
        done: 2,
        total: 2,
      },
      ...{ name: null, uploads: null, import: null },
      ...{ waiting: 0, unattended: 0, message: null, error: null, perSecond: null, secondsLeft: null },
      ...{ createdAt: expect.any(String), startedAt: expect.any(String), finishedAt: expect.any(String) },
    })
    problem(await it.get('/jobs/j-none'), 404, 'not-found')
    problem(await it.get('/jobs/j-none/events'), 404, 'not-found')
  })

  test('a job that is done tells of scans that wait for a recognition that nothing will do', async () => {
    const { body } = await it.upload({ title: 'Scanned' }, [{ name: 'a.png', bytes: aPng(1) }])
    await it.idle()
    expect(await job(body.job.id)).toMatchObject({ state: 'done', waiting: 1, unattended: 1 })
  })

  test('a request is done though one of its files failed; the others are read', async () => {
    const pdf = Buffer.from(await aPdf(['Wagons']))
    const reply = await it.upload({ title: 'Mixed' }, [broken, { name: 'good.pdf', bytes: pdf }])
    await it.idle()
    expect(await job(reply.body.job.id)).toMatchObject({ state: 'done', done: 1, error: null })
    const { witnesses, pageCount } = (await it.get(`/documents/${reply.body.id}`)).body
    const [bad, good] = witnesses[0].files
    expect([bad.state, good.state, good.error, pageCount]).toEqual(['failed', 'done', null, 1])
    expect(bad.error).toMatch(/\w{3}/)
    const content = await it.get(`/files/${bad.id}/content`).buffer(true)
    expect(content.body.toString()).toBe(broken.bytes)
  })

  test('events tell the job until its end, and then the stream ends', async () => {
    const { body } = await it.upload({ title: 'Followed' }, [{ name: 'a.txt', bytes: 'one\ftwo' }])
    const reply = await it.get(`/jobs/${body.job.id}/events`, nobody)
    expect(reply.headers['content-type']).toMatch(/^text\/event-stream/)
    const events = messagesIn(reply.text)
    const last = events.at(-1)
    expect(last).toMatchObject({ id: body.job.id, state: 'done', done: 2, total: 2 })
    expect(last).toEqual(await job(body.job.id))
    expect(events.slice(0, -1).every(({ state }) => state !== 'done')).toBe(true)
    const head = await it.head(`/jobs/${body.job.id}/events`)
    expect([head.status, head.headers['content-type']]).toEqual([200, 'text/event-stream'])
  })

  test('what failed can be run again, what is done cannot, and nothing ended can be cancelled', async () => {
    const { body } = await it.upload({ title: 'Fails' }, [broken])
    await it.idle()
    problem(await it.post(`/jobs/${body.job.id}/cancel`), 409, 'conflict')
    const stale = it.post(`/jobs/${body.job.id}/retry`).set('If-Match', '"stale"')
    problem(await stale, 412, 'precondition-failed')
    const { etag = '' } = (await it.get(`/jobs/${body.job.id}`)).headers
    const again = await it.post(`/jobs/${body.job.id}/retry`).set('If-Match', etag)
    expect([again.status, again.body.state]).toEqual([200, 'queued'])
    await it.idle()
    expect(await job(body.job.id)).toMatchObject({ state: 'done' })
    const { job: well } = await it.add(['x'])
    problem(await it.post(`/jobs/${well.id}/retry`), 409, 'conflict')
    problem(await it.post(`/jobs/${well.id}/cancel`), 409, 'conflict')
    for (const verb of ['cancel', 'retry']) {
      problem(await it.post(`/jobs/j-none/${verb}`), 404, 'not-found')
      problem(await it.post(`/jobs/${well.id}/${verb}`, nobody), 401, 'unauthenticated')
      expect(wrongPaths(await it.post(`/jobs/${well.id}/${verb}`).send({ now: true }))).toEqual(['now'])
    }
  })

  test('a cancelled job leaves its files kept and unread, and can be run again', async () => {
    // The one worker is kept busy by what came before.
    for (const n of [1, 2]) await it.upload({ title: `Before ${n}` }, [{ name: 'a.txt', bytes: `text ${n}` }])
    const { body } = await it.upload({ title: 'Cancelled' }, [{ name: 'a.txt', bytes: 'cancelled text' }])
    const cancelled = await it.post(`/jobs/${body.job.id}/cancel`)
    expect([cancelled.status, cancelled.body.state]).toEqual([200, 'cancelled'])
    await it.idle()
    const state = async () => (await it.get(`/documents/${body.id}`)).body.witnesses[0].files[0].state
    expect([await state(), (await job(body.job.id)).state]).toEqual(['failed', 'cancelled'])
    await it.post(`/jobs/${body.job.id}/retry`)
    await it.idle()
    expect([await state(), (await job(body.job.id)).state]).toEqual(['done', 'done'])
  })

  test('the jobs are listed for archivists only, newest first, by state and document', async () => {
    const { id, job: of } = await it.add(['x'])
    const { body } = await it.get('/jobs').query({ limit: 1 })
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([of.id])
    expect(body.next).toEqual(expect.any(String))
    const mine = await it.get('/jobs').query({ document: id, state: 'done' })
    expect(mine.body).toMatchObject({ items: [{ id: of.id }], next: null })
    expect((await it.get('/jobs').query({ document: id, state: 'failed' })).body.items).toEqual([])
    const troubled = (await it.get('/jobs?failures=true')).body.items
    expect(troubled.map(({ title, state }: { title: string; state: string }) => [title, state])).toEqual([
      ['Fails', 'done'],
      ['Mixed', 'done'],
    ])
    expect(wrongPaths(await it.get('/jobs?state=lost'))).toEqual(['state'])
    problem(await it.get('/jobs', nobody), 401, 'unauthenticated')
  })

  test('a follower who leaves is forgotten, and the archive goes on', async () => {
    const { body } = await it.upload({ title: 'Left' }, [
      { name: 'a.pdf', bytes: Buffer.from(await aPdf(['x'])) },
    ])
    const address = it.server.address()
    if (address === null || typeof address === 'string') throw new Error('The server listens on a port.')
    const leaving = new AbortController()
    const url = `http://127.0.0.1:${address.port}/api/v1/jobs/${body.job.id}/events`
    const reply = await fetch(url, { headers: keeper, signal: leaving.signal })
    leaving.abort()
    await expect(reply.text()).rejects.toThrow()
    await it.idle()
    expect((await job(body.job.id)).state).toBe('done')
  })
})
