import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, keeper, nobody, problem, type Served } from './client.ts'

describe('conditions', () => {
  let it: Served
  let id: string
  let file: string
  let job: string
  let annotation: string
  let agent: string
  let source: string
  let collection: string
  beforeAll(async () => {
    it = await aServedArchive()
    const added = await it.add(['One page.', 'Another.'], { title: 'Conditioned' })
    id = added.id
    file = added.witnesses[0].files[0].id
    job = added.job.id
    const said = await it
      .post('/annotations/')
      .send({ type: 'Annotation', target: `/api/v1/documents/${id}` })
    agent = `/agents/${(await it.post('/agents').send({ kind: 'person', names: ['A'] })).body.id}`
    source = `/sources/${(await it.post('/sources').send({ type: 'book', title: 'B' })).body.id}`
    collection = `/collections/${(await it.post('/collections').send({ level: 'fonds', title: 'C' })).body.id}`
    annotation = `/annotations/${said.body.id.split('/').at(-1)}`
  })
  afterAll(() => it.close())

  const readable = () => [
    `/documents/${id}`,
    '/documents',
    `/documents/${id}/pages`,
    `/documents/${id}/pages/1`,
    `/documents/${id}/pages/1/text/revisions`,
    `/documents/${id}/text`,
    `/documents/${id}/annotations/`,
    `/documents/${id}/claims`,
    `/documents/${id}/witnesses`,
    `/documents/${id}/history`,
    '/vocabulary',
    agent,
    `${agent}/claims`,
    source,
    `${source}/claims`,
    collection,
    '/agents',
    '/sources',
    '/collections',
    `/files/${file}`,
    `/files/${file}/content`,
    `/jobs/${job}`,
    annotation,
    '/annotations/',
    '/openapi.json',
    '/health/live',
  ]

  test('everything that can be read has a strong tag, is not sent again, and refuses who expects another', async () => {
    for (const path of readable()) {
      const { headers } = await it.get(path)
      const etag = headers.etag ?? ''
      expect(etag, path).toMatch(/^"[\x21\x23-\x7e]+"$/)
      const unchanged = await it.get(path).set('If-None-Match', etag)
      expect([unchanged.status, unchanged.headers.etag, unchanged.text ?? ''], path).toEqual([304, etag, ''])
      expect((await it.get(path).set('If-None-Match', '"other"')).status, path).toBe(200)
      expect((await it.get(path).set('If-Match', etag)).status, path).toBe(200)
      expect((await it.get(path).set('If-Match', '"other"')).status, path).toBe(412)
    }
  })

  test('the pages for people have strong tags, too', async () => {
    for (const path of ['/', '/docs', '/problems/not-found']) {
      const { headers } = await it.get(path)
      expect(headers.etag, path).toMatch(/^"/)
      expect((await it.get(path).set('If-None-Match', headers.etag ?? '')).status, path).toBe(304)
    }
  })

  test('HEAD equals GET', async () => {
    const changing = new Set(['date', 'x-request-id', 'connection', 'transfer-encoding', 'keep-alive'])
    const stable = (headers: Record<string, string>) =>
      Object.fromEntries(Object.entries(headers).filter(([name]) => !changing.has(name)))
    for (const path of [...readable(), '/docs', '/', '/documents/d-none', '/nowhere']) {
      const [get, head] = [await it.get(path), await it.head(path)]
      expect([head.status, head.text ?? ''], path).toEqual([get.status, ''])
      const expected = stable(get.headers)
      if (path.startsWith('/nowhere') || path.endsWith('none')) delete expected['content-length']
      expect(stable(head.headers), path).toMatchObject(expected)
    }
  })

  test('a change of a version that is past is refused, whatever is changed, and demanded nowhere', async () => {
    const { headers, body } = await it.get(`/documents/${id}`)
    const etag = headers.etag ?? ''
    const first = await it.patch(`/documents/${id}`).set('If-Match', etag).send({ creator: 'A' })
    expect(first.status).toBe(200)
    expect(first.headers.etag).not.toBe(etag)
    const stale = { ...keeper, 'If-Match': etag }
    problem(await it.patch(`/documents/${id}`, stale).send({ creator: 'B' }), 412, 'precondition-failed')
    problem(await it.delete(`/documents/${id}`, stale), 412, 'precondition-failed')
    problem(await it.post(`/documents/${id}/restore`, stale), 412, 'precondition-failed')
    const files = it.post(`/documents/${id}/files`, stale).attach('files', Buffer.from('x'), 'x.txt')
    problem(await files, 412, 'precondition-failed')
    for (const odd of ['"other"', `W/${etag}`, 'nonsense'])
      problem(
        await it.patch(`/documents/${id}`).set('If-Match', odd).send({ creator: 'B' }),
        412,
        'precondition-failed',
      )
    expect((await it.get(`/documents/${id}`)).body).toMatchObject({ creator: 'A', witnesses: body.witnesses })
    for (const fine of [`"other", ${first.headers.etag}`, '*'])
      expect((await it.patch(`/documents/${id}`).set('If-Match', fine).send({})).status).toBe(200)
  })

  test('of two who saw the same version one wins', async () => {
    const { id } = (await it.post('/documents').send({ title: 'Raced' })).body
    const etag = (await it.get(`/documents/${id}`)).headers.etag ?? ''
    const change = (creator: string) => it.patch(`/documents/${id}`).set('If-Match', etag).send({ creator })
    const replies = await Promise.all(['a', 'b', 'c', 'd'].map(change))
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412])
    const unconditional = await Promise.all(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((creator) => it.patch(`/documents/${id}`).send({ creator })),
    )
    expect(unconditional.map(({ status }) => status)).toEqual(Array(6).fill(200))
  })

  test('a tag outlives what a job does to the document meanwhile', async () => {
    const { body, headers } = await it.upload({ title: 'Reading' }, [{ name: 'a.txt', bytes: 'tag and job' }])
    await it.idle()
    const etag = headers.etag ?? ''
    expect((await it.get(`/documents/${body.id}`)).headers.etag).not.toBe(etag)
    expect((await it.patch(`/documents/${body.id}`).set('If-Match', etag).send({ type: 'x' })).status).toBe(
      200,
    )
  })

  test('a text is corrected by who saw it', async () => {
    const path = `/documents/${id}/pages/2`
    const correct = (content: string, etag: string) =>
      it.put(`${path}/text`).set('If-Match', etag).send({ content })
    const etag = (await it.get(path)).headers.etag ?? ''
    expect((await correct('Mine', etag)).status).toBe(200)
    problem(await correct('Theirs', etag), 412, 'precondition-failed')
    problem(await correct('Theirs', '"nonsense"'), 412, 'precondition-failed')
    expect((await correct('Anybody’s', '*')).status).toBe(200)
    expect((await it.get(`/documents/${id}/text`, nobody)).text).toBe('One page.\fAnybody’s')
  })
})
