import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addToken } from '../../src/actions/add-token.ts'
import { aServedArchive, keeper, nobody, problem, type Served, wrongPaths } from './client.ts'

describe('witnesses and marks', () => {
  let it: Served
  let document: string
  beforeAll(async () => {
    it = await aServedArchive()
    document = (await it.add(['Page one.', 'Page two.'], { title: 'Serov Instructions' })).id
  })
  afterAll(() => it.close())
  const add = (body: object, id = document) => it.post(`/documents/${id}/witnesses`).send(body)
  const aWitness = async (body: object, id = document) => {
    const added = await add(body, id)
    expect(added.status, added.text).toBe(201)
    return added.body
  }

  test('a witness has all that is said of a copy, and its files', async () => {
    const { id: source } = (await it.post('/sources').send({ type: 'report', title: 'Third Interim Report' }))
      .body
    const collection = (await it.post('/collections').send({ level: 'fonds', title: 'F' })).body.id
    const { id: holder } = (await it.post('/agents').send({ kind: 'corporateBody', names: ['An archive'] }))
      .body
    const sent = {
      label: 'Šiauliai copy',
      kind: 'typescript',
      transmission: 'certified copy',
      shelfmark: 'EXAMPLE-1/3/10',
      collection,
      language: 'ru',
      date: '1941-06',
      custody: 'Found in Šiauliai.',
    }
    const added = await add({ ...sent, holder: { agent: holder }, printedIn: { source, locator: 'p. 464' } })
    expect(added.status, added.text).toBe(201)
    expect(added.body).toMatchObject({
      ...sent,
      document,
      holder: 'An archive',
      holderAgent: holder,
      printedIn: { source, document: null, locator: 'p. 464' },
      headingAsPrinted: null,
      files: [],
      marks: [],
    })
    const path = `/witnesses/${added.body.id}`
    expect(new URL(added.headers.location ?? '').pathname).toBe(`/api/v1${path}`)
    expect((await it.get(path, nobody)).body).toEqual(added.body)
    const files = await it
      .post(`/documents/${document}/files`)
      .field('witness', added.body.id)
      .attach('files', Buffer.from('x'), 'copy.txt')
    expect(files.status, files.text).toBe(201)
    expect((await it.get(path)).body.files).toMatchObject([{ name: 'copy.txt' }])
    const listed = (await it.get(`/documents/${document}/witnesses`, nobody)).body.items
    expect(listed.map(({ label }: { label: string }) => label)).toEqual(['First witness', 'Šiauliai copy'])
    const shown = (await it.get(`/documents/${document}`)).body
    expect(shown).toMatchObject({
      collection,
      identifiers: [{ scheme: 'shelfmark', value: 'EXAMPLE-1/3/10' }],
    })
    expect((await it.get(`${path}/claims`)).body.items.length).toBe(10)
  })

  test('a change supersedes claims, for who saw the witness as it is', async () => {
    const { id } = await aWitness({ holder: 'Somebody', shelfmark: '1' })
    const etag = (await it.get(`/witnesses/${id}`)).headers.etag ?? ''
    const as = { ...keeper, 'If-Match': etag }
    const patched = await it.patch(`/witnesses/${id}`, as).send({ holder: null, shelfmark: '2' })
    expect(patched.body).toMatchObject({ holder: null, shelfmark: '2' })
    problem(await it.patch(`/witnesses/${id}`, as).send({ shelfmark: '3' }), 412, 'precondition-failed')
    const claims = (await it.get(`/witnesses/${id}/claims?property=shelfmark`)).body.items
    expect(claims.map(({ value }: { value: { text: string } }) => value.text)).toEqual(['1', '2'])
    expect(claims[1].revisionOf).toBe(claims[0].id)
    problem(await it.get('/witnesses/w0'), 404, 'not-found')
  })

  test.each<[object, string]>([
    [{ transmission: 'photo' }, 'transmission'],
    [{ date: '1941-02-30' }, 'date'],
    [{ collection: 'k0' }, 'collection'],
    [{ printedIn: { source: 's0' } }, 'printedIn'],
    [{ printedIn: { source: 's0', document: 'd0' } }, 'printedIn.source'],
    [{ printedIn: { locator: 'p. 1' } }, 'printedIn'],
    [{ holder: { agent: 'a0' } }, 'holder'],
    [{ headingAsPrinted: { text: 'x', status: 'wrong' } }, 'headingAsPrinted.status'],
    [{ headingAsPrinted: { text: 'x', status: 'correct', names: 'd0' } }, 'headingAsPrinted'],
    [{ marks: [{ kind: 'receipt' }, { kind: 'blot' }] }, 'marks.1.kind'],
    [{ marks: [{ asRead: 'XXXX-06-07', date: '1941-06-08', inferred: ['year'] }] }, 'marks.0.date'],
    [{ marks: [{ agent: 'a0' }] }, 'marks.0.agent'],
    [{ colour: 'red' }, 'colour'],
  ])('%j is refused at %s', async (body, path) => {
    expect(wrongPaths(await add(body))).toEqual([path])
  })

  test('a heading that names another document is noted on both, for who may see both', async () => {
    const instructions = await it.add([], { title: 'Instructions' })
    const order = await it.add([], { title: 'NKVD Order No. 001223', visibility: 'restricted' })
    const heading = { text: 'Order No. 001223', status: 'misleading', names: order.id }
    const { id } = await aWitness({ headingAsPrinted: heading }, instructions.id)
    const notes = async (of: string, as: Record<string, string> = keeper) =>
      (await it.get(`/documents/${of}`, as)).body.notes
    expect(await notes(instructions.id)).toEqual([
      { kind: 'misattributed', says: expect.stringContaining(heading.text), see: order.id },
    ])
    expect(await notes(order.id)).toMatchObject([{ kind: 'misattributed', see: instructions.id }])
    expect(await notes(instructions.id, nobody)).toEqual([])
    const seen = (await it.get(`/witnesses/${id}`, nobody)).body
    expect(seen.headingAsPrinted).toEqual({ ...heading, names: null })
    expect((await it.get(`/witnesses/${id}/claims`, nobody)).text).not.toContain(order.id)
    await it.patch(`/documents/${order.id}`).send({ visibility: 'public' })
    expect(await notes(instructions.id, nobody)).toHaveLength(1)
    await it.patch(`/witnesses/${id}`).send({ headingAsPrinted: { ...heading, status: 'correct' } })
    expect([await notes(instructions.id), await notes(order.id)]).toEqual([[], []])
  })

  test('a stamp is recorded as read, with what was inferred, where it lies', async () => {
    const page = (await it.get(`/documents/${document}/pages/1`)).body.id
    const [first] = (await it.get(`/documents/${document}/witnesses`)).body.items
    const { id: source } = (await it.post('/sources').send({ type: 'book', title: 'On stamps' })).body
    const { id: agent } = (await it.post('/agents').send({ kind: 'corporateBody', names: ['Registry'] })).body
    const sent = {
      kind: 'receipt',
      reading: 'Gauta VI.7',
      asRead: 'XXXX-06-07',
      date: '1941-06-07',
      inferred: ['year'],
      because: 'The body existed in that June only.',
      sources: [{ source, locator: 'p. 292', quote: null, stance: 'states' }],
      agent,
      place: null,
      page,
      box: [10, 20, 300, 40],
    }
    const added = await it.post(`/witnesses/${first.id}/marks`).send(sent)
    expect(added.status, added.text).toBe(201)
    expect(added.body).toMatchObject({ ...sent, witness: first.id })
    const path = `/marks/${added.body.id}`
    expect((await it.get(path, nobody)).body).toEqual(added.body)
    expect((await it.get(`/witnesses/${first.id}/marks`, nobody)).body.items).toEqual([added.body])
    expect((await it.get(`/witnesses/${first.id}`)).body.marks).toEqual([added.body])
    const as = { ...keeper, 'If-Match': added.headers.etag ?? '' }
    const change = { asRead: '1941-06-07', inferred: null, box: null }
    const patched = await it.patch(path, as).send(change)
    expect(patched.body).toMatchObject({
      asRead: '1941-06-07',
      inferred: [],
      box: null,
      reading: sent.reading,
    })
    problem(await it.patch(path, as).send(change), 412, 'precondition-failed')
    problem(await it.delete(path, as), 412, 'precondition-failed')
    expect((await it.delete(path)).status).toBe(204)
    problem(await it.get(path), 410, 'gone')
    problem(await it.patch(`/marks/${added.body.id}`).send(change), 410, 'gone')
    expect((await it.get(`/witnesses/${first.id}/marks`)).body.items).toEqual([])
  })

  test.each<[object, string]>([
    [{ asRead: '1941-02-30' }, 'asRead'],
    [{ asRead: 'XXXX-06-07', date: '1941-06-07' }, 'inferred'],
    [{ date: '1941', inferred: ['century'] }, 'inferred.0'],
    [{ box: [0, 0, 1, 1] }, 'box'],
    [{ page: 'p0' }, 'page'],
    [{ sources: [{ source: 's0' }] }, 'sources.0.source'],
    [{ colour: 'violet' }, 'colour'],
  ])('a mark %j is refused at %s', async (body, path) => {
    const [first] = (await it.get(`/documents/${document}/witnesses`)).body.items
    expect(wrongPaths(await it.post(`/witnesses/${first.id}/marks`).send(body))).toEqual([path])
  })

  test('what belongs to a hidden document is not there, and readers change nothing', async () => {
    const { token } = await addToken(it.archive.deps, 'test', {
      name: 'a reader of witnesses',
      role: 'reader',
    })
    const reader = { Authorization: `Bearer ${token}` }
    const hidden = await it.add([], { title: 'Hidden', visibility: 'restricted' })
    const { id, marks } = await aWitness({ marks: [{ reading: 'secret' }] }, hidden.id)
    const open = await aWitness({ marks: [{}] })
    for (const as of [reader, nobody]) {
      problem(await it.get(`/witnesses/${id}`, as), 404, 'not-found')
      problem(await it.get(`/witnesses/${id}/marks`, as), 404, 'not-found')
      problem(await it.get(`/marks/${marks[0].id}`, as), 404, 'not-found')
      problem(await it.get(`/documents/${hidden.id}/witnesses`, as), 404, 'not-found')
    }
    problem(await it.post(`/documents/${document}/witnesses`, reader).send({}), 403, 'forbidden')
    problem(await it.patch(`/witnesses/${open.id}`, reader).send({}), 403, 'forbidden')
    problem(await it.post(`/witnesses/${open.id}/marks`, nobody).send({}), 401, 'unauthenticated')
    problem(await it.delete(`/marks/${open.marks[0].id}`, reader), 403, 'forbidden')
  })

  test('are added once, however often they are sent with one key', async () => {
    const as = { ...keeper, 'Idempotency-Key': 'one-witness' }
    const send = () => it.post(`/documents/${document}/witnesses`, as).send({ kind: 'once' })
    const [first, second] = [await send(), await send()]
    expect(second.body).toEqual(first.body)
    const markAs = { ...keeper, 'Idempotency-Key': 'one-mark' }
    const mark = () => it.post(`/witnesses/${first.body.id}/marks`, markAs).send({ kind: 'secrecy' })
    expect((await mark()).body).toEqual((await mark()).body)
    expect((await it.get(`/witnesses/${first.body.id}/marks`)).body.items).toHaveLength(1)
  })
})
