import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { addToken } from '../../src/actions/add-token.ts'
import { aServedArchive, nobody, problem, type Served, wrongPaths } from './client.ts'

type Headers = Record<string, string>
type Heard = { id?: string; event?: string; data?: { id: string; bodyValue?: string } }

describe('annotations as they happen', () => {
  let it: Served
  let paper: string
  let origin: string
  let writer: Headers
  beforeAll(async () => {
    it = await aServedArchive()
    const { port } = it.server.address() as { port: number }
    origin = `http://127.0.0.1:${port}`
    const { token } = await addToken(it.archive.deps, 'test', { name: 'a writer', role: 'annotator' })
    writer = { Authorization: `Bearer ${token}` }
    paper = (await it.add(['The town of Šiauliai.'])).id
  })
  afterAll(() => it.close())

  async function add(bodyValue: string, document: string | null = paper, as?: Headers) {
    const target = document === null ? 'urn:x' : `/api/v1/documents/${document}`
    const reply = await it.post('/annotations/', as).send({ type: 'Annotation', bodyValue, target })
    expect(reply.status, reply.text).toBe(201)
    return { path: new URL(reply.body.id).pathname, id: reply.body.id }
  }

  /** Listens, and waits until so many events with data were heard. */
  async function listen(path: string, headers: Headers = nobody) {
    const leaving = new AbortController()
    onTestFinished(() => leaving.abort())
    const reply = await fetch(`${origin}/api/v1${path}`, { headers, signal: leaving.signal })
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
    const heard: Heard[] = []
    let last = ''
    const reading = (async () => {
      let text = ''
      for await (const bytes of reply.body ?? []) {
        text += Buffer.from(bytes).toString('utf8')
        for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
          const fields = Object.fromEntries(
            text
              .slice(0, end)
              .split('\n')
              .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
          )
          if (fields.id) last = fields.id
          if (fields.data) heard.push({ ...fields, data: JSON.parse(fields.data) })
          text = text.slice(end + 2)
        }
      }
    })().catch(() => undefined)
    await expect.poll(() => last).not.toBe('')
    return {
      until: async (count: number) => {
        await expect.poll(() => heard.length, { timeout: 5000 }).toBeGreaterThanOrEqual(count)
        return heard.map(({ event, data }) => [event, data?.bodyValue ?? data?.id])
      },
      leave: async () => {
        leaving.abort()
        await reading
        return last
      },
    }
  }

  test('are told when they are created, changed, hidden, shown and deleted, each as one may see it', async () => {
    const secret = (await it.add(['Secret.'], { visibility: 'restricted' })).id
    const all = await listen('/annotations/events')
    const own = await listen('/annotations/events', writer)
    const ofPaper = await listen(`/documents/${paper}/annotations/events`)
    // An annotation is told as it is when it is told.
    const heard = (count: number) => Promise.all([all, own, ofPaper].map((one) => one.until(count)))
    await add('hidden', secret)
    const { path, id } = await add('one', paper, writer)
    await heard(1)
    await it
      .put(path, writer)
      .send({ type: 'Annotation', bodyValue: 'two', target: `/api/v1/documents/${paper}` })
    await heard(2)
    const name = path.split('/').at(-1)
    await it.post(`/api/v1/annotations/${name}/hide`).send({ because: 'x' })
    await heard(3)
    await it.post(`/api/v1/annotations/${name}/show`)
    await heard(4)
    await add('elsewhere', null)
    await all.until(5)
    await it.delete(path, writer)
    const told = [
      ['created', 'one'],
      ['changed', 'two'],
      ['deleted', id],
      ['created', 'two'],
    ]
    expect(await all.until(6)).toEqual([...told, ['created', 'elsewhere'], ['deleted', id]])
    expect(await ofPaper.until(5)).toEqual([...told, ['deleted', id]])
    const kept = [
      ['changed', 'two'],
      ['changed', 'two'],
    ]
    expect(await own.until(6)).toEqual([
      ...told.slice(0, 2),
      ...kept,
      ['created', 'elsewhere'],
      ['deleted', id],
    ])
  })

  test('are told to those whom they are for, and end for others when they no longer are', async () => {
    const [all, own] = [await listen('/annotations/events'), await listen('/annotations/events', writer)]
    const target = `/api/v1/documents/${paper}`
    const note = (bodyValue: string, visibility: string) => ({
      ...{ type: 'Annotation', bodyValue, target, archive: { visibility } },
    })
    const added = await it.post('/annotations/', writer).send(note('mine', 'private'))
    const { id } = added.body
    const path = new URL(id).pathname
    await own.until(1)
    await it.put(path, writer).send(note('shared', 'public'))
    await all.until(1)
    const answer = { type: 'Annotation', bodyValue: 'answer', target: id }
    const answered = (await it.post('/annotations/').send(answer)).body.id
    await all.until(2)
    await it.put(path, writer).send(note('mine again', 'private'))
    await Promise.all([all.until(4), own.until(5)])
    await it.delete(path, writer)
    await add('the last')
    const told = [
      ['created', 'shared'],
      ['created', 'answer'],
    ]
    const gone = [
      ['deleted', id],
      ['deleted', answered],
    ]
    expect(await all.until(5)).toEqual([...told, ...gone, ['created', 'the last']])
    expect((await own.until(7)).map(([what]) => what)).toEqual([
      ...['created', 'changed', 'created', 'changed', 'changed', 'deleted', 'created'],
    ])
  })

  test('are told from where one left, as they are by then', async () => {
    const first = await listen(`/documents/${paper}/annotations/events`)
    await add('before')
    await first.until(1)
    const last = await first.leave()
    const gone = await add('gone meanwhile')
    await add('meanwhile')
    await it.delete(gone.path)
    const again = await listen(`/documents/${paper}/annotations/events`, { 'Last-Event-ID': last })
    const missed = [
      ['created', 'meanwhile'],
      ['deleted', gone.id],
    ]
    expect(await again.until(2)).toEqual(missed)
    const asked = await listen(`/documents/${paper}/annotations/events?after=${last}`)
    expect(await asked.until(2)).toEqual(missed)
  })

  test('are refused where one may not look, and to who has too many streams open', async () => {
    problem(await it.get('/documents/d-none/annotations/events'), 404, 'not-found')
    expect(wrongPaths(await it.get('/api/v1/annotations/events?after=nonsense'))).toEqual(['cursor'])
    expect((await it.head('/api/v1/annotations/events')).status).toBe(200)
    const streams = await Promise.all(Array.from({ length: 10 }, () => listen('/annotations/events', writer)))
    problem(await it.get('/api/v1/annotations/events', writer), 429, 'too-many-requests')
    await streams[0]?.leave()
    await expect.poll(async () => (await it.head('/api/v1/annotations/events', writer)).status).toBe(200)
  })
})
