import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, keeper, nobody, problem, type Served, wrongPaths } from './client.ts'

const book = {
  type: 'book',
  title: 'Totalitarianism and the Prospects for World Order',
  author: [{ family: 'Shtromas', given: 'Aleksandras' }],
  issued: { 'date-parts': [[2003]] },
  ISBN: '0-7391-0534-5',
}

describe('sources', () => {
  let it: Served
  beforeAll(async () => {
    it = await aServedArchive()
  })
  afterAll(() => it.close())

  test('a work is posted as CSL-JSON and read back with its id', async () => {
    const added = await it.post('/sources').send(book)
    expect(added.status, added.text).toBe(201)
    expect(added.body).toEqual({ id: expect.stringMatching(/^s/), ...book })
    expect((await it.get(`/sources/${added.body.id}`, nobody)).body).toEqual(added.body)
    expect(new URL(added.headers.location ?? '').pathname).toBe(`/api/v1/sources/${added.body.id}`)
    const found = (await it.get('/sources', nobody).query({ q: 'shtrom' })).body
    expect(found).toEqual({ items: [added.body], next: null })
    const etag = added.headers.etag ?? ''
    const as = { ...keeper, 'If-Match': etag }
    const patched = await it
      .patch(`/sources/${added.body.id}`, as)
      .send({ publisher: 'Lexington', ISBN: null })
    const { ISBN, ...rest } = added.body
    expect([patched.body, ISBN]).toEqual([{ ...rest, publisher: 'Lexington' }, book.ISBN])
    problem(await it.patch(`/sources/${added.body.id}`, as).send({}), 412, 'precondition-failed')
    expect(wrongPaths(await it.patch(`/sources/${added.body.id}`).send({ title: null }))).toEqual(['title'])
  })

  test('a claim rests on it, with a locator and a stance', async () => {
    const { id: source } = (await it.post('/sources').send(book)).body
    const { id } = await it.add([], { title: 'Cited' })
    const citation = { source, locator: 'p. 292', quote: null, stance: 'reports' }
    const body = { property: 'date', value: { edtf: '1941' }, sources: [citation] }
    const said = await it.post(`/documents/${id}/claims`).send(body)
    expect(said.body.sources).toEqual([citation])
    const resting = (await it.get(`/sources/${source}/claims`, nobody)).body
    expect(resting).toEqual({ items: [said.body], next: null })
    const bare = await it.post(`/documents/${id}/claims`).send({ ...body, sources: [{ source }] })
    expect(bare.body.sources).toEqual([{ source, locator: null, quote: null, stance: 'states' }])
  })

  test('a document of the archive is a source, for who may see it', async () => {
    const report = await it.add([], { title: 'Third Interim Report', visibility: 'restricted' })
    const paper = await it.add([], { title: 'Quoted in a report' })
    const added = await it.post('/sources').send({ document: report.id })
    const { id } = added.body
    expect(added.body).toEqual({ id, type: 'document', title: report.title, document: report.id })
    const body = { property: 'genre', value: { text: 'x' }, sources: [{ source: id, quote: 'a secret' }] }
    await it.post(`/documents/${paper.id}/claims`).send(body)
    problem(await it.get(`/sources/${id}`, nobody), 404, 'not-found')
    problem(await it.get(`/sources/${id}/claims`, nobody), 404, 'not-found')
    expect((await it.get('/sources', nobody)).text).not.toContain(report.id)
    expect((await it.get(`/documents/${paper.id}/claims`, nobody)).text).not.toContain('a secret')
    expect((await it.get(`/sources/${id}/claims`)).body.items).toHaveLength(1)
    problem(await it.patch(`/sources/${id}`).send({ title: 'x' }), 409, 'conflict')
  })

  test('claims about what is hidden are neither shown nor counted', async () => {
    const { id: source } = (await it.post('/sources').send(book)).body
    for (const visibility of ['restricted', 'public', 'restricted', 'public']) {
      const { id } = await it.add([], { title: visibility, visibility })
      const body = { property: 'genre', value: { text: visibility }, sources: [{ source }] }
      await it.post(`/documents/${id}/claims`).send(body)
    }
    const first = (await it.get(`/sources/${source}/claims?limit=1`, nobody)).body
    const second = (await it.get(`/sources/${source}/claims?limit=1&cursor=${first.next}`, nobody)).body
    const texts = [...first.items, ...second.items].map(
      ({ value }: { value: { text: string } }) => value.text,
    )
    expect([texts, second.next]).toEqual([['public', 'public'], null])
    expect((await it.get(`/sources/${source}/claims`)).body.items).toHaveLength(4)
  })

  test('tell the marks that rest on them, but for those on documents that are hidden', async () => {
    const { id: source } = (await it.post('/sources').send(book)).body
    const ids: string[] = []
    for (const visibility of ['public', 'restricted']) {
      const { id } = await it.add([], { title: visibility, visibility })
      const [witness] = (await it.get(`/documents/${id}/witnesses`)).body.items
      const mark = { kind: 'receipt', reading: visibility, sources: [{ source, locator: 'p. 3' }] }
      await it.post(`/witnesses/${witness.id}/marks`).send(mark).expect(201)
      await it
        .post(`/witnesses/${witness.id}/marks`)
        .send({ kind: 'note', reading: 'Of its own' })
        .expect(201)
      ids.push(id)
    }
    const seen = (await it.get(`/sources/${source}/marks`, nobody)).body
    expect(seen).toMatchObject({
      items: [{ reading: 'public', document: ids[0], kind: 'receipt' }],
      next: null,
    })
    expect(
      (await it.get(`/sources/${source}/marks`)).body.items.map(
        (mark: { document: string }) => mark.document,
      ),
    ).toEqual(ids.toReversed())
    problem(await it.get('/sources/s0/marks'), 404, 'not-found')
  })

  test.each<[object, string]>([
    [{}, 'type'],
    [{ ...book, id: 'mine' }, 'id'],
    [{ ...book, ISNB: 'x' }, 'ISNB'],
    [{ ...book, issued: { 'date-parts': [[1941, 2, 30]] } }, 'issued.date-parts.0'],
    [{ document: 'd0' }, 'document'],
    [{ document: 7 }, 'document'],
    [{ document: 'd0', title: 'x' }, 'title'],
  ])('%j is refused at %s', async (body, path) => {
    expect(wrongPaths(await it.post('/sources').send(body))).toEqual([path])
  })

  test('are added by archivists, once a key', async () => {
    problem(await it.post('/sources', nobody).send(book), 401, 'unauthenticated')
    problem(await it.get('/sources/s0'), 404, 'not-found')
    const as = { ...keeper, 'Idempotency-Key': 'one-source' }
    const [first, second] = [
      await it.post('/sources', as).send(book),
      await it.post('/sources', as).send(book),
    ]
    expect(second.body).toEqual(first.body)
  })
})
