import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addToken } from '../../src/actions/add-token.ts'
import { aServedArchive, keeper, nobody, problem, type Served, wrongPaths } from './client.ts'

type Named = { id: string; names: { text: string }[] }

describe('agents, places and happenings', () => {
  let it: Served
  beforeAll(async () => {
    it = await aServedArchive()
  })
  afterAll(() => it.close())
  const anAgent = async (body: object): Promise<Named> => {
    const added = await it.post('/agents').send({ kind: 'corporateBody', ...body })
    expect(added.status, added.text).toBe(201)
    return added.body
  }

  test('an agent has names by script, several periods of existence and offices', async () => {
    const ussr = await anAgent({ names: ['USSR'] })
    const sent = {
      kind: 'corporateBody',
      names: [
        { text: 'NKGB', lang: 'en', script: 'Latn', kind: 'acronym', period: null },
        { text: 'НКГБ', lang: 'ru', script: 'Cyrl', kind: 'acronym', period: null },
      ],
      existence: ['1941-02-03/1941-07-20', '1943-04-14/1946-03-15'],
      offices: [{ title: 'People’s Commissariat', body: ussr.id, period: '1941-02-03/..' }],
      predecessors: [ussr.id],
      successors: [],
      sameAs: ['https://www.wikidata.org/entity/Q7313'],
      note: 'It existed twice.',
    }
    const added = await it.post('/agents').send(sent)
    expect(added.status, added.text).toBe(201)
    expect(added.body).toMatchObject({ ...sent, id: expect.stringMatching(/^a/), mergedInto: null })
    const read = await it.get(`/agents/${added.body.id}`, nobody)
    expect([read.status, read.body]).toEqual([200, added.body])
    expect(new URL(added.headers.location ?? '').pathname).toBe(`/api/v1/agents/${added.body.id}`)
  })

  test('a place has names by language and time, coordinates, and lay within others', async () => {
    const within = (await it.post('/places').send({ names: ['Lithuania'] })).body
    const sent = {
      names: [
        { text: 'Šiauliai', lang: 'lt', script: null, kind: null, period: null },
        { text: 'Schaulen', lang: 'de', script: null, kind: null, period: '../1917' },
      ],
      coordinates: { lat: 55.93, lon: 23.31 },
      within: [{ place: within.id, period: '1918/..' }],
      sameAs: [],
    }
    const added = await it
      .post('/places')
      .send({ ...sent, names: sent.names.map(({ script, ...name }) => name) })
    expect(added.status, added.text).toBe(201)
    expect((await it.get(`/places/${added.body.id}`, nobody)).body).toMatchObject(sent)
    const moved = await it.patch(`/places/${added.body.id}`).send({ within: [], coordinates: null })
    expect(moved.body).toMatchObject({ within: [], coordinates: null, names: sent.names })
  })

  test('a happening has a date, places and agents', async () => {
    const place = (await it.post('/places').send({ names: ['Latvia'] })).body
    const sent = {
      date: '1941-06-13/1941-06-14',
      places: [place.id, 'Baltic states'],
      agents: ['NKVD troops'],
    }
    const added = await it.post('/happenings').send({ ...sent, names: ['June deportation'] })
    expect(added.status, added.text).toBe(201)
    expect((await it.get(`/happenings/${added.body.id}`, nobody)).body).toMatchObject(sent)
    const asClaimed = await it.post('/happenings').send({ names: ['x'], places: [{ place: place.id }] })
    expect(asClaimed.body.places).toEqual([place.id])
    const patched = await it.patch(`/happenings/${added.body.id}`).send({ date: '1941-06-14' })
    expect(patched.body).toMatchObject({ ...sent, date: '1941-06-14' })
  })

  test('a change is recorded as claims that supersede, and holds in every document at once', async () => {
    const { id } = await anAgent({ names: ['Serow'], existence: ['1941-02-03/1941-07-20'] })
    const paper = await it.add([], { title: 'By an agent' })
    await it.post(`/documents/${paper.id}/claims`).send({ property: 'author', value: { agent: id } })
    const shown = async () => (await it.get(`/documents/${paper.id}`)).body
    expect((await shown()).creator).toBe('Serow')
    const etag = (await it.get(`/agents/${id}`)).headers.etag ?? ''
    const change = { names: ['Serov', 'Серов'], existence: ['1941-01-01/1941-07-20'] }
    const patched = await it.patch(`/agents/${id}`, { ...keeper, 'If-Match': etag }).send(change)
    expect(patched.status, patched.text).toBe(200)
    expect(patched.body.existence).toEqual(change.existence)
    problem(
      await it.patch(`/agents/${id}`, { ...keeper, 'If-Match': etag }).send({}),
      412,
      'precondition-failed',
    )
    expect((await shown()).creator).toBe('Serov')
    const found = await it.get('/search', nobody).query({ q: 'by:serov' })
    expect(found.body.hits.map(({ document }: { document: Named }) => document.id)).toEqual([paper.id])
    const { items } = (await it.get(`/agents/${id}/claims?property=existence`)).body
    expect(
      items.map(({ value, revisionOf }: { value: { edtf: string }; revisionOf: string }) => [
        value.edtf,
        revisionOf,
      ]),
    ).toEqual([
      ['1941-02-03/1941-07-20', null],
      ['1941-01-01/1941-07-20', items[0].id],
    ])
    const unchanged = await it.patch(`/agents/${id}`).send(change)
    expect((await it.get(`/agents/${id}/claims`)).body.items).toHaveLength(5)
    expect(unchanged.body.names).toEqual(patched.body.names)
    // What a client read and sends back is no new statement.
    await it.patch(`/documents/${paper.id}`).send({ creator: 'Serov' })
    expect((await it.get(`/documents/${paper.id}/claims?property=author`)).body.items).toHaveLength(1)
  })

  test.each<['agents' | 'places' | 'happenings', object, string]>([
    ['agents', { names: ['x'] }, 'kind'],
    ['agents', { kind: 'club', names: ['x'] }, 'kind'],
    ['agents', { kind: 'person' }, 'names'],
    ['agents', { kind: 'person', names: [] }, 'names'],
    ['agents', { kind: 'person', names: ['x'], existence: ['1946/1943'] }, 'existence.0'],
    ['agents', { kind: 'person', names: ['x'], existence: ['1941-02-30'] }, 'existence.0'],
    [
      'agents',
      { kind: 'person', names: ['x'], offices: [{ title: 'x', period: '1941/1940' }] },
      'offices.0.period',
    ],
    ['agents', { kind: 'person', names: ['x'], predecessors: ['a0'] }, 'predecessors.0'],
    [
      'agents',
      { kind: 'person', names: ['x'], offices: [{ title: 'x', body: `a${'0'.repeat(32)}` }] },
      'offices.0',
    ],
    ['agents', { kind: 'person', names: ['x'], sameAs: ['nowhere'] }, 'sameAs.0'],
    ['agents', { kind: 'person', names: [{ text: 'x', script: 'latin' }] }, 'names.0.script'],
    ['agents', { kind: 'person', names: ['x'], born: '1905' }, 'born'],
    ['places', { names: ['x'], coordinates: { lat: 100, lon: 0 } }, 'coordinates.lat'],
    ['places', { names: ['x'], within: [{ place: 'p0' }] }, 'within.0'],
    ['happenings', { names: ['x'], date: '1941-06-31' }, 'date'],
  ])('%s %j is refused at %s', async (noun, body, path) => {
    expect(wrongPaths(await it.post(`/${noun}`).send(body))).toEqual([path])
  })

  test('are listed newest first, and found by letters of their names', async () => {
    const made = [
      await anAgent({ names: ['Žvirblis One'] }),
      await anAgent({ names: ['Other', 'zvirblis two'] }),
    ]
    const find = async (query: object) => (await it.get('/agents', nobody).query(query)).body
    const ids = [made[1]?.id, made[0]?.id]
    expect((await find({ q: 'ZVIRB' })).items.map(({ id }: Named) => id)).toEqual(ids)
    const first = await find({ q: 'žvirb', limit: 1 })
    const second = await find({ q: 'žvirb', limit: 1, cursor: first.next })
    expect([...first.items, ...second.items].map(({ id }: Named) => id)).toEqual(ids)
    expect(second.next).toBe(null)
    expect(wrongPaths(await it.get('/agents').query({ cursor: 'x' }))).toEqual(['cursor'])
    expect((await it.get('/places').query({ q: 'zvirb' })).body.items).toEqual([])
    expect((await it.get('/happenings').query({ q: 'zvirb' })).body.items).toEqual([])
  })

  test('two that are one are merged: both stay readable, and both histories stay', async () => {
    const [one, other] = [await anAgent({ names: ['Serow'] }), await anAgent({ names: ['Serov'] })]
    const paper = await it.add([], { title: 'Merged', creator: null })
    await it.post(`/documents/${paper.id}/claims`).send({ property: 'author', value: { agent: one.id } })
    const merged = await it.post(`/agents/${one.id}/merge`).send({ into: other.id })
    expect(merged.status, merged.text).toBe(200)
    expect(merged.body.id).toBe(other.id)
    expect(merged.body.names.map(({ text }: { text: string }) => text).toSorted()).toEqual(['Serov', 'Serow'])
    expect((await it.get(`/agents/${one.id}`, nobody)).body).toMatchObject({
      id: one.id,
      mergedInto: other.id,
    })
    expect((await it.get(`/agents/${other.id}/claims`)).body.items).toHaveLength(2)
    expect((await it.get(`/agents/${one.id}/claims`)).body.items).toHaveLength(1)
    problem(await it.patch(`/agents/${one.id}`).send({ names: ['x'] }), 409, 'conflict')
    problem(await it.post(`/agents/${one.id}/merge`).send({ into: other.id }), 409, 'conflict')
    const successor = await anAgent({ names: ['After'], predecessors: [one.id] })
    expect((await it.get(`/agents/${successor.id}`)).body.predecessors).toEqual([other.id])
    const prefer = { property: 'name', rank: 'preferred', value: { text: 'Ivan Serov' } }
    await it.post(`/agents/${other.id}/claims`).send(prefer)
    expect((await it.get(`/documents/${paper.id}`)).body.creator).toBe('Ivan Serov')
  })

  test('a merge is undone: both are again what they were, and what named the one names it', async () => {
    const [other, one] = [await anAgent({ names: ['Beria'] }), await anAgent({ names: ['Berija'] })]
    const paper = await it.add([], { title: 'Unmerged', creator: null })
    await it.post(`/documents/${paper.id}/claims`).send({ property: 'author', value: { agent: one.id } })
    problem(await it.post(`/agents/${one.id}/unmerge`), 409, 'conflict')
    await it.post(`/agents/${one.id}/merge`).send({ into: other.id })
    const creator = async () => (await it.get(`/documents/${paper.id}`)).body.creator
    expect(await creator()).toBe('Beria')
    problem(await it.post(`/agents/${one.id}/unmerge`, nobody), 401, 'unauthenticated')
    const undone = await it.post(`/agents/${one.id}/unmerge`)
    expect([undone.status, undone.body.id, undone.body.mergedInto]).toEqual([200, one.id, null])
    expect(await creator()).toBe('Berija')
    expect((await it.get(`/agents/${other.id}`)).body.names).toHaveLength(1)
    expect((await it.patch(`/agents/${one.id}`).send({ names: ['L. Berija'] })).status).toBe(200)
    problem(await it.post('/places/p0/unmerge'), 404, 'not-found')
    problem(await it.post('/happenings/h0/unmerge'), 404, 'not-found')
  })

  test('a merge that cannot be is refused', async () => {
    const { id } = await anAgent({ names: ['Alone'] })
    const person = await it.post('/agents').send({ kind: 'person', names: ['A person'] })
    for (const body of [
      {},
      { into: 'a1', from: 'a2' },
      { into: id },
      { into: 'a0' },
      { into: person.body.id },
    ])
      expect(wrongPaths(await it.post(`/agents/${id}/merge`).send(body))).toEqual(['into'])
    problem(await it.post('/agents/a0/merge').send({ into: id }), 404, 'not-found')
    const [here, there] = [
      (await it.post('/places').send({ names: ['Here'] })).body,
      (await it.post('/places').send({ names: ['There'] })).body,
    ]
    const etag = (await it.get(`/places/${here.id}`)).headers.etag ?? ''
    const merge = (tag: string) =>
      it.post(`/places/${here.id}/merge`, { ...keeper, 'If-Match': tag }).send({ from: there.id })
    problem(await merge('"7-x"'), 412, 'precondition-failed')
    expect((await merge(etag)).body.id).toBe(here.id)
    problem(await it.post('/happenings/h0/merge').send({ into: 'h1' }), 404, 'not-found')
  })

  test('tell the documents that claims and marks name them in, and as what, as far as one may see them', async () => {
    const [{ id }, other] = [
      await anAgent({ names: ['Commission'] }),
      await anAgent({ names: ['Kommission'] }),
    ]
    const { id: place } = (await it.post('/places').send({ names: ['Quay'] })).body
    const { id: happening } = (await it.post('/happenings').send({ names: ['Flood'] })).body
    const aPaper = async (title: string, claims: object[], visibility = 'public') => {
      const { id: paper } = await it.add([], { title, visibility })
      for (const claim of claims) await it.post(`/documents/${paper}/claims`).send(claim).expect(201)
      return paper as string
    }
    const value = { agent: id }
    const signed = await aPaper('Signed', [
      { property: 'signatory', value },
      { property: 'author', value },
      { property: 'place', value: { place } },
      { property: 'mentions', value: { happening } },
    ])
    await aPaper('Hidden', [{ property: 'author', value }], 'restricted')
    await aPaper('Not by it', [
      { property: 'author', value, polarity: 'denied' },
      { property: 'issuer', value, rank: 'deprecated', reasons: ['anachronism'] },
    ])
    const merged = await aPaper('By what was merged', [{ property: 'author', value: { agent: other.id } }])
    await it.post(`/agents/${id}/merge`).send({ from: other.id }).expect(200)
    const stamped = await aPaper('Stamped', [])
    const { items: witnesses } = (await it.get(`/documents/${stamped}/witnesses`)).body
    await it
      .post(`/witnesses/${witnesses[0].id}/marks`)
      .send({ kind: 'receipt', agent: id, place })
      .expect(201)

    const naming = async (path: string) => {
      const { items, next } = (await it.get(path, nobody)).body
      const told = (one: { document: { id: string }; properties: string[] }) => [
        one.document.id,
        one.properties,
      ]
      return { told: items.map(told), next }
    }
    const first = await naming(`/agents/${id}/documents?limit=2`)
    expect(first.told).toEqual([
      [stamped, ['mark']],
      [merged, ['author']],
    ])
    const second = await naming(`/agents/${id}/documents?limit=2&cursor=${first.next}`)
    expect(second).toEqual({ told: [[signed, ['author', 'signatory']]], next: null })
    expect((await naming(`/places/${place}/documents`)).told).toEqual([
      [stamped, ['mark']],
      [signed, ['place']],
    ])
    expect((await naming(`/happenings/${happening}/documents`)).told).toEqual([[signed, ['mentions']]])
    problem(await it.get(`/happenings/${place}/documents`), 404, 'not-found')
    problem(await it.get('/agents/a0/documents'), 404, 'not-found')
    expect(wrongPaths(await it.get(`/places/${place}/documents?cursor=x`))).toEqual(['cursor'])
  })

  test('are read by readers, written by archivists', async () => {
    const { token } = await addToken(it.archive.deps, 'test', { name: 'a reader of agents', role: 'reader' })
    const { id } = await anAgent({ names: ['Read'] })
    for (const path of ['/agents', '/places', '/happenings']) {
      problem(
        await it.post(path, { Authorization: `Bearer ${token}` }).send({ names: ['x'] }),
        403,
        'forbidden',
      )
      problem(await it.post(path, nobody).send({ names: ['x'] }), 401, 'unauthenticated')
      expect((await it.get(path, nobody)).status).toBe(200)
    }
    problem(await it.patch(`/agents/${id}`, nobody).send({}), 401, 'unauthenticated')
    problem(await it.get('/agents/a0'), 404, 'not-found')
  })

  test('are added once, however often they are sent with one key', async () => {
    const as = { ...keeper, 'Idempotency-Key': 'one-agent' }
    const send = (names: string[]) => it.post('/agents', as).send({ kind: 'family', names })
    const [first, second] = [await send(['Once']), await send(['Once'])]
    expect(second.body).toEqual(first.body)
    problem(await send(['Twice']), 422, 'idempotency-mismatch')
  })
})
