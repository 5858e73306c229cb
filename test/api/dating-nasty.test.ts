import { beforeAll, describe, expect, test } from 'vitest'
import { aServedArchive, keeper, nobody, problem, type Served, wrongPaths } from './client.ts'

let it: Served
beforeAll(async () => {
  it = await aServedArchive()
})

async function post(path: string, body: object): Promise<{ id: string }> {
  const reply = await it.post(path).send(body)
  expect(reply.status, reply.text).toBe(201)
  return reply.body
}
const say = (document: string, property: string, value: object, more: object = {}) =>
  post(`/documents/${document}/claims`, { property, value, ...more })
const windows = async (document: string, as: Record<string, string> = keeper) => {
  const reply = await it.get(`/documents/${document}/dating`, as)
  expect(reply.status, reply.text).toBe(200)
  return reply.body.windows.map(
    ({ earliest, latest }: Record<string, string | null>) => `${earliest ?? '..'}/${latest ?? '..'}`,
  )
}
/** What lists show has to be what the dating says. */
const shown = async (document: string) => {
  const { date } = (await it.get(`/documents/${document}`)).body
  return `${date.earliest ?? '..'}/${date.latest ?? '..'}`
}

describe('a chain of answers', () => {
  test('lets go where its middle is hidden or deleted, and holds again when that comes back', async () => {
    const first = await post('/documents', { title: 'First', date: '1900' })
    const middle = await post('/documents', { title: 'Middle' })
    const last = await post('/documents', { title: 'Last' })
    await say(middle.id, 'answers', { document: first.id })
    await say(last.id, 'answers', { document: middle.id })
    const bound = ['1900-01-01/..']
    expect([await windows(last.id), await shown(last.id)]).toEqual([bound, bound[0]])
    for (const [undo, redo] of [
      [
        () => it.patch(`/documents/${middle.id}`).send({ visibility: 'restricted' }),
        () => it.patch(`/documents/${middle.id}`).send({ visibility: 'public' }),
      ],
      [() => it.delete(`/documents/${middle.id}`), () => it.post(`/documents/${middle.id}/restore`)],
      [
        () => it.patch(`/documents/${first.id}`).send({ visibility: 'restricted' }),
        () => it.patch(`/documents/${first.id}`).send({ visibility: 'public' }),
      ],
    ] as const) {
      expect((await undo()).status).toBeLessThan(300)
      expect([await windows(last.id), await shown(last.id)]).toEqual([['../..'], '../..'])
      expect(await windows(last.id, nobody)).toEqual(['../..'])
      expect((await redo()).status).toBeLessThan(300)
      expect([await windows(last.id), await shown(last.id)]).toEqual([bound, bound[0]])
    }
  })

  test('that closes is a conflict for who sees all of it, and none for who does not', async () => {
    const [one, two, three] = [
      await post('/documents', { title: 'One' }),
      await post('/documents', { title: 'Two', visibility: 'restricted' }),
      await post('/documents', { title: 'Three' }),
    ]
    await say(one.id, 'answers', { document: three.id })
    await say(two.id, 'answers', { document: one.id })
    await say(three.id, 'answers', { document: two.id })
    expect(await windows(one.id, nobody)).toEqual(['../..'])
    expect(await windows(two.id)).toEqual(['../..'])
    await it.patch(`/documents/${two.id}`).send({ visibility: 'public' })
    for (const { id } of [one, two, three]) {
      const { body } = await it.get(`/documents/${id}/dating`, nobody)
      expect([body.windows, body.conflict.kind]).toEqual([[], 'cycle'])
    }
  })

  test('to itself is refused or named, never a window', async () => {
    const { id } = await post('/documents', { title: 'Alone' })
    const reply = await it
      .post(`/documents/${id}/claims`)
      .send({ property: 'answers', value: { document: id } })
    if (reply.status === 400) return expect(wrongPaths(reply)).toEqual(['value.document'])
    expect((await it.get(`/documents/${id}/dating`)).body).toMatchObject({
      windows: [],
      conflict: { kind: 'cycle', says: expect.stringContaining('“Alone” answers “Alone”') },
    })
  })
})

describe('agents', () => {
  test('that are merged exist in the periods of both, and in their own again when that is undone', async () => {
    const body = (name: string, existence: string[]) =>
      post('/agents', { kind: 'corporateBody', names: [name], existence })
    const [early, late] = [await body('Early board', ['1900/1910']), await body('Late board', ['1920/1930'])]
    const { id } = await post('/documents', { title: 'A paper of the board' })
    await say(id, 'issuer', { agent: early.id })
    await it.post(`/agents/${early.id}/merge`).send({ into: late.id })
    expect(await windows(id)).toEqual(['1900-01-01/1910-12-31', '1920-01-01/1930-12-31'])
    expect(await shown(id)).toBe('1900-01-01/1930-12-31')
    await it.post(`/agents/${early.id}/unmerge`)
    expect([await windows(id), await shown(id)]).toEqual([['1900-01-01/1910-12-31'], '1900-01-01/1910-12-31'])
  })

  test('may have lived before the common era, and bodies for ever', async () => {
    const caesar = await post('/agents', {
      kind: 'person',
      names: ['Caesar'],
      existence: ['-0099-07-12/-0043-03-15'],
    })
    const always = await post('/agents', { kind: 'corporateBody', names: ['Nature'], existence: ['../..'] })
    const { id } = await post('/documents', { title: 'A note' })
    await say(id, 'issuer', { agent: always.id })
    expect(await windows(id)).toEqual(['../..'])
    await say(id, 'author', { agent: caesar.id })
    expect(await windows(id)).toEqual(['-0099-07-12/-0043-03-15'])
    const far = await say(id, 'date', { edtf: '0001-01-01' })
    const { claims } = (await it.get(`/documents/${id}/dating`)).body
    expect(claims).toMatchObject([{ claim: far.id, verdict: 'refuted', days: 15_998 }])
  })
})

