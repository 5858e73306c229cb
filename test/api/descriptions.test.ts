import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, keeper, problem, type Served, wrongPaths } from './client.ts'

const full = {
  title: 'Serov Instructions',
  date: '1954',
  creator: 'Ivan Serov',
  type: 'instruction',
  language: 'en',
  collection: null,
  identifiers: [{ scheme: 'shelfmark', value: 'EXAMPLE-1/3/10' }],
  subjects: ['deportation'],
  abstract: 'On the manner of deporting.',
  rights: null,
  visibility: 'public',
}

describe('describing documents', () => {
  let it: Served
  beforeAll(async () => {
    it = await aServedArchive()
  })
  afterAll(() => it.close())
  const add = async (description: object) => {
    const reply = await it.post('/documents').send(description)
    expect(reply.status, reply.text).toBe(201)
    return reply.body
  }

  test('JSON alone makes a document in the shape of the contract', async () => {
    const reply = await it.post('/documents').send(full)
    expect(reply.status).toBe(201)
    const { id, witnesses, createdAt, updatedAt, ...rest } = reply.body
    expect(rest).toEqual({
      ...full,
      date: { edtf: '1954', earliest: '1954-01-01', latest: '1954-12-31', status: 'stated' },
      embargoUntil: null,
      group: null,
      disputed: [],
      pageCount: 0,
      job: null,
      notes: [],
    })
    expect(witnesses).toEqual([{ id: expect.any(String), label: expect.any(String), files: [] }])
    expect([createdAt, updatedAt]).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/), createdAt])
    expect(reply.headers.location).toMatch(new RegExp(`^http://127.0.0.1:\\d+/api/v1/documents/${id}$`))
    const read = await it.get(`/documents/${id}`)
    expect(read.body).toEqual(reply.body)
    expect(read.headers.etag).toBe(reply.headers.etag)
  })

  test('every field but the title may be left out, or be null', async () => {
    const empty = { creator: null, type: null, language: null, abstract: null, identifiers: [], subjects: [] }
    const unknown = { edtf: null, earliest: null, latest: null, status: 'unknown' }
    expect(await add({ title: 'Only this' })).toMatchObject({ ...empty, date: unknown, visibility: 'public' })
    const nulls = Object.fromEntries(Object.keys(full).map((name) => [name, null]))
    expect(await add({ ...nulls, embargoUntil: null, title: 'Nulls' })).toMatchObject({
      ...empty,
      date: unknown,
    })
    for (const description of [{}, { title: null }, { title: ' ' }, { date: '1941' }])
      expect(wrongPaths(await it.post('/documents').send(description))).toEqual(['title'])
  })

  test('whatever is wrong is named, all at once', async () => {
    const cases: [object, string[]][] = [
      [
        { title: 'x', titel: 'y', identifiers: [{ scheme: 'a', value: 'b', note: 'c' }] },
        ['identifiers.0.note', 'titel'],
      ],
      [{ title: 7, date: '1941-13', language: 'not a language' }, ['date', 'language', 'title']],
      [{ title: 'x', visibility: 'secret', embargoUntil: 'soon' }, ['embargoUntil', 'visibility']],
      [{ title: 'x', collection: 'k1' }, ['collection']],
      [{ title: 'x', subjects: 'deportation' }, ['subjects']],
      [{ title: 'x', identifiers: [{ scheme: 'a' }] }, ['identifiers.0.value']],
      [{ title: 'x', visibility: 'embargoed' }, ['embargoUntil']],
      [{ title: 'x', embargoUntil: '2031-01-01' }, ['embargoUntil']],
      [{ title: 'x'.repeat(2001) }, ['title']],
      [[], ['body']],
    ]
    for (const [description, paths] of cases)
      expect(
        wrongPaths(await it.post('/documents').send(description)).toSorted(),
        JSON.stringify(description),
      ).toEqual(paths)
    expect(wrongPaths(await it.post('/documents?dry=1').send({ title: 'x' }))).toEqual(['dry'])
  })

  test('dates are EDTF: days, intervals, sets, seasons and what nobody knows', async () => {
    const bounds = async (date: string) => {
      const { earliest, latest } = (await add({ title: 'x', date })).date
      return [earliest, latest]
    }
    expect(await bounds('1941-06-14')).toEqual(['1941-06-14', '1941-06-14'])
    expect(await bounds('1941-02-03/1941-06-13')).toEqual(['1941-02-03', '1941-06-13'])
    expect(await bounds('[1941-02-03..1941-06-07]')).toEqual(['1941-02-03', '1941-06-07'])
    expect(await bounds('194X')).toEqual(['1940-01-01', '1949-12-31'])
    expect(await bounds('1941-02-03/..')).toEqual(['1941-02-03', null])
    expect(await bounds('1939-10-11?')).toEqual(['1939-10-11', '1939-10-11'])
  })

  test('a change keeps what is left out, takes away what is null, and never the title', async () => {
    const { id } = await add(full)
    const change = async (fields: object) => {
      const reply = await it.patch(`/documents/${id}`).send(fields)
      expect(reply.status, reply.text).toBe(200)
      return reply.body
    }
    const renamed = await change({ title: 'Renamed', subjects: ['a', 'b'] })
    expect(renamed).toMatchObject({ title: 'Renamed', creator: 'Ivan Serov', subjects: ['a', 'b'] })
    const bare = await change({ creator: null, date: null, subjects: [], identifiers: null })
    expect(bare).toMatchObject({
      title: 'Renamed',
      creator: null,
      subjects: [],
      identifiers: [],
      type: 'instruction',
    })
    expect(bare.date.status).toBe('unknown')
    expect(await change({ creator: 'Ivan Serov', subjects: ['b'] })).toMatchObject({
      creator: 'Ivan Serov',
      subjects: ['b'],
    })
    expect(wrongPaths(await it.patch(`/documents/${id}`).send({ title: null }))).toEqual(['title'])
    expect(wrongPaths(await it.patch(`/documents/${id}`).send({ visibility: null }))).toEqual(['visibility'])
    expect(wrongPaths(await it.patch(`/documents/${id}`).send({ pageCount: 3 }))).toEqual(['pageCount'])
    expect((await it.get(`/documents/${id}`)).body.title).toBe('Renamed')
  })

  test('an embargo is set, moved and lifted', async () => {
    const { id } = await add({ title: 'x', visibility: 'embargoed', embargoUntil: '2131-01-01' })
    const change = async (fields: object) => (await it.patch(`/documents/${id}`).send(fields)).body
    expect(await change({ embargoUntil: '2132-01-01' })).toMatchObject({ embargoUntil: '2132-01-01' })
    expect(await change({ visibility: 'public' })).toMatchObject({ visibility: 'public', embargoUntil: null })
    expect(wrongPaths(await it.patch(`/documents/${id}`).send({ visibility: 'embargoed' }))).toEqual([
      'embargoUntil',
    ])
  })

  test('a description can be read as it stood, in any time zone', async () => {
    const { id, createdAt } = await add({ title: 'First' })
    await it.patch(`/documents/${id}`).send({ title: 'Second' })
    const asOf = (time: string) => it.get(`/documents/${id}`).query({ asOf: time })
    expect((await asOf(createdAt)).body.title).toBe('First')
    expect((await asOf(createdAt.replace('Z', '+00:00'))).body.title).toBe('First')
    expect((await asOf('2999-01-01T00:00:00Z')).body.title).toBe('Second')
    problem(await asOf('2000-01-01T00:00:00Z'), 404, 'not-found')
    expect(wrongPaths(await asOf('yesterday'))).toEqual(['asOf'])
  })

  test('what is deleted is gone to all who could see it, absent to others, and can be restored', async () => {
    const seen = await add({ title: 'Seen' })
    const hidden = await add({ title: 'Hidden', visibility: 'restricted' })
    for (const { id } of [seen, hidden]) {
      const reply = await it.delete(`/documents/${id}`)
      expect([reply.status, reply.text]).toEqual([204, ''])
    }
    problem(await it.get(`/documents/${seen.id}`), 410, 'gone')
    problem(await it.get(`/documents/${seen.id}`, {}), 410, 'gone')
    problem(await it.get(`/documents/${hidden.id}`), 410, 'gone')
    problem(await it.get(`/documents/${hidden.id}`, {}), 404, 'not-found')
    problem(await it.delete(`/documents/${seen.id}`), 410, 'gone')
    problem(await it.patch(`/documents/${seen.id}`).send({ title: 'x' }), 410, 'gone')
    problem(await it.post(`/documents/${seen.id}/restore`, {}), 401, 'unauthenticated')
    const restored = await it.post(`/documents/${seen.id}/restore`)
    expect([restored.status, restored.body.title]).toEqual([200, 'Seen'])
    expect((await it.get(`/documents/${seen.id}`, {})).status).toBe(200)
    problem(await it.post('/documents/d-none/restore'), 404, 'not-found')
  })

  test('a list can be narrowed by what is described', async () => {
    const marks = { creator: 'Filterov', type: 'filtered', language: 'lt', subjects: ['filters'] }
    const [june, july, undated] = [
      await add({ title: 'June', date: '1941-06', ...marks }),
      await add({ title: 'July', date: '1941-07', ...marks }),
      await add({ title: 'Undated', ...marks }),
    ]
    const ids = async (query: object) => {
      const { body } = await it.get('/documents').query({ type: 'filtered', ...query })
      return body.items.map(({ id }: { id: string }) => id)
    }
    const all = [undated.id, july.id, june.id]
    for (const query of [{}, { creator: 'Filterov' }, { language: 'lt' }, { subject: 'filters' }])
      expect(await ids(query)).toEqual(all)
    expect(await ids({ creator: 'Nobody' })).toEqual([])
    expect(await ids({ dateFrom: '1941-06-15', dateTo: '1941-06-20' })).toEqual([june.id])
    expect(await ids({ dateFrom: '1941-06-15', dateTo: '1941-06-20', dates: 'certain' })).toEqual([])
    expect(await ids({ dateFrom: '1941-06', dateTo: '1941-07', dates: 'certain' })).toEqual([
      july.id,
      june.id,
    ])
    expect(await ids({ dateFrom: '1941-07', undated: 'true' })).toEqual([undated.id, july.id])
    expect(wrongPaths(await it.get('/documents').query({ dateFrom: '1941-02-30' }))).toEqual(['dateFrom'])
  })

  test('text loses what no store carries, and keeps every script', async () => {
    const title = 'Инструкция – Šiauliai 📜'
    const { id } = await add({ title: ` ${title}\u0000 `, creator: 'a\ud800b' })
    expect((await it.get(`/documents/${id}`, keeper)).body).toMatchObject({ title, creator: 'ab' })
  })
})
