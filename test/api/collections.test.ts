import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, keeper, nobody, problem, type Served, wrongPaths } from './client.ts'

describe('collections', () => {
  let it: Served
  beforeAll(async () => {
    it = await aServedArchive()
  })
  afterAll(() => it.close())
  const add = async (body: object) => {
    const added = await it.post('/collections').send({ level: 'fonds', title: 'A fonds', ...body })
    expect(added.status, added.text).toBe(201)
    return added.body
  }

  test('a tree of units with reference codes and the elements of ISAD(G)', async () => {
    const fonds = await add({
      title: 'NKGB of Šiauliai',
      referenceCode: 'K-1',
      dates: '1940/1941',
      extent: '3 m',
      accession: '1991/7',
      donor: 'A fictitious ministry',
      scopeAndContent: 'Orders and lists.',
    })
    expect(fonds).toMatchObject({
      parent: null,
      path: [],
      referencePath: 'K-1',
      children: [],
      donor: 'A fictitious ministry',
    })
    const series = await add({ level: 'series', title: 'Orders', parent: fonds.id, referenceCode: '3' })
    const file = await add({ level: 'file', title: 'Instructions', parent: series.id, referenceCode: '10' })
    const read = await it.get(`/collections/${file.id}`, nobody)
    expect(read.body).toEqual(file)
    expect(file).toMatchObject({
      referencePath: 'K-1/3/10',
      path: [
        { id: fonds.id, level: 'fonds', referenceCode: 'K-1', title: 'NKGB of Šiauliai' },
        { id: series.id, level: 'series' },
      ],
    })
    const root = (await it.get(`/collections/${fonds.id}`)).body
    expect(root.children).toEqual([{ id: series.id, level: 'series', referenceCode: '3', title: 'Orders' }])
    const list = async (query: object) =>
      (await it.get('/collections', nobody).query(query)).body.items.map(({ id }: { id: string }) => id)
    expect(await list({ parent: series.id })).toEqual([file.id])
    expect(await list({ parent: '' })).toEqual([fonds.id])
    expect(await list({})).toEqual([fonds.id, series.id, file.id])
  })

  test('is changed and moved, but never into itself', async () => {
    const [one, other] = [await add({ title: 'One', note: 'x' }), await add({ title: 'Other' })]
    const etag = (await it.get(`/collections/${one.id}`)).headers.etag ?? ''
    const as = { ...keeper, 'If-Match': etag }
    const moved = await it
      .patch(`/collections/${one.id}`, as)
      .send({ parent: other.id, note: null, level: 'series' })
    expect(moved.body).toMatchObject({ parent: other.id, note: null, title: 'One', level: 'series' })
    problem(await it.patch(`/collections/${one.id}`, as).send({}), 412, 'precondition-failed')
    expect(wrongPaths(await it.patch(`/collections/${other.id}`).send({ parent: one.id }))).toEqual([
      'parent',
    ])
    expect(wrongPaths(await it.patch(`/collections/${one.id}`).send({ parent: one.id }))).toEqual(['parent'])
    const out = await it.patch(`/collections/${one.id}`).send({ parent: null })
    expect(out.body).toMatchObject({ parent: null, path: [] })
  })

  test.each<[object, string]>([
    [{ level: 'fonds' }, 'title'],
    [{ title: 'x' }, 'level'],
    [{ title: 'x', level: 'shelf' }, 'level'],
    [{ title: 'x', level: 'fonds', parent: 'k0' }, 'parent'],
    [{ title: 'x', level: 'fonds', dates: '1941/1940' }, 'dates'],
    [{ title: 'x', level: 'fonds', colour: 'red' }, 'colour'],
    [{ title: 'x', level: 'fonds', visibility: 'hidden' }, 'visibility'],
    [{ title: 'x', level: 'fonds', visibility: 'embargoed' }, 'embargoUntil'],
    [{ title: 'x', level: 'fonds', visibility: 'restricted', group: 'g0' }, 'group'],
    [{ title: 'x', level: 'fonds', group: 'g0' }, 'group'],
  ])('%j is refused at %s', async (body, path) => {
    expect(wrongPaths(await it.post('/collections').send(body))).toEqual([path])
  })

  test('says how many may see it and what lies in it, which whoever may not see it does not learn', async () => {
    const outer = await add({ title: 'Given under a condition', visibility: 'members' })
    const inner = await add({ title: 'Letters', level: 'series', parent: outer.id })
    expect(outer).toMatchObject({ visibility: 'members', embargoUntil: null, group: null })
    const paper = await it.add(['Sealed for a hundred years.'], { title: 'A promise', collection: inner.id })
    const [path, shown] = [`/documents/${paper.id}`, `/collections/${inner.id}`]
    const seen = async () => [
      (await it.get(path, nobody)).status,
      (await it.get(shown, nobody)).status,
      (await it.get(`/collections/${outer.id}`, nobody)).status,
      (await it.get('/search?q=hundred', nobody)).body.total.documents,
      (await it.get(`/iiif/3/${paper.id}/manifest`, nobody)).status,
    ]
    expect(await seen()).toEqual([404, 404, 404, 0, 404])
    expect((await it.get(path)).body).toMatchObject({ visibility: 'public', narrowedBy: [outer.id] })
    await it.patch(`/collections/${outer.id}`).send({ visibility: 'public' })
    expect(await seen()).toEqual([200, 200, 200, 1, 200])
    const until = { visibility: 'embargoed', embargoUntil: '2131-01-01' }
    expect((await it.patch(`/collections/${outer.id}`).send(until)).body).toMatchObject(until)
    expect(await seen()).toEqual([404, 404, 404, 0, 404])
    expect((await it.patch(shown).send({ parent: null })).status).toBe(200)
    expect(await seen()).toEqual([200, 200, 404, 1, 200])
    expect(wrongPaths(await it.patch(shown).send({ visibility: null }))).toEqual(['visibility'])
  })

  test('is not told by an earlier state of what lay in it before it was closed', async () => {
    const { id: collection } = await add({ title: 'Was here' })
    const { id, updatedAt: asOf } = await it.add([], { title: 'Moved out', collection })
    await it.patch(`/documents/${id}`).send({ collection: null })
    await it.patch(`/collections/${collection}`).send({ visibility: 'restricted' })
    const then = async (as: Record<string, string>) => {
      const { body } = await it.get(`/documents/${id}`, as).query({ asOf })
      const [witness] = (await it.get(`/documents/${id}/witnesses`, as).query({ asOf })).body.items
      return [body.title, body.collection, witness.collection]
    }
    expect(await then(keeper)).toEqual(['Moved out', collection, collection])
    expect(await then(nobody)).toEqual(['Moved out', null, null])
    for (const path of ['', '/claims', '/history', '/citation', '/witnesses'])
      expect((await it.get(`/documents/${id}${path}`, nobody)).text, path).not.toContain(collection)
  })

  test('documents lie in one by its id: at upload, by a change, in lists, searches and facets', async () => {
    const { id: collection } = await add({ title: 'Held' })
    const paper = await it.add(['A page that is kept.'], { title: 'Kept', collection })
    expect(paper.collection).toBe(collection)
    const late = await it.add([], { title: 'Kept later' })
    expect((await it.patch(`/documents/${late.id}`).send({ collection })).body.collection).toBe(collection)
    expect((await it.get('/documents').query({ collection })).body.items).toHaveLength(2)
    const found = (await it.get('/search', nobody).query({ q: 'kept', collection })).body
    expect(found.total.documents).toBe(2)
    expect(found.facets.collection).toEqual([{ value: collection, count: 2 }])
    expect((await it.patch(`/documents/${late.id}`).send({ collection: null })).body.collection).toBe(null)
    expect(wrongPaths(await it.post('/documents').send({ title: 'Lost', collection: 'k0' }))).toEqual([
      'collection',
    ])
    expect(wrongPaths(await it.patch(`/documents/${late.id}`).send({ collection: 'k0' }))).toEqual([
      'collection',
    ])
    expect(wrongPaths(await it.upload({ collection: 'k0' }, [{ name: 'a.txt', bytes: 'a' }]))).toEqual([
      'collection',
    ])
  })

  test('tell all documents of which any witness lies in them or within, to who may see these', async () => {
    const fonds = await add({ title: 'Outer' })
    const series = await add({ title: 'Inner', level: 'series', parent: fonds.id })
    const first = await it.add([], { title: 'In the series', collection: series.id })
    const second = await it.add([], { title: 'A copy in the fonds' })
    await it.post(`/documents/${second.id}/witnesses`).send({ collection: fonds.id })
    const hidden = await it.add([], { title: 'Hidden', collection: series.id, visibility: 'restricted' })
    const ids = async (id: string, as: Record<string, string> = keeper) =>
      (await it.get(`/collections/${id}/documents`, as)).body.items.map((one: { id: string }) => one.id)
    expect(await ids(fonds.id)).toEqual([hidden.id, second.id, first.id])
    expect(await ids(series.id)).toEqual([hidden.id, first.id])
    expect(await ids(fonds.id, nobody)).toEqual([second.id, first.id])
    await it.patch(`/documents/${first.id}`).send({ collection: null })
    expect(await ids(fonds.id, nobody)).toEqual([second.id])
    problem(await it.get('/collections/k0/documents'), 404, 'not-found')
  })

  test('are where a search finds what any witness of lies in them or within, counted as they are found', async () => {
    const fonds = await add({ title: 'Secretariat', referenceCode: 'K-77' })
    const series = await add({ title: 'Orders', level: 'series', referenceCode: '9', parent: fonds.id })
    const apart = await add({ title: 'Apart' })
    const inner = await it.add([], { title: 'Twice kept', collection: series.id })
    await it.post(`/documents/${inner.id}/witnesses`).send({ collection: apart.id })
    const outer = await it.add([], { title: 'Kept outside', collection: fonds.id })
    const search = async (query: Record<string, string>) =>
      (await it.get('/search', nobody).query({ q: 'kept', ...query })).body
    const found = async (query: Record<string, string>) =>
      (await search(query)).hits.map(({ document }: { document: { id: string } }) => document.id).toSorted()
    const both = [inner.id, outer.id].toSorted()
    expect(await found({ collection: fonds.id })).toEqual(both)
    expect(await found({ collection: series.id })).toEqual([inner.id])
    expect(await found({ collection: apart.id })).toEqual([inner.id])
    expect((await search({ collection: fonds.id })).facets.collection).toEqual(
      expect.arrayContaining([
        { value: fonds.id, count: 2 },
        { value: series.id, count: 1 },
        { value: apart.id, count: 1 },
      ]),
    )
    const listed = await it.get('/documents', nobody).query({ collection: fonds.id })
    expect(listed.body.items.map(({ id }: { id: string }) => id).toSorted()).toEqual(both)
    for (const q of ['collection:secretariat', 'collection:"K-77"', `collection:${fonds.id}`])
      expect(await found({ q })).toEqual(both)
    expect(await found({ q: 'collection:orders' })).toEqual([inner.id])
    expect(await found({ q: 'collection:"K-77/9"' })).toEqual([inner.id])
    await it.patch(`/collections/${series.id}`).send({ parent: apart.id })
    expect(await found({ collection: fonds.id })).toEqual([outer.id])
    expect(await found({ collection: apart.id })).toEqual([inner.id])
    const counted = (await search({ collection: apart.id })).facets.collection
    expect(counted).toContainEqual({ value: apart.id, count: 1 })
    expect(counted).toContainEqual({ value: fonds.id, count: 1 })
  })

  test('are read by readers and written by archivists, once a key', async () => {
    const body = { level: 'fonds', title: 'Once' }
    problem(await it.post('/collections', nobody).send(body), 401, 'unauthenticated')
    problem(await it.get('/collections/k0'), 404, 'not-found')
    const as = { ...keeper, 'Idempotency-Key': 'one-collection' }
    const [first, second] = [
      await it.post('/collections', as).send(body),
      await it.post('/collections', as).send(body),
    ]
    expect(second.body.id).toBe(first.body.id)
  })
})