describe('dates', () => {
  test('that two preferred claims give are united, disputed, and judged one by one', async () => {
    const person = await post('/agents', { kind: 'person', names: ['P'], existence: ['1930/1945'] })
    const { id } = await post('/documents', { title: 'Of two dates' })
    await say(id, 'signatory', { agent: person.id })
    await say(id, 'date', { edtf: '1920' }, { rank: 'preferred' })
    await say(id, 'date', { edtf: '1940' }, { rank: 'preferred' })
    const { body } = await it.get(`/documents/${id}/dating`)
    expect(body.windows).toEqual([{ earliest: '1930-01-01', latest: '1945-12-31' }])
    expect(body.claims.map(({ verdict }: { verdict: string }) => verdict).toSorted()).toEqual([
      'agrees',
      'refuted',
    ])
    expect((await it.get(`/documents/${id}`)).body.date).toMatchObject({
      earliest: '1920-01-01',
      latest: '1940-12-31',
      status: 'disputed',
    })
  })

  test('of the Julian calendar fall into the next year of ours', async () => {
    const { id } = await post('/documents', { title: 'Old Style' })
    await say(id, 'date-borne', { edtf: '1899-12-25', calendar: 'julian' })
    await say(id, 'date', { edtf: '1900-01-06' })
    const { body } = await it.get(`/documents/${id}/dating`)
    expect(body.windows).toEqual([{ earliest: '1900-01-06', latest: '1900-01-06' }])
    expect(body.claims[0].verdict).toBe('agrees')
    expect(body.steps[0].says).toBe('Bears the date 25 December 1899 (6 January 1900).')
    const bad = await it
      .post(`/documents/${id}/claims`)
      .send({ property: 'date', value: { edtf: '1899-02-29', calendar: 'julian' } })
    expect(wrongPaths(bad)).toEqual(['value.edtf'])
    await say(id, 'date', { edtf: '1900-02-29', calendar: 'julian' })
  })

  test('of a mark whose year is inferred bind within the period that it was put in, and no more without', async () => {
    const body = await post('/agents', {
      kind: 'corporateBody',
      names: ['NKGB'],
      existence: ['1941-02-03/1941-07-20', '1943-04-14/1946-03-15'],
    })
    const { id } = await post('/documents', { title: 'Stamped' })
    await say(id, 'issuer', { agent: body.id })
    const witness = await post(`/documents/${id}/witnesses`, { label: 'Copy' })
    const bare = await post(`/witnesses/${witness.id}/marks`, { kind: 'receipt', asRead: 'XXXX-06-07' })
    const both = ['1941-02-03/1941-07-20', '1943-04-14/1946-03-15']
    expect(await windows(id)).toEqual(both)
    await it.patch(`/marks/${bare.id}`).send({ date: '1945-06-07', inferred: ['year'] })
    expect(await windows(id)).toEqual([both[0], '1943-04-14/1945-06-07'])
    const { withoutInferences } = (await it.get(`/documents/${id}/dating`)).body
    expect(withoutInferences.at(-1)).toEqual({ earliest: '1943-04-14', latest: '1946-03-15' })
    const other = { date: '1941-06-08', asRead: 'XXXX-06-07', inferred: ['year'] }
    expect(wrongPaths(await it.patch(`/marks/${bare.id}`).send(other))).toEqual(['date'])
  })

  test.each([
    [{ property: 'date', value: { edtf: '1941-02-30' } }, 'value.edtf'],
    [{ property: 'date', value: { edtf: '1941-06-07/1941-02-03' } }, 'value.edtf'],
    [{ property: 'date', value: { edtf: '[1941-06-07..1941-02-03]' } }, 'value.edtf'],
    [{ property: 'terminus', value: { edtf: 'soon', kind: 'paper' } }, 'value.edtf'],
    [{ property: 'answers', value: { document: 'd-none' } }, 'value.document'],
    [{ property: 'issuer', value: { text: 'X' }, sources: [{ source: 's-none' }] }, 'sources.0.source'],
    [{ property: 'dat', value: { edtf: '1941' } }, 'property'],
  ])('that cannot be are refused: %j at %s', async (claim, path) => {
    const { id } = await post('/documents', { title: 'Refusing' })
    expect(wrongPaths(await it.post(`/documents/${id}/claims`).send(claim))).toEqual([path])
    expect(await windows(id)).toEqual(['../..'])
    problem(await it.post('/claims').send(claim), 400, 'invalid-input')
  })
})
