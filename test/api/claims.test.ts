import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addToken } from '../../src/actions/add-token.ts'
import { aServedArchive, keeper, nobody, problem, type Served, wrongPaths } from './client.ts'

type Claim = { id: string; property: string; value: Record<string, unknown>; sources: { source: string }[] }

describe('claims', () => {
  let it: Served
  let document: string
  let witness: string
  beforeAll(async () => {
    it = await aServedArchive()
    const added = await it.add([], { title: 'Serov Instructions', date: '1940' })
    document = added.id
    witness = added.witnesses[0].id
  })
  afterAll(() => it.close())
  const say = (body: object, id = document) => it.post(`/documents/${id}/claims`).send(body)
  const listed = async (path: string, as: Record<string, string> = keeper): Promise<Claim[]> =>
    (await it.get(path, as)).body.items

  test('the vocabulary is published: properties, what they are of, their values and cardinality', async () => {
    const { body } = await it.get('/vocabulary', nobody)
    const find = (name: string, of: string) =>
      body.items.find(
        (one: { name: string; subjects: string[] }) => one.name === name && one.subjects.includes(of),
      )
    expect(find('date', 'document')).toMatchObject({
      valueType: 'dateOfEvent',
      cardinality: 'single',
      per: 'event',
      fields: ['edtf', 'asWritten', 'calendar', 'event'],
    })
    expect(find('signatory', 'document')).toMatchObject({
      cardinality: 'many',
      fields: ['agent', 'text', 'capacity'],
    })
    expect(find('prepares', 'document')).toMatchObject({ targets: ['happening'] })
    expect(find('authenticity', 'document').terms).toContain('forged')
    const { choices } = find('date-borne', 'document')
    expect(choices.act).toEqual(['later', 'earlier', 'different'])
    expect([choices.event, choices.calendar].map((list) => list[0])).toEqual(['written', 'gregorian'])
    expect(find('title', 'document').choices).toEqual({})
  })

  test('a claim is kept as it was said, with defaults, and is at its address', async () => {
    const value = { edtf: '1939-10-11', event: 'signed', asWritten: null, calendar: 'gregorian' }
    const added = await say({
      property: 'date',
      value,
      certainty: 'low',
      nature: 'attributed',
      note: 'So they say.',
    })
    expect(added.status, added.text).toBe(201)
    expect(added.body).toEqual({
      id: expect.stringMatching(/^c/),
      subject: { type: 'document', id: document },
      property: 'date',
      value,
      polarity: 'asserted',
      rank: 'normal',
      reasons: [],
      certainty: 'low',
      nature: 'attributed',
      sources: [],
      note: 'So they say.',
      recordedBy: expect.any(String),
      recordedAt: expect.stringMatching(/Z$/),
      revisionOf: null,
    })
    const path = new URL(added.headers.location ?? '').pathname.replace('/api/v1', '')
    expect((await it.get(path, nobody)).body).toEqual({ ...added.body, revisions: [added.body] })
    expect(
      (await listed(`/documents/${document}/claims?property=date`)).map(({ value }) => value.edtf),
    ).toEqual(['1940', '1939-10-11'])
  })

  test('what is settled is shown, and what is not is shown as disputed', async () => {
    const { id } = await it.add([], { title: 'Disputed', date: '1940', creator: 'Ivan Serov' })
    const shown = async () => (await it.get(`/documents/${id}`)).body
    expect(await shown()).toMatchObject({ date: { edtf: '1940', status: 'stated' }, disputed: [] })
    const rival = await say({ property: 'date', rank: 'preferred', value: { edtf: '1941' } }, id)
    await say({ property: 'issuer', value: { text: 'NKVD' } }, id)
    await say({ property: 'issuer', value: { text: 'NKGB' } }, id)
    await say({ property: 'signatory', value: { text: 'Serov' } }, id)
    await say({ property: 'signatory', value: { text: 'Beria' } }, id)
    expect(await shown()).toMatchObject({ date: { status: 'disputed' }, disputed: ['date', 'issuer'] })
    const settled = await it
      .post(`/claims/${rival.body.id}/revisions`)
      .send({ rank: 'deprecated', reasons: ['conflation', 'anachronism'], note: 'Another paper.' })
    expect(settled.body).toMatchObject({
      value: { edtf: '1941' },
      rank: 'deprecated',
      reasons: ['conflation', 'anachronism'],
      revisionOf: rival.body.id,
    })
    expect(await shown()).toMatchObject({ date: { edtf: '1940', status: 'stated' }, disputed: ['issuer'] })
    const none = (await listed(`/documents/${id}/claims?property=date&standing=true`))[0]
    await it.post(`/claims/${none?.id}/revisions`).send({ value: { none: true } })
    expect((await shown()).date).toEqual({ edtf: null, earliest: null, latest: null, status: 'unknown' })
    await say({ property: 'identifier', value: { none: true, scheme: 'number' } }, id)
    expect((await shown()).identifiers).toEqual([])
  })

  test('a claim is revised once, by who saw it as it is, and nothing of it is lost', async () => {
    const first = (await say({ property: 'genre', value: { text: 'order' }, note: 'At first sight.' })).body
    const etag = (await it.get(`/claims/${first.id}`)).headers.etag ?? ''
    const revise = (body: object, as: Record<string, string> = keeper) =>
      it.post(`/claims/${first.id}/revisions`, as).send(body)
    problem(
      await revise({ rank: 'preferred' }, { ...keeper, 'If-Match': '"9-x"' }),
      412,
      'precondition-failed',
    )
    const revised = await revise(
      { value: { text: 'instruction' }, note: null },
      { ...keeper, 'If-Match': etag },
    )
    expect(revised.body).toMatchObject({ value: { text: 'instruction' }, note: null, revisionOf: first.id })
    problem(await revise({ rank: 'preferred' }), 409, 'conflict')
    problem(await revise({ rank: 'preferred' }, { ...keeper, 'If-Match': etag }), 412, 'precondition-failed')
    const { body } = await it.get(`/claims/${first.id}`)
    expect(body.revisions).toEqual([first, revised.body])
    expect((await it.get(`/documents/${document}`)).body.type).toBe('instruction')
    problem(await it.post('/claims/c-none/revisions').send({}), 404, 'not-found')
    expect(
      wrongPaths(await it.post(`/claims/${revised.body.id}/revisions`).send({ property: 'title' })),
    ).toEqual(['property'])
    expect(
      wrongPaths(await it.post(`/claims/${revised.body.id}/revisions`).send({ value: { text: '' } })),
    ).toEqual(['value.text'])
  })

  test('an unknown property is refused with the nearest one', async () => {
    const reply = await say({ property: 'date-born', value: { edtf: '1941' } })
    expect(wrongPaths(reply)).toEqual(['property'])
    expect(reply.body.detail).toContain("Did you mean 'date-borne'?")
    expect(wrongPaths(await it.get(`/documents/${document}/claims?property=tittle`))).toEqual(['property'])
  })

  test.each<[string, object, string]>([
    ['30 February', { property: 'date', value: { edtf: '1941-02-30' } }, 'value.edtf'],
    ['a period that ends before it begins', { property: 'date', value: { edtf: '1946/1943' } }, 'value.edtf'],
    ['no value', { property: 'date' }, 'value'],
    ['no property', { value: { text: 'x' } }, 'property'],
    ['a huge value', { property: 'abstract', value: { text: 'x'.repeat(100_001) } }, 'value.text'],
    ['an agent that does not exist', { property: 'author', value: { agent: 'a0' } }, 'value.agent'],
    ['a document that does not exist', { property: 'answers', value: { document: 'd0' } }, 'value.document'],
    [
      'a source that does not exist',
      { property: 'genre', value: { text: 'x' }, sources: [{ source: 's0' }] },
      'sources.0.source',
    ],
    ['an unknown reason', { property: 'genre', value: { text: 'x' }, reasons: ['whim'] }, 'reasons.0'],
    [
      'a reason without deprecation',
      { property: 'genre', value: { text: 'x' }, reasons: ['forgery'] },
      'reasons',
    ],
    ['an unknown rank', { property: 'genre', value: { text: 'x' }, rank: 'best' }, 'rank'],
    ['an unknown field', { property: 'genre', value: { text: 'x' }, sure: true }, 'sure'],
    [
      'another subject',
      { subject: { type: 'agent', id: 'a0' }, property: 'genre', value: { text: 'x' } },
      'subject',
    ],
  ])('%s is refused by its path, and nothing is said', async (_, body, path) => {
    const before = await listed(`/documents/${document}/claims?limit=100`)
    expect(wrongPaths(await say(body))).toEqual([path])
    expect(await listed(`/documents/${document}/claims?limit=100`)).toEqual(before)
  })

  test('a paper is not confused with itself, and what is too large is not read', async () => {
    expect(wrongPaths(await say({ property: 'confused-with', value: { document } }))).toEqual([
      'value.document',
    ])
    const huge = { property: 'genre', value: { text: 'x'.repeat(2_000_000) } }
    problem(await say(huge), 413, 'too-large')
  })

  test('a claim says what it is about: by its address, or by its subject', async () => {
    const body = { property: 'genre', value: { text: 'paper' } }
    expect(wrongPaths(await it.post('/claims').send(body))).toEqual(['subject'])
    const subject = { type: 'document', id: document }
    expect((await it.post('/claims').send({ ...body, subject })).body).toMatchObject({ subject })
    problem(
      await it.post('/claims').send({ ...body, subject: { type: 'document', id: 'd0' } }),
      404,
      'not-found',
    )
    const mark = { ...body, subject: { type: 'mark', id: 'm0' } }
    expect(wrongPaths(await it.post('/claims').send(mark))).toEqual(['subject.type'])
    problem(await say(body, 'd0'), 404, 'not-found')
  })

  test('is said of witnesses, agents, places and happenings as of documents', async () => {
    const agent = (await it.post('/agents').send({ kind: 'person', names: ['Ivan Serov'] })).body.id
    const place = (await it.post('/places').send({ names: ['Šiauliai'] })).body.id
    const happening = (await it.post('/happenings').send({ names: ['June deportation'] })).body.id
    const replies = [
      await it.post(`/witnesses/${witness}/claims`).send({ property: 'shelfmark', value: { text: 'F-1' } }),
      await it.post(`/agents/${agent}/claims`).send({ property: 'existence', value: { edtf: '1905/1990' } }),
      await it.post(`/places/${place}/claims`).send({ property: 'name', value: { text: 'Шяуляй' } }),
      await it
        .post(`/happenings/${happening}/claims`)
        .send({ property: 'date', value: { edtf: '1941-06-14' } }),
    ]
    for (const reply of replies) expect(reply.status, reply.text).toBe(201)
    expect((await listed(`/witnesses/${witness}/claims`)).map(({ property }) => property)).toEqual([
      'shelfmark',
    ])
    expect(await listed(`/agents/${agent}/claims`)).toHaveLength(2)
    expect(await listed(`/places/${place}/claims`)).toHaveLength(2)
    expect(await listed(`/happenings/${happening}/claims`)).toHaveLength(2)
    const { body } = await it.get(`/documents/${document}`)
    expect(body.identifiers).toContainEqual({ scheme: 'shelfmark', value: 'F-1' })
    problem(await it.get('/witnesses/w0/claims'), 404, 'not-found')
    problem(await it.get('/agents/a0/claims'), 404, 'not-found')
    problem(await it.get(`/places/${agent}/claims`), 404, 'not-found')
    problem(await it.get('/happenings/h0/claims'), 404, 'not-found')
  })

  test('is said once, however often it is sent with one key', async () => {
    const as = { ...keeper, 'Idempotency-Key': 'one-claim' }
    const body = { property: 'subject', value: { text: 'said once' } }
    const send = (sent: object) => it.post(`/documents/${document}/claims`, as).send(sent)
    const [first, second] = [await send(body), await send(body)]
    expect([second.status, second.body]).toEqual([201, first.body])
    problem(await send({ ...body, note: 'other' }), 422, 'idempotency-mismatch')
    const subjects = (await listed(`/documents/${document}/claims?property=subject`)).map(
      ({ value }) => value.text,
    )
    expect(subjects.filter((text) => text === 'said once')).toHaveLength(1)
  })

  test('is said of the version that was seen', async () => {
    const etag = (await it.get(`/documents/${document}`)).headers.etag ?? ''
    const as = { ...keeper, 'If-Match': etag }
    const send = () =>
      it.post(`/documents/${document}/claims`, as).send({ property: 'subject', value: { text: 'seen' } })
    expect((await send()).status).toBe(201)
    problem(await send(), 412, 'precondition-failed')
  })

  test('of a past time give the description of then', async () => {
    const { id } = await it.add([], { title: 'Then' })
    const agent = (await it.post('/agents').send({ kind: 'person', names: ['Serow'] })).body.id
    await say({ property: 'author', value: { agent } }, id)
    const then = new Date().toISOString()
    await new Promise((resolve) => setTimeout(resolve, 5))
    await it.patch(`/agents/${agent}`).send({ names: ['Serov'] })
    await say({ property: 'title', value: { text: 'Now' }, rank: 'preferred' }, id)
    expect((await it.get(`/documents/${id}`)).body).toMatchObject({ title: 'Now', creator: 'Serov' })
    expect((await it.get(`/documents/${id}?asOf=${then}`)).body).toMatchObject({
      title: 'Then',
      creator: 'Serow',
    })
  })

  test('readers say nothing, and learn nothing of what they may not see', async () => {
    const { token } = await addToken(it.archive.deps, 'test', { name: 'a reader of claims', role: 'reader' })
    const reader = { Authorization: `Bearer ${token}` }
    const body = { property: 'genre', value: { text: 'mine' } }
    problem(await it.post(`/documents/${document}/claims`, reader).send(body), 403, 'forbidden')
    problem(await it.post(`/documents/${document}/claims`, nobody).send(body), 401, 'unauthenticated')
    const hidden = await it.add([], { title: 'Hidden', visibility: 'restricted' })
    const said = (await say({ property: 'subject', value: { text: 'secret' } }, hidden.id)).body
    const naming = (await say({ property: 'confused-with', value: { document: hidden.id } })).body
    for (const as of [reader, nobody]) {
      problem(await it.get(`/documents/${hidden.id}/claims`, as), 404, 'not-found')
      problem(await it.get(`/witnesses/${hidden.witnesses[0].id}/claims`, as), 404, 'not-found')
      problem(await it.get(`/claims/${said.id}`, as), 404, 'not-found')
      problem(await it.get(`/claims/${naming.id}`, as), 404, 'not-found')
      const seen = JSON.stringify(await listed(`/documents/${document}/claims?limit=100`, as))
      expect(seen).not.toContain(hidden.id)
    }
    expect(JSON.stringify(await listed(`/documents/${document}/claims?limit=100`))).toContain(hidden.id)
  })
})
