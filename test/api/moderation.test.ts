import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addToken } from '../../src/actions/add-token.ts'
import { aServedArchive, nobody, problem, type Served, wrongPaths } from './client.ts'

describe('an annotation that an archivist hides', () => {
  let it: Served
  let paper: string
  const as: Record<string, Record<string, string>> = {}
  beforeAll(async () => {
    it = await aServedArchive()
    for (const [name, role] of [
      ['writer', 'annotator'],
      ['other', 'annotator'],
      ['archivist', 'archivist'],
    ] as const) {
      const { token } = await addToken(it.archive.deps, 'test', { name, role })
      as[name] = { Authorization: `Bearer ${token}` }
    }
    paper = (await it.add(['The town of Šiauliai.', 'Nothing.'])).id
  })
  afterAll(() => it.close())

  async function add(name: string, value: string, target = `/api/v1/documents/${paper}/pages/1`) {
    const reply = await it
      .post('/annotations/', as[name])
      .send({ type: 'Annotation', body: { type: 'TextualBody', value }, target })
    expect(reply.status, reply.text).toBe(201)
    return { path: new URL(reply.body.id).pathname, ...reply }
  }
  const idIn = (path: string) => path.split('/').at(-1)
  const hide = (path: string, because: unknown, name = 'archivist') =>
    it.post(`/api/v1/annotations/${idIn(path)}/hide`, as[name]).send({ because })
  const show = (path: string, name = 'archivist') =>
    it.post(`/api/v1/annotations/${idIn(path)}/show`, as[name])
  const sees = async (who: Record<string, string> = nobody) => {
    const list = (await it.get(`/documents/${paper}/annotations/`, who)).body
    const counts = (await it.get(`/documents/${paper}/annotations/counts`, who)).body
    expect(counts.total).toBe(list.total)
    expect(list.first.items).toHaveLength(list.total)
    return list.total
  }

  test('is absent for all but archivists and its author, who are told why, until it is shown again', async () => {
    const { path } = await add('writer', 'quarrelsome')
    const found = async () =>
      (await it.get('/search', as.archivist).query({ q: 'quarrelsome', in: 'annotations' })).body.total
        .documents
    const before = await sees()
    problem(await hide(path, 'Insults a reader', 'other'), 403, 'forbidden')
    expect(wrongPaths(await hide(path, ' '))).toEqual(['because'])
    const hidden = await hide(path, 'Insults a reader')
    expect(hidden.status, hidden.text).toBe(200)
    expect(hidden.body.archive.hidden).toMatchObject({ because: 'Insults a reader', by: expect.any(String) })
    for (const who of [nobody, as.other]) {
      problem(await it.get(path, who), 404, 'not-found')
      expect(await sees(who)).toBe(before - 1)
    }
    problem(await it.put(path, as.other).send({ type: 'Annotation', target: 'urn:x' }), 404, 'not-found')
    problem(await it.delete(path, as.other), 404, 'not-found')
    for (const who of [as.writer, as.archivist]) {
      expect((await it.get(path, who)).body.archive.hidden.because).toBe('Insults a reader')
      expect(await sees(who)).toBe(before)
    }
    expect(await found()).toBe(0)
    const canvas = await it.get(`/iiif/3/${paper}/annotations`, nobody)
    expect(JSON.stringify(canvas.body)).not.toContain('quarrelsome')

    const { headers } = await it.get(path, as.writer)
    const kept = await it.put(path, { ...as.writer, 'If-Match': headers.etag ?? '' }).send({
      type: 'Annotation',
      bodyValue: 'quarrelsome still',
      target: `/api/v1/documents/${paper}/pages/1`,
    })
    expect([kept.status, kept.body.archive.hidden.because]).toEqual([200, 'Insults a reader'])
    expect([await found(), await sees()]).toEqual([0, before - 1])
    await it.delete(`/documents/${paper}`)
    await it.post(`/documents/${paper}/restore`)
    expect(await found()).toBe(0)

    problem(await show(path, 'writer'), 403, 'forbidden')
    expect((await show(path)).body.archive.hidden).toBeUndefined()
    expect([await found(), await sees()]).toEqual([1, before])
    expect((await show(path)).status).toBe(200)
    const verbs = (await it.get(`/documents/${paper}/history`)).body.items.map(
      ({ verb }: { verb: string }) => verb,
    )
    expect(verbs.filter((verb: string) => /hide|show/.test(verb))).toEqual([
      'show-annotation',
      'hide-annotation',
    ])
  })

  test('is hidden as who looks at it knows it, and not once it is deleted', async () => {
    const { path, headers } = await add('writer', 'one')
    const tag = { ...as.archivist, 'If-Match': headers.etag ?? '' }
    await it.put(path, as.writer).send({ type: 'Annotation', bodyValue: 'two', target: 'urn:x' })
    problem(
      await it.post(`/api/v1/annotations/${idIn(path)}/hide`, tag).send({ because: 'x' }),
      412,
      'precondition-failed',
    )
    await it.delete(path, as.writer)
    problem(await hide(path, 'x'), 410, 'gone')
    problem(await show('/annotations/a-none'), 404, 'not-found')
  })

  test('is hidden once by a request that is sent twice, and answered as before', async () => {
    const { path } = await add('writer', 'one')
    const keyed = (verb: string, key: string, because?: string) =>
      it
        .post(`/api/v1/annotations/${idIn(path)}/${verb}`, { ...as.archivist, 'Idempotency-Key': key })
        .send(because && { because })
    const first = await keyed('hide', 'hide-1', 'Insults')
    expect((await show(path)).status).toBe(200)
    expect((await keyed('hide', 'hide-1', 'Insults')).body).toEqual(first.body)
    expect((await it.get(path, as.archivist)).body.archive.hidden).toBeUndefined()
    problem(await keyed('hide', 'hide-1', 'Another reason'), 422, 'idempotency-mismatch')
    const shown = await keyed('show', 'show-1')
    await hide(path, 'again')
    expect((await keyed('show', 'show-1')).body).toEqual(shown.body)
    problem(await keyed('show', 'hide-1'), 422, 'idempotency-mismatch')
    await it.delete(path, as.writer)
  })

  test('annotations are counted by page, as far as who asks sees them', async () => {
    const { id } = await it.add(['One.', 'Two.', 'Three.'])
    const { body: page } = await it.get(`/documents/${id}/pages/3`)
    for (const target of [`/pages/3`, `/pages/3`, `/pages/1`, ''])
      await add('writer', 'counted', `/api/v1/documents/${id}${target}`)
    const [last] = (await it.get(`/documents/${id}/annotations/?page=${page.id}`)).body.first.items
    const counts = async (who = nobody) => (await it.get(`/documents/${id}/annotations/counts`, who)).body
    const first = { id: expect.any(String), number: 1, count: 1 }
    expect(await counts()).toEqual({
      total: 4,
      whole: 1,
      pages: [first, { id: page.id, number: 3, count: 2 }],
    })
    await hide(new URL(last.id).pathname, 'x')
    expect((await counts()).pages[1].count).toBe(1)
    expect((await counts(as.writer)).pages[1].count).toBe(2)
    const secret = await it.add(['Secret.'], { visibility: 'restricted' })
    problem(await it.get(`/documents/${secret.id}/annotations/counts`, nobody), 404, 'not-found')
  })
})
